package dev.millwright.simulation;

import static dev.millwright.plant.PlantFixtures.DRILL;
import static dev.millwright.plant.PlantFixtures.PRESS_1;
import static dev.millwright.plant.PlantFixtures.PRESS_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResumeTest {

    private final TestFloor floor = new TestFloor(PlantFixtures.cell(), 3);

    @Test
    void goesOnWhereTheTwinSaysItWas() {
        floor.plant.resume(
                List.of(
                        new LotMemory("O-1.1", "bracket", PRESS_1, Set.of("O-1.1:10"), Map.of()),
                        new LotMemory("O-1.2", "bracket", PRESS_2, Set.of(), Map.of("O-1.2:10", 2))),
                List.of(MachineMemory.idle(PRESS_1, 0.4), new MachineMemory(PRESS_2, 0.2, "O-1.2", "O-1.2:10", 2)));
        floor.pass(10);
        assertThat(floor.plant.wear(PRESS_1)).isCloseTo(0.4, within(1e-12));
        var stopped = new Fact.OperationInterrupted("O-1.2", "O-1.2:10", 2, "the machine was switched off");
        assertThat(floor.facts(PRESS_2, Fact.OperationInterrupted.class)).containsExactly(stopped);
        assertThat(floor.plant.describe(PRESS_2))
                .extracting(Draft::fact)
                .contains(stopped, new Fact.LotArrived("O-1.2"));
        floor.work(DRILL, "O-1.1", 20, 5);
        floor.work(PRESS_2, "O-1.2", 10, 3);
        floor.pass(200);
        assertThat(floor.facts(DRILL, Fact.OperationCompleted.class)).hasSize(1);
        assertThat(floor.facts(PRESS_2, Fact.OperationCompleted.class))
                .singleElement()
                .satisfies(done -> assertThat(done.good() + done.scrap()).isEqualTo(3));
    }

    /** A birth tells the running operation with its counts, and later how it ended. */
    @Test
    void aBirthHoldsTheWholePresentState() {
        floor.pass(10);
        floor.work(PRESS_1, "O-1.1", 10, 5);
        floor.pass(50);
        List<Fact> facts = facts();
        assertThat(facts).contains(new Fact.OperationStarted("O-1.1", "O-1.1:10"), new Fact.LotArrived("O-1.1"));
        assertThat(facts).hasAtLeastOneElementOfType(Fact.PartsCounted.class);
        assertThat(facts).hasAtLeastOneElementOfType(Fact.MachineModeChanged.class);
        assertThat(facts).hasAtLeastOneElementOfType(Fact.MachineStateChanged.class);
        assertThat(facts).hasAtLeastOneElementOfType(Fact.ReadingsTaken.class);
        floor.pass(100);
        assertThat(facts()).hasAtLeastOneElementOfType(Fact.OperationCompleted.class);
        floor.forget();
        floor.work(PRESS_1, "O-1.1", 10, 5);
        floor.pass(1);
        assertThat(floor.facts(PRESS_1, Fact.OperationCompleted.class))
                .as("told to do what is done, it says so again")
                .hasSize(1);
    }

    private List<Fact> facts() {
        return floor.plant.describe(PRESS_1).stream().map(Draft::fact).toList();
    }
}
