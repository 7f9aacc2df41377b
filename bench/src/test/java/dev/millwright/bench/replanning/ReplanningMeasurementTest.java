package dev.millwright.bench.replanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.scheduling.cpsat.SolverSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplanningMeasurementTest {

    private static final SolverSettings SHORT = new SolverSettings(Duration.ofMillis(100), 1, 1, false);

    @TempDir
    private Path folder;

    /** Two jobs of one operation each on two machines, in the layout of the public episodes; machine 0 breaks down. */
    @BeforeEach
    void writeAnEpisode() throws IOException {
        write("base/tiny.fjs", "2 2\n1 2 1 10 2 10\n1 2 1 10 2 10\n");
        write("incumbents/tiny_seed00.json", """
                {"schedule": {"0": {"machine": 0, "start": 0.0, "end": 10.0},
                              "1": {"machine": 0, "start": 10.0, "end": 20.0}}}
                """);
        write("episodes/tiny_seed00_ep001.json", """
                {"episode_id": "tiny_ep", "instance_id": "tiny", "incumbent_ref": "outputs\\\\incumbents\\\\tiny_seed00.json",
                 "events": [
                  {"type": "machine_breakdown", "time": 4.5,
                   "payload": {"machine_id": 0, "down_start": 4.5, "down_end": 104.2}},
                  {"type": "job_arrival", "time": 6.1,
                   "payload": {"new_job": {"job_id": 7, "operations": [
                    {"op_index": 0, "options": [{"machine_id": 1, "processing_time": 3.0}]}]}}}]}
                """);
    }

    @Test
    void everyEventIsARowAndFiguresAreFlat() throws IOException {
        var figures = measurement(List.of("made-up"), null).run();
        assertThat(figures.rows())
                .extracting(row -> row.get("episode") + " " + row.get("family") + " " + row.get("kind"))
                .containsExactly("tiny_ep made-up breakdown", "tiny_ep made-up arrival");
        assertThat(figures.metrics().get("feasible_count")).isEqualTo(6L);
        assertThat(figures.metrics().get("mean_improvement_percent").doubleValue())
                .as("the second job goes to the other machine instead of waiting for the repair")
                .isPositive();
        assertThat(figures.metrics()).containsKeys("large_first_ms_p99", "large_frozen_first_ms_p50");
        assertThat(figures.settings()).containsEntry("seconds", 0.1);
    }

    @Test
    void whatIsMeasuredIsNotMeasuredAgain() throws IOException {
        var json = folder.resolve("out.json");
        var first = measurement(List.of(), json);
        var rows = first.run().rows();
        assertThat(folder.resolve("out.json.partial")).exists();
        assertThat(measurement(List.of(), json).run().rows())
                .as("the very same times")
                .isEqualTo(rows);
        first.written();
        assertThat(folder.resolve("out.json.partial")).doesNotExist();
    }

    @Test
    void aFamilyOrFolderThatIsNotThereIsRefusedInWords() {
        assertThatThrownBy(() -> measurement(List.of("brandimarte"), null).run())
                .hasMessageContaining("brandimarte")
                .hasMessageContaining("made-up");
        assertThatThrownBy(() -> new EpisodeReader(folder.resolve("nowhere")).sources())
                .hasMessageContaining("There are no episodes");
    }

    private ReplanningMeasurement measurement(List<String> families, @Nullable Path json) {
        return new ReplanningMeasurement(folder, families, 5, SHORT, 2, json);
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve("dynamic/dfjsp-episodes/made-up").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
