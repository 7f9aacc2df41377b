package dev.millwright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import dev.millwright.simulation.LotMemory;
import dev.millwright.simulation.MachineMemory;
import dev.millwright.twin.TwinEngine;
import dev.millwright.twin.TwinSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloorMemoryTest {

    private static final Instant START = Instant.parse("2030-01-01T06:00:00Z");

    @TempDir
    private Path dir;

    @Test
    void openLotsRunningWorkAndWearAreRemembered() {
        try (var twin = TwinEngine.open(PlantFixtures.cell(), dir, TwinSettings.DEFAULT, InstantSource.fixed(START))) {
            // Lots of five: the first is done, the second drills its third part, the third has not begun.
            tell(twin, EquipmentId.of("hall"), PlantFixtures.orderAdded("O-7", 12));
            var lots = List.copyOf(twin.state().lots().values());
            assertThat(lots).hasSize(3);
            for (var lot : lots.subList(0, 2)) {
                run(
                        twin,
                        PlantFixtures.PRESS_1,
                        lot.id(),
                        lot.operations().get(0).id());
            }
            run(
                    twin,
                    PlantFixtures.DRILL,
                    lots.get(0).id(),
                    lots.get(0).operations().get(1).id());
            var second = lots.get(1);
            var drilling = second.operations().get(1).id();
            tell(twin, PlantFixtures.DRILL, new Fact.LotArrived(second.id()));
            tell(twin, PlantFixtures.DRILL, new Fact.MachineStateChanged(PackMlState.EXECUTE, null));
            tell(twin, PlantFixtures.DRILL, new Fact.OperationStarted(second.id(), drilling));
            tell(twin, PlantFixtures.DRILL, new Fact.PartsCounted(second.id(), drilling, 2, 1, 0));
            tell(twin, PlantFixtures.PRESS_1, new Fact.HealthAssessed(0.7, List.of()));
            tell(twin, PlantFixtures.PRESS_2, new Fact.HealthAssessed(0, List.of()));

            var memory = FloorMemory.of(twin.state());

            var pressed = second.operations().get(0).id();
            assertThat(memory.lots())
                    .containsExactlyInAnyOrder(
                            new LotMemory(
                                    second.id(), "bracket", PlantFixtures.DRILL, Set.of(pressed), Map.of(drilling, 3)),
                            new LotMemory(lots.get(2).id(), "bracket", null, Set.of(), Map.of()));
            // A machine with no health left would fail in the moment it starts: it keeps a little life.
            assertThat(memory.machines())
                    .usingRecursiveFieldByFieldElementComparator(
                            org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration.builder()
                                    .withComparatorForType(
                                            new org.assertj.core.util.DoubleComparator(1e-9), Double.class)
                                    .build())
                    .containsExactlyInAnyOrder(
                            MachineMemory.idle(PlantFixtures.PRESS_1, 0.3),
                            MachineMemory.idle(PlantFixtures.PRESS_2, 0.95),
                            new MachineMemory(PlantFixtures.DRILL, 0, second.id(), drilling, 3));
        }
    }

    private static void run(TwinEngine twin, EquipmentId machine, String lot, String operation) {
        tell(twin, machine, new Fact.LotArrived(lot));
        tell(twin, machine, new Fact.OperationStarted(lot, operation));
        tell(twin, machine, new Fact.OperationCompleted(lot, operation, 5, 0, 0));
    }

    /** Everything happens a second after what came before. */
    private static void tell(TwinEngine twin, EquipmentId subject, Fact fact) {
        twin.accept(Draft.of(START.plusSeconds(twin.lastOffset()), "test", subject, fact))
                .join();
    }
}
