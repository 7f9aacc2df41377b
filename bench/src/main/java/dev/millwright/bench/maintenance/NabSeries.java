package dev.millwright.bench.maintenance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * NAB's machine temperature: a value every five minutes, and where its anomalies lie.
 *
 * @param windows first and last row of each labelled window
 * @param labels the row of each anomaly
 */
record NabSeries(List<Double> values, List<Window> windows, List<Integer> labels) {
    private static final String FILE = "machine_temperature_system_failure.csv";
    private static final String CURE =
            "NAB's machine temperature has %s, windows.json and labels.json.".formatted(FILE);
    private static final int SECONDS_PLACES = 19;

    /** A window in which an anomaly counts as found; both rows belong to it. */
    record Window(int from, int to) {
        boolean holds(int row) {
            return from <= row && row <= to;
        }

        int width() {
            return to - from + 1;
        }
    }

    static NabSeries read(Path folder) {
        var file = folder.resolve(FILE);
        var lines = Lines.of(file, CURE);
        if (lines.size() < 2 || !lines.getFirst().strip().equals("timestamp,value")) {
            throw new IllegalArgumentException(
                    "%s does not begin with 'timestamp,value' and rows.\n%s".formatted(file, CURE));
        }
        var times = new ArrayList<String>();
        var values = new ArrayList<Double>();
        for (int i = 1; i < lines.size(); i++) {
            var cells = lines.get(i).split(",", -1);
            if (cells.length != 2) {
                throw new IllegalArgumentException("%s line %d has %d cells instead of 2.\nFetch the file again."
                        .formatted(file, i + 1, cells.length));
            }
            times.add(cells[0]);
            values.add(Lines.number(file, i + 1, "value", cells[1]));
        }
        var windows = new ArrayList<Window>();
        for (var pair : entry(folder.resolve("windows.json"))) {
            windows.add(new Window(place(times, pair.path(0)), place(times, pair.path(1))));
        }
        var labels = new ArrayList<Integer>();
        entry(folder.resolve("labels.json")).forEach(label -> labels.add(place(times, label)));
        return new NabSeries(values, windows, labels);
    }

    private static JsonNode entry(Path file) {
        try {
            var tree = new ObjectMapper().readTree(String.join("\n", Lines.of(file, CURE)));
            return tree.path("realKnownCause/" + FILE);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "%s is no JSON: %s\n%s".formatted(file, e.getOriginalMessage(), CURE), e);
        }
    }

    private static int place(List<String> times, JsonNode time) {
        var text = time.asText();
        int place = times.indexOf(text.length() > SECONDS_PLACES ? text.substring(0, SECONDS_PLACES) : text);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "A label of NAB at '%s' meets no row of %s.\nFetch both files again.".formatted(text, FILE));
        }
        return place;
    }
}
