package dev.millwright.plant.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.Lot;
import dev.millwright.plant.Plant;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The shipped plants are what the guide, the demo and the benches count on. */
class ExamplesTest {

    static final Path EXAMPLES = Path.of("..", "examples");

    @Test
    void theBoardShopHasTwoLinesAlternativesAndARepairLoop() {
        var plant = PlantFile.load(EXAMPLES.resolve("board-shop.yaml"));
        assertThat(plant.lines()).hasSize(2);
        assertThat(plant.machines()).hasSize(14);
        assertThat(plant.machinesThatCan("place")).hasSize(3);
        assertThat(plant.cameras()).hasSize(2);
        assertThat(plant.products()).allSatisfy(product -> assertThat(product.route())
                .anySatisfy(step -> assertThat(step.repairs()).isEqualTo("repair")));
        assertThat(lots(plant)).isBetween(60, 80);
        assertThat(busiestHours(plant)).isBetween(8.0, 18.0);
    }

    @Test
    void theMachineShopLetsMostStepsChooseTheirMachine() {
        var plant = PlantFile.load(EXAMPLES.resolve("machine-shop.yaml"));
        assertThat(plant.machines()).hasSize(20);
        assertThat(plant.products().stream()
                        .flatMap(product -> product.route().stream())
                        .filter(step -> plant.machinesThatCan(step.capability()).size() > 1)
                        .count())
                .isGreaterThan(15);
        assertThat(lots(plant)).isBetween(40, 80);
        assertThat(busiestHours(plant)).isBetween(6.0, 20.0);
    }

    /** C-MAPSS names its columns setting1 to setting3 and s01 to s21; a replay finds its signals by these names. */
    @Test
    void theEngineCellsMeasureWhatCmapssRecorded() {
        var plant = PlantFile.load(EXAMPLES.resolve("engine-cells.yaml"));
        assertThat(plant.machines()).allSatisfy(cell -> {
            assertThat(cell.signals()).hasSize(24);
            assertThat(cell.signals().getFirst().name()).isEqualTo("setting1");
            assertThat(cell.signals().getLast().name()).isEqualTo("s21");
            assertThat(cell.reliability().mttfHours()).isEqualTo(20.6);
        });
        assertThat(busiestHours(plant)).isBetween(10.0, 20.0);
    }

    static int lots(Plant plant) {
        return plant.orderBook().stream()
                .mapToInt(entry -> Lot.of(
                                entry.at(Instant.EPOCH),
                                plant.product(entry.product()).orElseThrow())
                        .size())
                .sum();
    }

    /** Hours of work on the busiest capability when its machines share it evenly: a bound no schedule can beat. */
    static double busiestHours(Plant plant) {
        return plant.machines().stream()
                .flatMap(machine -> machine.capabilities().stream())
                .distinct()
                .mapToDouble(capability -> workSeconds(plant, capability)
                        / 3600
                        / plant.machinesThatCan(capability).stream()
                                .mapToDouble(machine -> machine.speedFactor())
                                .sum())
                .max()
                .orElse(0);
    }

    private static double workSeconds(Plant plant, String capability) {
        return plant.orderBook().stream()
                .mapToDouble(entry -> entry.quantity()
                        * plant.product(entry.product()).orElseThrow().route().stream()
                                .filter(step -> step.capability().equals(capability))
                                .mapToDouble(step -> step.secondsPerPart())
                                .sum())
                .sum();
    }
}
