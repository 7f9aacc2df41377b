package dev.millwright.connectors.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A CSV file of signals over time, parted by commas or semicolons.
 *
 * @param series rows in time order, by the machine they name; one nameless series without such a column
 */
record Table(Map<String, List<Row>> series) {

    private static final Set<String> TIME = Set.of("time", "timestamp", "datetime", "date", "ts");
    private static final String MACHINE = "machine";
    private static final String ANOMALY = "anomaly";
    /** Columns that judge the data and that no machine measured (SKAB). */
    private static final Set<String> LABELS = Set.of(ANOMALY, "changepoint");

    /**
     * One moment.
     *
     * @param anomalous true where the table itself says that something was wrong
     */
    @SuppressWarnings("ArrayRecordComponent") // a table has hundreds of thousands of rows; they are never compared
    record Row(Instant time, List<String> signals, double[] values, boolean anomalous) {}

    static boolean isIn(Path file) {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            String header = in.readLine();
            return header != null && cells(header).stream().anyMatch(name -> TIME.contains(key(name)));
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    static Table read(Path file) {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            return read(file, in);
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Table read(Path file, BufferedReader in) throws IOException {
        String first = in.readLine();
        List<String> header = cells(first == null ? "" : first);
        int time = -1;
        int machine = -1;
        int anomaly = -1;
        var columns = new ArrayList<Integer>();
        var signals = new ArrayList<String>();
        for (int i = 0; i < header.size(); i++) {
            String key = key(header.get(i));
            if (time < 0 && TIME.contains(key)) {
                time = i;
            } else if (key.equals(MACHINE)) {
                machine = i;
            } else if (key.equals(ANOMALY)) {
                anomaly = i;
            } else if (!LABELS.contains(key) && !key.isEmpty()) {
                columns.add(i);
                signals.add(header.get(i).trim());
            }
        }
        var names = List.copyOf(signals);
        var series = new LinkedHashMap<String, List<Row>>();
        int number = 1;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            List<String> cells = cells(line);
            Instant at = time < cells.size() ? TimeText.parse(cells.get(time)) : null;
            if (at == null) {
                throw new IllegalArgumentException(
                        "%s, line %d: '%s' is no time.\nWrite ISO 8601, or seconds or milliseconds since 1970."
                                .formatted(file, number, time < cells.size() ? cells.get(time) : line));
            }
            var values = new double[names.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = columns.get(i) < cells.size() ? Series.number(cells.get(columns.get(i))) : Double.NaN;
            }
            String name = machine < 0 || machine >= cells.size() ? "" : cells.get(machine);
            boolean anomalous = anomaly >= 0 && anomaly < cells.size() && Series.number(cells.get(anomaly)) > 0;
            series.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Row(at, names, values, anomalous));
        }
        if (series.isEmpty()) {
            throw new IllegalArgumentException("%s has a header and no rows.\nGive it one at least.".formatted(file));
        }
        series.values().forEach(rows -> rows.sort(Comparator.comparing(Row::time)));
        return new Table(series);
    }

    static List<String> cells(String line) {
        return List.of(line.split(line.indexOf(';') >= 0 ? ";" : ",", -1));
    }

    private static String key(String name) {
        return name.trim().toLowerCase(java.util.Locale.ROOT);
    }
}
