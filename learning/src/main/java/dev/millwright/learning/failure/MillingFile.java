package dev.millwright.learning.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The public file {@code ai4i2020.csv}; columns are found by name. */
public final class MillingFile {
    private static final List<String> COLUMNS = List.of(
            "Type",
            "Air temperature [K]",
            "Process temperature [K]",
            "Rotational speed [rpm]",
            "Torque [Nm]",
            "Tool wear [min]",
            "Machine failure");
    private static final String GRADES = "LMH";

    private final Path file;
    private final int[] places;

    private MillingFile(Path file, int[] places) {
        this.file = file;
        this.places = places;
    }

    /** All rows; a cell that is not what it should be is named by line and column. */
    public static List<MillingRow> read(Path file) {
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
        var places = COLUMNS.stream().mapToInt(header::indexOf).toArray();
        for (int i = 0; i < places.length; i++) {
            if (places[i] < 0) {
                throw new IllegalArgumentException("%s has no column '%s'.\nIts columns are %s; is it ai4i2020.csv?"
                        .formatted(file, COLUMNS.get(i), header));
            }
        }
        var reader = new MillingFile(file, places);
        var rows = new ArrayList<MillingRow>();
        for (int line = 1; line < lines.size(); line++) {
            if (!lines.get(line).isBlank()) {
                rows.add(reader.row(line + 1, lines.get(line).split(",", -1)));
            }
        }
        return rows;
    }

    private MillingRow row(int line, String[] cells) {
        int grade = GRADES.indexOf(cell(line, cells, 0));
        if (grade < 0 || cell(line, cells, 0).length() != 1) {
            throw wrong(line, 0, cell(line, cells, 0), "One of L, M and H");
        }
        double air = number(line, cells, 1);
        double process = number(line, cells, 2);
        double speed = number(line, cells, 3);
        double torque = number(line, cells, 4);
        double wear = number(line, cells, 5);
        double failed = number(line, cells, 6);
        if (failed != 0 && failed != 1) {
            throw wrong(line, 6, cell(line, cells, 6), "0 or 1");
        }
        return new MillingRow(grade, air, process, speed, torque, wear, failed == 1);
    }

    private double number(int line, String[] cells, int column) {
        var cell = cell(line, cells, column);
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

    private String cell(int line, String[] cells, int column) {
        if (places[column] >= cells.length) {
            throw wrong(line, column, "", "A value");
        }
        return cells[places[column]].strip();
    }

    private IllegalArgumentException wrong(int line, int column, String cell, String belongs) {
        return new IllegalArgumentException("%s line %d, column '%s' says '%s'.\n%s belongs there."
                .formatted(file, line, COLUMNS.get(column), cell, belongs));
    }
}
