package dev.millwright.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuckDbHistoryTest extends HistoryContract {

    @Override
    HistoryStore store() {
        return HistoryStore.DuckDb.at(folder.resolve("data/history.duckdb"));
    }

    /** The offset and the rows go together through a kill, whenever it strikes. */
    @Test
    void aKilledWriterLeavesRowsAndOffsetThatAgree() throws Exception {
        var file = folder.resolve("killed.duckdb");
        String java = ProcessHandle.current().info().command().orElse("java");
        Process writer = new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = writer.inputReader()) {
            for (int batch = 0; batch < 20; batch++) {
                assertThat(out.readLine()).as("the writer died early").isNotNull();
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        try (History history = History.open(HistoryStore.DuckDb.at(file))) {
            long last = history.lastOffset();
            assertThat(last).isGreaterThanOrEqualTo(20 * EndlessWriter.BATCH);
            SeriesQuery all = new SeriesQuery(PRESS, "force", NOON, NOON.plusSeconds(1_000_000_000));
            long stored = history.series(all, 2).buckets().stream()
                    .mapToLong(Bucket::count)
                    .sum();
            assertThat(stored).isEqualTo(last);
        }
    }

    @Test
    void manySamplesStaySmallAndQuick() {
        try (History history = History.open(new HistoryStore.DuckDb(folder.resolve("many.duckdb"), 64))) {
            for (int b = 0; b < 10; b++) {
                List<HistoryEntry> batch = new ArrayList<>();
                for (int i = 0; i < 20_000; i++) {
                    int n = b * 20_000 + i;
                    batch.add(sample(n + 1, n, Math.sin(n / 1000.0)));
                }
                history.append(batch);
            }
            SeriesQuery all = new SeriesQuery(PRESS, "force", NOON, NOON.plusSeconds(200_000));
            Downsampled series = history.series(all, 500);
            assertThat(series.buckets().stream().mapToLong(Bucket::count).sum()).isEqualTo(200_000);
            assertThat(series.buckets()).hasSizeLessThanOrEqualTo(500);
        }
        assertThat(folder.resolve("many.duckdb")).exists();
    }

    @Test
    void saysWhatMayBeWrongWithAFileThatIsNoDatabase() throws Exception {
        var file = folder.resolve("letter.duckdb");
        Files.writeString(file, "Dear reader, this is no database.".repeat(1000));
        assertThatThrownBy(() -> History.open(HistoryStore.DuckDb.at(file)))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("letter.duckdb")
                .hasMessageContaining("another process");
        assertThatThrownBy(() -> new HistoryStore.DuckDb(file, 8)).hasMessageContaining("8 MB");
        assertThatThrownBy(() -> new HistoryStore.PostgreSql("localhost", "me", "secret"))
                .hasMessageContaining("jdbc:postgresql://");
    }
}
