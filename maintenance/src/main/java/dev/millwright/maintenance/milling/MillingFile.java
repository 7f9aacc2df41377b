package dev.millwright.maintenance.milling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** A file in the columns of {@code ai4i2020.csv}; they are found by name. */
public final class MillingFile {
    private static final List<String> STATE = List.of(
            "Type",
            "Air temperature [K]",
            "Process temperature [K]",
            "Rotational speed [rpm]",
            "Torque [Nm]",
            "Tool wear [min]");
    private static final List<String> LABELLED = Stream.concat(
                    Stream.concat(STATE.stream(), Stream.of("Machine failure")),
                    Arrays.stream(MillingMode.values()).map(MillingMode::name))
            .toList();
    private static final int FAILED = STATE.size();
    private static final String GRADES = "LMH";

    private final Path file;
    private final List<String> columns;
    private final int[] places;

    private MillingFile(Path file, List<String> columns, int[] places) {
        this.file = file;
        this.columns = columns;
        this.places = places;
    }

    /** A line of the file. */
    @SuppressWarnings("ArrayRecordComponent") // read at once and never compared
    private record Line(int number, String[] cells) {}

    /** All rows with what became of them; a cell that is not what it should be is named by line and column. */
    public static List<MillingRow> read(Path file) {
        return read(file, LABELLED, MillingFile::row);
    }

    /** All machines at work, whatever became of them. */
    public static List<MillingState> states(Path file) {
        return read(file, STATE, MillingFile::state);
    }

    private static <T> List<T> read(Path file, List<String> columns, BiFunction<MillingFile, Line, T> row) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be read: %s\nFetch it with 'millwright data fetch ai4i2020'."
                            .formatted(file, e.getMessage()),
                    e);
        }
        if (lines.size() < 2) {
            throw new IllegalArgumentException(file + " has no rows.\nIs it ai4i2020.csv?");
        }
        var header = Arrays.stream(lines.getFirst().replace("\uFEFF", "").split(",", -1))
                .map(String::strip)
                .toList();
        var places = columns.stream().mapToInt(header::indexOf).toArray();
        for (int i = 0; i < places.length; i++) {
            if (places[i] < 0) {
                throw new IllegalArgumentException("%s has no column '%s'.\nIts columns are %s; is it ai4i2020.csv?"
                        .formatted(file, columns.get(i), header));
            }
        }
        var reader = new MillingFile(file, columns, places);
        var rows = new ArrayList<T>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(row.apply(reader, new Line(i + 1, lines.get(i).split(",", -1))));
            }
        }
        return rows;
    }

    private MillingRow row(Line line) {
        var state = state(line);
        boolean failed = yes(line, FAILED);
        var modes = EnumSet.noneOf(MillingMode.class);
        for (var mode : MillingMode.values()) {
            if (yes(line, LABELLED.indexOf(mode.name()))) {
                modes.add(mode);
            }
        }
        return new MillingRow(state, failed, modes);
    }

    private MillingState state(Line line) {
        int grade = GRADES.indexOf(cell(line, 0));
        if (grade < 0 || cell(line, 0).length() != 1) {
            throw wrong(line, 0, cell(line, 0), "One of L, M and H");
        }
        return new MillingState(
                grade, number(line, 1), number(line, 2), number(line, 3), number(line, 4), number(line, 5));
    }

    private boolean yes(Line line, int column) {
        double value = number(line, column);
        if (value != 0 && value != 1) {
            throw wrong(line, column, cell(line, column), "0 or 1");
        }
        return value == 1;
    }

    private double number(Line line, int column) {
        var cell = cell(line, column);
        try {
            double value = Double.parseDouble(cell);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, as what is no finite number is.
        }
        throw wrong(line, column, cell, "A number");
    }

    private String cell(Line line, int column) {
        if (places[column] >= line.cells().length) {
            throw wrong(line, column, "", "A value");
        }
        return line.cells()[places[column]].strip();
    }

    private IllegalArgumentException wrong(Line line, int column, String cell, String belongs) {
        return new IllegalArgumentException("%s line %d, column '%s' says '%s'.\n%s belongs there."
                .formatted(file, line.number(), columns.get(column), cell, belongs));
    }
}
