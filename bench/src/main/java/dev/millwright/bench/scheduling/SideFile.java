package dev.millwright.bench.scheduling;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import org.jspecify.annotations.Nullable;

/**
 * What is measured already, beside the file to come: a JSON line for each trial, written the moment it ends, so that a
 * killed evaluation goes on where it was. Lines of other settings are left alone.
 */
final class SideFile {

    /** A trial with the settings it was made under; only equal settings may share a table. */
    private record Line(Map<String, Object> settings, Measured measured) {}

    private static final JsonMapper MAPPER = EventJson.mapper();

    private final @Nullable Path file;
    private final Map<String, Object> settings;
    private final Map<String, Measured> measured = new HashMap<>();
    private final List<String> foreign = new ArrayList<>();

    private SideFile(@Nullable Path file, Map<String, Object> settings) {
        this.file = file;
        this.settings = settings;
    }

    /**
     * Opens the side file of a JSON file to be.
     *
     * @param json where the figures will be written; null: nothing is kept
     */
    static SideFile beside(@Nullable Path json, Map<String, Object> settings) throws IOException {
        if (json == null) {
            return new SideFile(null, settings);
        }
        var absolute = json.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        var side = new SideFile(absolute.resolveSibling(absolute.getFileName() + ".partial"), settings);
        side.load();
        return side;
    }

    @Nullable
    Measured find(String instance, String solver) {
        return measured.get(key(instance, solver));
    }

    int size() {
        return measured.size();
    }

    void add(Measured trial) throws IOException {
        measured.put(key(trial.instance(), trial.solver()), trial);
        if (file != null) {
            var line = MAPPER.writeValueAsString(new Line(settings, trial));
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /** The figures are written; what they were made of is not needed any more. */
    void done() throws IOException {
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
                measured.put(key(line.measured().instance(), line.measured().solver()), line.measured());
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

    private static String key(String instance, String solver) {
        return instance + " " + solver;
    }
}
