package dev.millwright.connectors.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.plant.Machine;
import dev.millwright.plant.Plant;
import dev.millwright.plant.Signal;
import dev.millwright.plant.file.PlantFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table nobody described becomes a plant that runs. */
class PlantSketchTest {

    @TempDir
    private Path folder;

    @Test
    void machinesAndSignalsAreThoseOfTheTableAsTheyWereWhileAllWasWell() throws IOException {
        Path mine = Files.createDirectory(folder.resolve("My Pumps (2024)"));
        var rows = new StringBuilder("time,machine,flow \"l/min\",load,anomaly\n");
        for (int n = 0; n < 400; n++) {
            // The flow swings by one around fifty, until it breaks down at the end.
            double flow = n < 300 ? 50 + (n % 2 == 0 ? 1 : -1) : 10;
            rows.append("%d,A,%s,,%d%n".formatted(1_600_000_000L + 10L * n, flow, n >= 300 && n < 350 ? 1 : 0));
            rows.append("%d,B,%s,7,0%n".formatted(1_600_000_000L + 10L * n, 2 * flow));
        }
        Files.writeString(mine.resolve("log.csv"), rows);

        var drawn = (RecordedPlant.Drawn) Recording.plant(mine);
        Plant plant = PlantFile.parse(drawn.name(), drawn.yaml());
        assertThat(drawn.name()).isEqualTo("my-pumps-2024").isEqualTo(plant.name());
        assertThat(plant.machines()).hasSize(2);
        Signal flow = plant.machines().getFirst().signals().getFirst();
        assertThat(flow.name()).isEqualTo("flow \"l/min\"");
        assertThat(flow.nominal()).isCloseTo(50, within(0.1));
        assertThat(flow.noise()).isCloseTo(1, within(0.1));
        assertThat(flow.periodSeconds()).isEqualTo(10);
        assertThat(plant.machines().getFirst().signals())
                .as("a column without a number is no signal")
                .hasSize(1);
        assertThat(plant.machines().getLast().signals()).hasSize(2);

        var recording = Recording.detect(mine, plant);
        assertThat(recording.story()).isEqualTo(Duration.ofSeconds(3_500));
        assertThat(recording.machines())
                .containsExactlyElementsOf(
                        plant.machines().stream().map(Machine::id).toList());
        assertThat(plant.orderBook()).hasSize(6);
        // The machines have work until their first failure, and not for much longer.
        double seconds = plant.orderBook().stream()
                .mapToDouble(order -> order.quantity() * 10.0)
                .sum();
        assertThat(seconds / 2).isCloseTo(3_500, within(100.0));
    }

    @Test
    void aSmallTableIsEnough() throws IOException {
        Files.writeString(folder.resolve("two.csv"), "time,heat\n2020-01-01,1\n2020-01-02,2\n");
        var drawn = (RecordedPlant.Drawn) Recording.plant(folder);
        assertThat(PlantFile.parse("two", drawn.yaml()).machines()).hasSize(1);
        assertThat(Recording.detect(folder, PlantFile.parse("two", drawn.yaml()))
                        .drafts(Instant.EPOCH))
                .hasSize(4);
    }
}
