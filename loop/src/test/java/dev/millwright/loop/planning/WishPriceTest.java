package dev.millwright.loop.planning;

import static dev.millwright.loop.planning.Told.MORNING;
import static dev.millwright.loop.planning.Told.at;
import static dev.millwright.plant.PlantFixtures.DRILL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.CostCurve;
import dev.millwright.scheduling.Scheduler;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.problem.StartCost;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Objective;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wish's price, and what the plan makes of it. */
class WishPriceTest {
    private static final long LATE_SECOND = Objective.balanced().weight(Measure.TARDINESS);

    private static CostCurve curve(CostCurve.Point... points) {
        return new CostCurve(List.of(points));
    }

    @Test
    void anHourOfStandingWeighsAsMuchAsAnHourThatALotIsLate() {
        var dear = curve(
                new CostCurve.Point(at(-10), 400),
                new CostCurve.Point(at(60), 0),
                new CostCurve.Point(at(60).plusMillis(300), 1),
                new CostCurve.Point(at(90), 50));
        assertThat(WishPrice.of(dear, 200, MORNING))
                .isEqualTo(new StartCost(List.of(
                        new StartCost.Point(-600, 2 * 3600 * LATE_SECOND),
                        new StartCost.Point(3600, 0),
                        new StartCost.Point(5400, 900 * LATE_SECOND))));
    }

    @Test
    void whatCannotBeWeighedHasNoPrice() {
        var curve = curve(new CostCurve.Point(at(0), 400));
        assertThat(WishPrice.of(null, 200, MORNING)).isNull();
        assertThat(WishPrice.of(curve, 0, MORNING)).isNull();
        assertThat(WishPrice.of(curve, 1e-12, MORNING))
                .isEqualTo(new StartCost(List.of(new StartCost.Point(0, 365L * 24 * 3600 * LATE_SECOND))));
    }

    /** A window of two hours, of which the later end is cheap; a lot is on the drill first, and none is late by it. */
    @Test
    void thePlanTakesTheCheapTimeWhereNothingIsLateByIt() {
        var cheapLater = curve(
                new CostCurve.Point(at(0), 300), new CostCurve.Point(at(80), 0), new CostCurve.Point(at(120), 200));
        assertThat(start(new Told().wish(DRILL, at(0), at(120)))).isNotEqualTo(Duration.ofMinutes(80));
        assertThat(start(new Told().wish(DRILL, at(0), at(120), cheapLater))).isEqualTo(Duration.ofMinutes(80));
    }

    private static Duration start(Told floor) {
        var first = FirstPlan.of(
                new Scheduler(SolverSettings.fast()), floor.order("O-1", null).state(), MORNING, Duration.ZERO);
        var slot = first.schedule().maintenance().getFirst();
        return Duration.ofSeconds(slot.start());
    }
}
