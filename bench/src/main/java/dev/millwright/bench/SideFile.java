package dev.millwright.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.millwright.plant.event.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is measured already, beside the file to come: a JSON line for each trial, written the moment it ends, so that a
 * killed evaluation goes on where it was. Lines of other settings are left alone.
 *
 * @param <T> what is known of a trial when it is over
 */
public final class SideFile<T> {

    /** A trial with the settings it was made under; only equal settings may share a table. */
    private record Line(Map<String, Object> settings, JsonNode measured) {}

    private static final JsonMapper MAPPER = EventJson.mapper();

    private final @Nullable Path file;
    private final Map<String, Object> settings;
    private final Class<T> type;
    private final Function<T, String> key;
    private final Map<String, T> measured = new HashMap<>();
    private final List<String> foreign = new ArrayList<>();

    private SideFile(@Nullable Path file, Map<String, Object> settings, Class<T> type, Function<T, String> key) {
        this.file = file;
        this.settings = settings;
        this.type = type;
        this.key = key;
    }

    /**
     * Opens the side file of a JSON file to be.
     *
     * @param json where the figures will be written; null: nothing is kept
     * @param key by what a trial is found again
     */
    public static <T> SideFile<T> beside(
            @Nullable Path json, Map<String, Object> settings, Class<T> type, Function<T, String> key)
            throws IOException {
        if (json == null) {
            return new SideFile<>(null, settings, type, key);
        }
        var absolute = json.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        var side = new SideFile<>(absolute.resolveSibling(absolute.getFileName() + ".partial"), settings, type, key);
        side.load();
        return side;
    }

    /** The trial of this key, or null. */
    public @Nullable T find(String name) {
        return measured.get(name);
    }

    public int size() {
        return measured.size();
    }

    public void add(T trial) throws IOException {
        measured.put(key.apply(trial), trial);
        if (file != null) {
            var line = MAPPER.writeValueAsString(new Line(settings, MAPPER.valueToTree(trial)));
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /** The figures are written; what they were made of is not needed any more. */
    public void done() throws IOException {
        if (file != null && foreign.isEmpty()) {
            Files.deleteIfExists(file);
        } else if (file != null) {
            replace(foreign);
        }
    }

    private void load() throws IOException {
        if (file == null || !Files.exists(file)) {
            return;
        }
        var whole = new ArrayList<String>();
        for (var text : Files.readAllLines(file)) {
            var line = parsed(text);
            if (line == null) {
                continue;
            }
            whole.add(text);
            if (line.settings().equals(settings)) {
                var trial = MAPPER.treeToValue(line.measured(), type);
                measured.put(key.apply(trial), trial);
            } else {
                foreign.add(text);
            }
        }
        // A kill may have torn the last line; the next one must not be glued to it.
        replace(whole);
    }

    private static @Nullable Line parsed(String text) {
        try {
            return MAPPER.readValue(text, Line.class);
        } catch (JsonProcessingException torn) {
            return null;
        }
    }

    private void replace(List<String> lines) throws IOException {
        if (file != null) {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
