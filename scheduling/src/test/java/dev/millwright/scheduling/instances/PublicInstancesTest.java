package dev.millwright.scheduling.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every public file, where they are at hand. */
class PublicInstancesTest {
    private static final Set<String> OTHER_FORMATS = Set.of("djsp-ding", "jit-jssp-sdst");
    private static final Set<String> PLANNED =
            Set.of("la", "orb", "brandimarte", "jssp-total-tardiness-pfvt", "fajsp-dafjs");

    /** A row of the table of bounds; source texts with commas stand between the columns read. */
    private record Row(String family, String jobs, String machines, String objective, Path file) {
        static Row of(Path data, String line) {
            var columns = line.split(",", -1);
            var file = data.resolve(line.substring(line.lastIndexOf(',') + 1));
            return new Row(columns[1], columns[2], columns[3], columns[4], file);
        }
    }

    @Test
    void everyFileIsReadInTheSizeAndWithTheObjectiveOfTheTableOfBounds() throws IOException {
        for (var row : rows()) {
            var instance = InstanceReader.instance(row.file());
            if (!row.jobs().isEmpty()) {
                assertThat(instance.problem().jobs()).as(row.toString()).hasSize(Integer.parseInt(row.jobs()));
            }
            if (!row.machines().equals("of")) { // so stands in the table where it should say how many
                assertThat(instance.problem().machines()).as(row.toString()).hasSize(Integer.parseInt(row.machines()));
            }
            assertThat(instance.objective())
                    .as(row.toString())
                    .isEqualTo(
                            row.objective().endsWith("tardiness") ? Objective.ofTardiness() : Objective.ofMakespan());
            assertThat(instance.format().contains("setups"))
                    .as(row.toString())
                    .isEqualTo(row.family().contains("sdst"));
            assertThat(instance.format().equals("flow shop"))
                    .as(row.toString())
                    .isEqualTo(row.family().startsWith("flowshop"));
        }
    }

    @Test
    void whatWasReadCanBePlanned() throws IOException {
        for (var row : rows()) {
            if (PLANNED.contains(row.family())) {
                var instance = InstanceReader.instance(row.file());
                var plan = new Dispatcher(new PlanRequest(instance.problem(), instance.objective(), null)).best();
                assertThat(ScheduleChecker.check(instance.problem(), plan))
                        .as(row.toString())
                        .isEmpty();
            }
        }
    }

    private static List<Row> rows() throws IOException {
        var folder = System.getenv("MILLWRIGHT_DATA");
        assumeTrue(folder != null, "MILLWRIGHT_DATA is not set");
        var data = Path.of(folder, "scheduling");
        assumeTrue(Files.isDirectory(data), "no scheduling data under MILLWRIGHT_DATA");
        return Files.readAllLines(data.resolve("bounds.csv")).stream()
                .skip(1)
                .map(line -> Row.of(data, line))
                .filter(row -> !OTHER_FORMATS.contains(row.family()))
                .toList();
    }
}
