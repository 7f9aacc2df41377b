package dev.millwright.bench.maintenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One experiment of SKAB: a row a second.
 *
 * @param name folder and number, such as {@code valve1/0}
 * @param rows values of the signals
 * @param anomalous the label of each row
 */
record SkabFile(String name, int number, List<String> signals, List<double[]> rows, List<Boolean> anomalous) {
    private static final String CURE =
            "The Skoltech anomaly benchmark has folders valve1, valve2 and other of CSV files.";
    private static final List<String> FOLDERS = List.of("other", "valve1", "valve2");
    private static final String LABEL = "anomaly";

    /** All experiments with anomalies, by folder and number. */
    static List<SkabFile> all(Path set) {
        var files = new ArrayList<SkabFile>();
        for (var folder : FOLDERS) {
            if (!Files.isDirectory(set.resolve(folder))) {
                throw new IllegalArgumentException("%s has no folder %s.\n%s".formatted(set, folder, CURE));
            }
            try (var listing = Files.list(set.resolve(folder))) {
                listing.filter(file -> file.toString().endsWith(".csv"))
                        .map(file -> read(folder, file))
                        .sorted(Comparator.comparingInt(SkabFile::number))
                        .forEach(files::add);
            } catch (IOException e) {
                throw new IllegalArgumentException("%s cannot be listed.\n%s".formatted(set, CURE), e);
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("%s holds no experiments.\n%s".formatted(set, CURE));
        }
        return files;
    }

    static SkabFile read(String folder, Path file) {
        var lines = Lines.of(file, CURE);
        var header =
                lines.isEmpty() ? List.<String>of() : List.of(lines.getFirst().split(";", -1));
        int label = header.indexOf(LABEL);
        if (label < 2) {
            throw new IllegalArgumentException(
                    "%s has no column '%s'; its columns are %s.\n%s".formatted(file, LABEL, header, CURE));
        }
        var rows = new ArrayList<double[]>();
        var anomalous = new ArrayList<Boolean>();
        for (int i = 1; i < lines.size(); i++) {
            var cells = lines.get(i).split(";", -1);
            if (cells.length != header.size()) {
                throw new IllegalArgumentException("%s line %d has %d cells, the header %d.\nFetch the file again."
                        .formatted(file, i + 1, cells.length, header.size()));
            }
            var row = new double[label - 1];
            for (int j = 1; j < label; j++) {
                row[j - 1] = Lines.number(file, i + 1, header.get(j), cells[j]);
            }
            rows.add(row);
            anomalous.add(Lines.number(file, i + 1, LABEL, cells[label]) > 0);
        }
        return new SkabFile(folder + "/" + stem(file), numbered(file), header.subList(1, label), rows, anomalous);
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replace(".csv", "");
    }

    private static int numbered(Path file) {
        return (int) Lines.number(file, 0, "of its name", stem(file));
    }
}
