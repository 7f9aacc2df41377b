package dev.millwright.maintenance.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.millwright.maintenance.features.UnitRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Reads machines from a CSV file with a header, row by row; rows of machines may be mixed, those of one machine stand in
 * the order of time. A cell that is empty or NaN was not measured.
 */
public final class FleetFile {
    /** More values than this do not fit into a gigabyte beside their features. */
    private static final long MOST_VALUES = 60_000_000;

    private static final double SECONDS_AN_HOUR = 3600;
    private static final String HOURS = "hours";

    private final Path file;
    private final Columns columns;
    private final List<String> header;
    private final int unit;
    private final int time;
    private final int[] places;
    private final Map<String, Machine> machines = new LinkedHashMap<>();
    private boolean instants;
    private long values;

    /** Rows of one machine so far. */
    private static final class Machine {
        private final List<Double> times = new ArrayList<>();
        private final List<double[]> rows = new ArrayList<>();
    }

    private FleetFile(Path file, Columns columns, List<String> header) {
        this.file = file;
        this.columns = columns;
        this.header = header;
        unit = place(columns.unit());
        time = place(columns.time());
        columns.settings().forEach(this::place);
        columns.ignored().forEach(this::place);
        places = IntStream.range(0, header.size())
                .filter(i -> i != unit && i != time && !columns.ignored().contains(header.get(i)))
                .toArray();
    }

    /**
     * All machines of a file.
     *
     * @throws IllegalArgumentException when it is not such a file; the message says line, column and cure
     */
    public static Fleet read(Path file, Columns columns) {
        try (var lines = Files.newBufferedReader(file);
                var rows = rows(lines)) {
            if (!rows.hasNext()) {
                throw new IllegalArgumentException(file + " is empty.\nIts first line names the columns.");
            }
            var header = new ArrayList<String>();
            for (var name : rows.next()) {
                header.add(name.replace("\uFEFF", "").strip());
            }
            var reader = new FleetFile(file, columns, header);
            while (rows.hasNext()) {
                long line = rows.getCurrentLocation().getLineNr();
                reader.add(line, rows.next());
            }
            return reader.fleet();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is not text in UTF-8.\nSave it as CSV in UTF-8.", e);
        } catch (RuntimeJsonMappingException | JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file + " is no CSV: " + e.getMessage() + "\nLook for a quote that is not closed.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    file + " cannot be read: " + e.getMessage() + "\nGive the path of a CSV file.", e);
        }
    }

    /** Whatever separates the cells of the first line most often separates them all. */
    private static MappingIterator<String[]> rows(BufferedReader lines) throws IOException {
        lines.mark(1 << 16);
        var first = String.valueOf(lines.readLine());
        lines.reset();
        char separator = ',';
        for (char candidate : new char[] {';', '\t'}) {
            separator = count(first, candidate) > count(first, separator) ? candidate : separator;
        }
        var mapper = new CsvMapper();
        return mapper.readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvParser.Feature.SKIP_EMPTY_LINES)
                .with(mapper.typedSchemaFor(String[].class).withColumnSeparator(separator))
                .readValues(lines);
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }

    private int place(String column) {
        int place = header.indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "%s has no column '%s'.\nIts columns are %s.".formatted(file, column, header));
        }
        return place;
    }

    private void add(long line, String[] cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(
                    "%s line %d has %d cells, the header %d.\nGive each line a cell for each column."
                            .formatted(file, line, cells.length, header.size()));
        }
        values += places.length;
        if (values > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "%s has more than %d values by line %d.\nTake every tenth row, or leave columns out with --ignore."
                            .formatted(file, MOST_VALUES, line));
        }
        var row = new double[places.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = number(line, places[i], cells[places[i]].strip());
        }
        var name = cells[unit].strip();
        if (name.isEmpty()) {
            throw wrong(line, unit, "", "The name of a machine belongs there.");
        }
        double when = time(line, cells[time].strip());
        var machine = machines.computeIfAbsent(name, _ -> new Machine());
        if (!machine.times.isEmpty() && !(when > machine.times.getLast())) {
            throw wrong(
                    line,
                    time,
                    cells[time].strip(),
                    "Machine " + name + " was later already; sort its rows by time, and let no two be the same.");
        }
        machine.times.add(when);
        machine.rows.add(row);
    }

    private double number(long line, int column, String cell) {
        if (cell.isEmpty()) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(cell);
            if (!Double.isInfinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, as what is infinite is.
        }
        throw wrong(line, column, cell, "A number belongs there; leave the column out with --ignore if it has none.");
    }

    private double time(long line, String cell) {
        try {
            double number = Double.parseDouble(cell);
            if (!instants && Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            if (machines.isEmpty() || instants) {
                return instant(line, cell);
            }
        }
        throw wrong(line, time, cell, "Times are all numbers, or all like 2026-11-25T06:00:00Z.");
    }

    private double instant(long line, String cell) {
        try {
            var when = Instant.parse(cell.contains("T") ? cell : cell.replace(' ', 'T') + "Z");
            instants = true;
            return when.toEpochMilli() / 1000.0 / SECONDS_AN_HOUR;
        } catch (DateTimeException e) {
            throw wrong(line, time, cell, "A number belongs there, or a time like 2026-11-25T06:00:00Z.");
        }
    }

    private IllegalArgumentException wrong(long line, int column, String cell, String cure) {
        return new IllegalArgumentException(
                "%s line %d, column '%s' says '%s'.\n%s".formatted(file, line, header.get(column), cell, cure));
    }

    private Fleet fleet() {
        if (machines.isEmpty()) {
            throw new IllegalArgumentException(file + " has a header and no rows.\nGive rows of several machines.");
        }
        var signals = IntStream.of(places).mapToObj(header::get).toList();
        var units = machines.entrySet().stream()
                .map(each -> run(each.getKey(), each.getValue()))
                .toList();
        return new Fleet(
                signals,
                columns.settings().stream().map(signals::indexOf).toList(),
                instants ? HOURS : columns.time(),
                units);
    }

    private static UnitRun run(String name, Machine machine) {
        double first = machine.times.getFirst();
        return new UnitRun(
                name,
                machine.times.stream().mapToDouble(time -> time - first).toArray(),
                machine.rows.toArray(double[][]::new));
    }
}
