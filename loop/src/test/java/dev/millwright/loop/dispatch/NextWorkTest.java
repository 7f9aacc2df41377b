package dev.millwright.loop.dispatch;

import static dev.millwright.loop.planning.Told.MORNING;
import static dev.millwright.loop.planning.Told.at;
import static dev.millwright.loop.planning.Told.planned;
import static dev.millwright.plant.PlantFixtures.PRESS_1;
import static dev.millwright.plant.PlantFixtures.PRESS_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.loop.planning.Told;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.event.Fact;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a machine is told follows the plan, and what planners said since. */
class NextWorkTest {

    private static final String PRESSING = "O-1.1:10";

    private static Told floor() {
        return new Told().order("O-1", null).order("O-2", null);
    }

    @Test
    void nothingBeginsWhileNobodyWorksTheMachines() {
        var floor = floor().plan(planned(PRESSING, PRESS_1, at(0)));
        assertThat(next(floor, PRESS_1, MORNING)).isInstanceOf(NextWork.Run.class);
        assertThat(next(floor, PRESS_1, Instant.parse("2026-11-23T12:00:00Z"))).isEqualTo(new NextWork.Nothing());
        assertThat(next(floor, PRESS_1, Instant.parse("2026-11-23T19:00:00Z"))).isEqualTo(new NextWork.Nothing());
        assertThat(next(floor, PRESS_1, Instant.parse("2026-11-24T06:00:00Z"))).isInstanceOf(NextWork.Run.class);
    }

    @Test
    void aPinnedStartIsWaitedForWhereThePlanKeepsIt() {
        var floor = floor().plan(planned(PRESSING, PRESS_1, at(30))).pin(PRESSING, null, at(30));
        assertThat(next(floor, PRESS_1, at(29))).isEqualTo(new NextWork.Nothing());
        assertThat(next(floor, PRESS_1, at(30))).isInstanceOf(NextWork.Run.class);
        assertThat(next(floor, PRESS_1, at(45))).as("late is late enough").isInstanceOf(NextWork.Run.class);
    }

    /** Else a pin that nothing could keep would stop its machine until the pinned start. */
    @Test
    void aPlanThatLetGoOfAPinStands() {
        var floor = floor().plan(planned(PRESSING, PRESS_1, at(10))).pin(PRESSING, null, at(30));
        assertThat(next(floor, PRESS_1, at(10))).isInstanceOf(NextWork.Run.class);
    }

    @Test
    void whatIsPinnedElsewhereDoesNotBeginHere() {
        var floor = floor().plan(planned(PRESSING, PRESS_1, at(0))).pin(PRESSING, PRESS_2, null);
        assertThat(next(floor, PRESS_1, at(1))).isEqualTo(new NextWork.Nothing());
    }

    @Test
    void aHeldLotIsPassedOverAndTakenBackBeforeItBegins() {
        var floor = floor().plan(planned(PRESSING, PRESS_1, at(0)), planned("O-2.1:10", PRESS_1, at(5)));
        floor.hold("O-1.1");
        assertThat(next(floor, PRESS_1, at(0))).isInstanceOfSatisfying(NextWork.Run.class, run -> assertThat(
                        run.instruction().operation())
                .isEqualTo("O-2.1:10"));

        var told = floor().plan(planned(PRESSING, PRESS_1, at(0)))
                .tell(PRESS_1, new Fact.OperationDispatched("O-1.1", PRESSING))
                .hold("O-1.1");
        assertThat(next(told, PRESS_1, at(0)))
                .isInstanceOfSatisfying(NextWork.Recover.class, recover -> assertThat(recover.why())
                        .contains("quality hold"));
    }

    private static NextWork next(Told floor, EquipmentId machine, Instant now) {
        var state = floor.state();
        return NextWork.of(state, state.plant().machine(machine).orElseThrow(), now);
    }
}
