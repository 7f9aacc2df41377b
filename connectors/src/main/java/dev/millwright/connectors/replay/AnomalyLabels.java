package dev.millwright.connectors.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people said was wrong in a table: a column of it (SKAB), or {@code windows.json} beside it (NAB). */
final class AnomalyLabels {

    private static final String WINDOWS = "windows.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AnomalyLabels() {}

    /** When the first anomaly of a series was over; {@code null} when nobody said that there was one. */
    static @Nullable Instant firstEnd(Path file, List<Table.Row> rows) {
        boolean began = false;
        for (var row : rows) {
            if (began && !row.anomalous()) {
                return row.time();
            }
            began |= row.anomalous();
        }
        return began ? rows.getLast().time() : firstWindow(file);
    }

    /** NAB's windows: {"folder/table.csv": [["2013-12-10 06:25:00", "2013-12-12 05:35:00"], ...]}. */
    private static @Nullable Instant firstWindow(Path file) {
        Path windows = file.resolveSibling(WINDOWS);
        if (!Files.isRegularFile(windows)) {
            return null;
        }
        JsonNode labels;
        try {
            labels = JSON.readTree(windows.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be read: %s".formatted(windows, e.getMessage()), e);
        }
        for (var label : labels.properties()) {
            if (label.getKey().endsWith(String.valueOf(file.getFileName()))) {
                return TimeText.parse(label.getValue().path(0).path(1).asText(""));
            }
        }
        return null;
    }
}
