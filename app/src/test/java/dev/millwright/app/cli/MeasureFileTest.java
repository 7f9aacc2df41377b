package dev.millwright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.event.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureFileTest {

    private static final Instant STARTED = Instant.parse("2030-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void theTableLinesUpAndWholeNumbersHaveNoFraction() {
        var metrics = new LinkedHashMap<String, Number>();
        metrics.put("makespan", 55L);
        metrics.put("gap", 0.123456);
        metrics.put("boards", 2.0);
        assertThat(file(metrics).table().lines())
                .containsExactly("  makespan  55", "  gap       0.1235", "  boards    2");
        assertThat(file(Map.of()).table()).isEmpty();
    }

    @Test
    void aFileIsWrittenWhereAskedAndNowhereElse() throws IOException {
        file(Map.of("x", 1)).write(null);
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
        Path target = folder.resolve("a/b/c.json");
        file(Map.of("x", 1)).write(target);
        var json = EventJson.mapper().readTree(target.toFile());
        assertThat(json.path("started").asText()).isEqualTo("2030-01-01T00:00:00Z");
        assertThat(json.path("machine").asText()).contains(System.getProperty("os.name"), "cores, JDK");
        assertThat(json.path("commit").asText()).matches("[0-9a-f]{7,40}|unknown");
        assertThat(json.path("seconds").asDouble()).isBetween(2.0, 60.0);
        assertThat(json.path("rows").path(0).path("n").asInt()).isEqualTo(1);
    }

    private static MeasureFile file(Map<String, Number> metrics) {
        return MeasureFile.of(
                "x", STARTED, System.nanoTime() - 2_000_000_000L, Map.of(), metrics, List.of(Map.of("n", 1)));
    }
}
