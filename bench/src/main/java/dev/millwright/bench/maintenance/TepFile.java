package dev.millwright.bench.maintenance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A run of the Tennessee Eastman process: 52 signals, a row every three minutes. */
final class TepFile {
    static final int SIGNALS = 52;
    /** Measured and manipulated variables, by the numbers of Downs and Vogel. */
    static final List<String> NAMES = IntStream.range(0, SIGNALS)
            .mapToObj(j -> j < 41 ? "xmeas-" + (j + 1) : "xmv-" + (j - 40))
            .toList();

    private TepFile() {}

    /** The rows of a file such as {@code d00.dat.gz}, which alone lies on its side. */
    static double[][] read(Path folder, String name) {
        var file = folder.resolve(name);
        var lines = Lines.of(file, "The Tennessee Eastman data of Braatz has files d00.dat.gz to d21_te.dat.gz.");
        var rows = new ArrayList<double[]>();
        for (int i = 0; i < lines.size(); i++) {
            var text = lines.get(i).strip();
            if (!text.isEmpty()) {
                var cells = text.split("\\s+", -1);
                var row = new double[cells.length];
                for (int j = 0; j < row.length; j++) {
                    row[j] = Lines.number(file, i + 1, String.valueOf(j + 1), cells[j]);
                }
                if (!rows.isEmpty() && rows.getFirst().length != row.length) {
                    throw new IllegalArgumentException("%s line %d has %d numbers, the first %d.\nFetch the file again."
                            .formatted(file, i + 1, row.length, rows.getFirst().length));
                }
                rows.add(row);
            }
        }
        var table = rows.toArray(double[][]::new);
        if (table.length == 0 || (table[0].length != SIGNALS && table.length != SIGNALS)) {
            throw new IllegalArgumentException(
                    "%s is not a table of %d signals.\nFetch the file again.".formatted(file, SIGNALS));
        }
        return table[0].length == SIGNALS ? table : transposed(table);
    }

    private static double[][] transposed(double[][] table) {
        return IntStream.range(0, table[0].length)
                .mapToObj(i -> IntStream.range(0, table.length)
                        .mapToDouble(j -> table[j][i])
                        .toArray())
                .toArray(double[][]::new);
    }
}
