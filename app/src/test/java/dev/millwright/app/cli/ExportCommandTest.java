package dev.millwright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.app.LivePlant;
import dev.millwright.plant.event.EventJson;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ExportCommandTest {

    @TempDir
    private Path dir;

    @Test
    void whatAPlantKnewIsWrittenWhenItHasStopped() throws Exception {
        Path data = dir.resolve("data");
        Path to = dir.resolve("out/export");
        long events;
        int planned;
        try (var millwright = LivePlant.start(LivePlant.settings("machine-shop", data, 100, null))) {
            LivePlant.await(millwright.twin(), "a plan is in force", state -> state.plan() != null);
            var running = export(to, data);
            assertThat(running.code()).isEqualTo(1);
            assertThat(running.complaint())
                    .containsExactly(
                            "millwright: The data directory %s is in use by this process."
                                    .formatted(data.resolve("journal")),
                            "Stop that one first, or use another directory.");
        }
        try (var stopped = dev.millwright.app.Millwright.open(LivePlant.settings("machine-shop", data, 100, null))) {
            events = stopped.twin().lastOffset();
            planned = stopped.twin().state().plan().plan().operations().size();
        }

        // Read as another plant's, the journal would make no sense: neither to export nor to run.
        for (var verb : new String[][] {{"export", to.toString()}, {"up", "--port", "0", "--mqtt-port", "0"}}) {
            var other = Shell.run(java.util.stream.Stream.concat(
                            java.util.Arrays.stream(verb),
                            java.util.stream.Stream.of("--plant", "board-shop", "--data-dir", data.toString()))
                    .toArray());
            assertThat(other.code()).isEqualTo(1);
            assertThat(other.complaint().getFirst())
                    .isEqualTo("millwright: %s holds what happened in plant 'machine-shop', not in 'board-shop'."
                            .formatted(data));
        }
        var shell = export(to, data);

        assertThat(shell.err()).isEmpty();
        assertThat(shell.code()).isZero();
        assertThat(shell.out()).startsWith(events + " events, ").contains(to.toString());
        var mapper = EventJson.mapper();
        long offset = 0;
        for (var line : Files.readAllLines(to.resolve("journal.jsonl"))) {
            assertThat(mapper.readTree(line).path("offset").asLong()).isEqualTo(++offset);
        }
        assertThat(offset).isEqualTo(events).isGreaterThan(10);
        assertThat(mapper.readTree(to.resolve("schedule.json").toFile()).path("operations"))
                .hasSize(planned)
                .isNotEmpty();
        assertThat(to.resolve("plant.yaml")).hasSameBinaryContentAs(LivePlant.EXAMPLES.resolve("machine-shop.yaml"));
    }

    @Test
    void withoutAJournalThereIsNothingToExport() {
        var shell = export(dir.resolve("out"), dir);
        assertThat(shell.code()).isEqualTo(1);
        assertThat(shell.complaint())
                .containsExactly(
                        "millwright: There is no journal in %s.".formatted(dir),
                        "Run './millwright up' first, or name another --data-dir.");
        assertThat(dir.resolve("out")).doesNotExist();
    }

    private static Shell export(Path to, Path data) {
        return Shell.run("export", to, "--plant", "machine-shop", "--data-dir", data);
    }
}
