package dev.millwright.learning.femto;

import dev.millwright.maintenance.vibration.PackedFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The folder of the set: {@code bearings.csv} and {@code features/BEARING.csv.gz} for each bearing in it. */
public final class FemtoFolder {
    private static final List<String> OF_AN_AXIS = List.of(
            "mean",
            "rms",
            "peak",
            "p2p",
            "skew",
            "kurt",
            "crest",
            "rms_0_1k",
            "rms_1_3k",
            "rms_3_6k",
            "rms_6_9k",
            "rms_9_12k8");

    /** Columns of a snapshot, all of the horizontal accelerometer before all of the vertical one; levels in g. */
    public static final List<String> FEATURES = Stream.of("h_", "v_")
            .flatMap(axis -> OF_AN_AXIS.stream().map(axis::concat))
            .toList();

    private static final List<String> ABOUT =
            List.of("bearing", "part", "snapshots_full", "snapshots_in_truncated_test", "rul_seconds_at_truncation");

    private FemtoFolder() {}

    /**
     * All bearings, in the order of {@code bearings.csv}.
     *
     * @throws IllegalArgumentException naming file, line and column of what is not as it should be
     * @throws UncheckedIOException naming a file that is missing or broken
     */
    public static List<Bearing> read(Path folder) {
        var about = rows(folder.resolve("bearings.csv"), ABOUT);
        var bearings = new ArrayList<Bearing>();
        for (var row : about) {
            var file = folder.resolve("features").resolve(row.cell(0) + ".csv.gz");
            var snapshots = rows(file, FEATURES).stream().map(Row::numbers).toArray(double[][]::new);
            if (snapshots.length != row.number(2)) {
                throw new IllegalArgumentException(
                        "%s has %d snapshots, and bearings.csv says %s.\nThe file is cut short; fetch it again."
                                .formatted(file, snapshots.length, row.cell(2)));
            }
            boolean toLearnFrom = row.cell(1).equals("Learning_set");
            int cutAt = toLearnFrom ? snapshots.length : (int) row.number(3);
            double left = toLearnFrom ? 0 : row.number(4);
            if (cutAt < 1 || cutAt > snapshots.length || (!toLearnFrom && left <= 0)) {
                throw new IllegalArgumentException(
                        "%s is cut off after %d of %d snapshots with %s seconds left, says bearings.csv.\nFetch it again."
                                .formatted(row.cell(0), cutAt, snapshots.length, left));
            }
            bearings.add(new Bearing(row.cell(0), toLearnFrom, snapshots, cutAt, left));
        }
        if (bearings.stream().filter(Bearing::toLearnFrom).count() < 2
                || bearings.stream().allMatch(Bearing::toLearnFrom)) {
            throw new IllegalArgumentException(
                    "%s names no two bearings of the Learning_set and one of another.\nFetch it again."
                            .formatted(folder.resolve("bearings.csv")));
        }
        return bearings;
    }

    /** A line of a file, by its columns. */
    private record Row(Path file, int line, List<String> columns, List<String> cells) {
        String cell(int column) {
            return cells.get(column);
        }

        double number(int column) {
            try {
                double value = Double.parseDouble(cell(column));
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Told below, as what is no finite number is.
            }
            throw new IllegalArgumentException("%s line %d, column '%s' says '%s'.\nA number belongs there."
                    .formatted(file, line, columns.get(column), cell(column)));
        }

        double[] numbers() {
            var numbers = new double[columns.size()];
            Arrays.setAll(numbers, this::number);
            return numbers;
        }
    }

    private static List<Row> rows(Path file, List<String> columns) {
        var lines = new String(PackedFile.bytes(file), StandardCharsets.US_ASCII)
                .lines()
                .toList();
        var header =
                lines.isEmpty() ? List.<String>of() : List.of(lines.getFirst().split(",", -1));
        var places = columns.stream().map(header::indexOf).toList();
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i) < 0) {
                throw new IllegalArgumentException("%s has no column '%s'.\nIts columns are %s; is it of this set?"
                        .formatted(file, columns.get(i), header));
            }
        }
        var rows = new ArrayList<Row>();
        for (int i = 1; i < lines.size(); i++) {
            var cells = lines.get(i).split(",", -1);
            if (cells.length != header.size()) {
                throw new IllegalArgumentException(
                        "%s line %d has %d columns instead of %d.\nThe file is cut short; fetch it again."
                                .formatted(file, i + 1, cells.length, header.size()));
            }
            rows.add(new Row(
                    file,
                    i + 1,
                    columns,
                    places.stream().map(place -> cells[place].strip()).toList()));
        }
        return rows;
    }
}
