package dev.millwright.maintenance.cmapss;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The public archive {@code CMAPSSData.zip}, read as a stream without unpacking it. */
public final class CmapssArchive {

    /** Names of the 24 signals of a row: setting-1 to setting-3, sensor-1 to sensor-21. */
    public static final List<String> SIGNALS = Stream.concat(
                    IntStream.rangeClosed(1, CmapssRow.SETTINGS).mapToObj(i -> "setting-" + i),
                    IntStream.rangeClosed(1, CmapssRow.SENSORS).mapToObj(i -> "sensor-" + i))
            .toList();

    private final Path zip;

    public CmapssArchive(Path zip) {
        this.zip = zip;
    }

    /** Hands over every row of a run-to-failure file, such as subset {@code FD001}. */
    public void train(String subset, Consumer<CmapssRow> rows) {
        rows("train_" + subset + ".txt", rows);
    }

    /** Hands over every row of a truncated file. */
    public void test(String subset, Consumer<CmapssRow> rows) {
        rows("test_" + subset + ".txt", rows);
    }

    /** Engines that ran to failure. */
    public List<CmapssEngine> trainEngines(String subset) {
        return engines("train_" + subset + ".txt");
    }

    /** Engines cut off at some cycle before failure. */
    public List<CmapssEngine> testEngines(String subset) {
        return engines("test_" + subset + ".txt");
    }

    /** True remaining lives of the test engines, in their order. */
    public List<Integer> remainingLives(String subset) {
        String file = "RUL_" + subset + ".txt";
        List<Integer> lives = new ArrayList<>();
        lines(file, (number, line) -> lives.add((int) number(file, number, 1, line.strip())));
        return lives;
    }

    private List<CmapssEngine> engines(String file) {
        List<CmapssEngine> engines = new ArrayList<>();
        List<CmapssRow> current = new ArrayList<>();
        rows(file, row -> {
            if (!current.isEmpty() && current.getLast().unit() != row.unit()) {
                engines.add(new CmapssEngine(current.getLast().unit(), current));
                current.clear();
            }
            current.add(row);
        });
        if (!current.isEmpty()) {
            engines.add(new CmapssEngine(current.getLast().unit(), current));
        }
        return engines;
    }

    private void rows(String file, Consumer<CmapssRow> rows) {
        lines(file, (number, line) -> rows.accept(row(file, number, line)));
    }

    private static CmapssRow row(String file, int line, String text) {
        StringTokenizer cells = new StringTokenizer(text);
        int expected = 2 + SIGNALS.size();
        if (cells.countTokens() != expected) {
            throw new IllegalArgumentException("%s line %d has %d columns instead of %d.\nIs it a C-MAPSS file?"
                    .formatted(file, line, cells.countTokens(), expected));
        }
        int unit = (int) number(file, line, 1, cells.nextToken());
        int cycle = (int) number(file, line, 2, cells.nextToken());
        List<Double> values = new ArrayList<>(SIGNALS.size());
        while (cells.hasMoreTokens()) {
            values.add(number(file, line, values.size() + 3, cells.nextToken()));
        }
        return new CmapssRow(unit, cycle, values);
    }

    private static double number(String file, int line, int column, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s line %d column %d says '%s'.\nA number belongs there.".formatted(file, line, column, text), e);
        }
    }

    private void lines(String file, BiConsumer<Integer, String> lines) {
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            ZipEntry entry = archive.getEntry(file);
            if (entry == null) {
                throw new IllegalArgumentException(
                        "%s holds no %s.\nSubsets are FD001, FD002, FD003 and FD004.".formatted(zip, file));
            }
            try (BufferedReader reader = new BufferedReader(
                    new InputStreamReader(archive.getInputStream(entry), StandardCharsets.US_ASCII))) {
                int number = 0;
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    number++;
                    if (!line.isBlank()) {
                        lines.accept(number, line);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be read: %s\nFetch it with 'millwright data fetch cmapss'."
                            .formatted(zip, e.getMessage()),
                    e);
        }
    }
}
