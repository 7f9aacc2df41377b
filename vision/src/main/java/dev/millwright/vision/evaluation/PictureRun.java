package dev.millwright.vision.evaluation;

import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.FrameReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a trained eye says of the pictures in a folder or a zip, one by one.
 *
 * @param rows one for each picture that was judged
 * @param unreadable pictures that could not be, with the reason
 */
public record PictureRun(List<Row> rows, List<String> unreadable) {

    /** Judges a picture. */
    @FunctionalInterface
    public interface Eye {
        Seen see(ColourFrame picture);
    }

    /**
     * What a picture shows.
     *
     * @param verdict a word, as FAIL or a kind
     * @param words the same in a sentence
     * @param figures by name
     * @param marked as PNG, with what speaks for it; made only where it is wanted
     */
    public record Seen(String verdict, String words, Map<String, Double> figures, Supplier<byte[]> marked) {}

    /** A picture, and how long it took, reading left out. */
    public record Row(String name, Seen seen, double millis) {}

    public PictureRun {
        rows = List.copyOf(rows);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Judges up to so many pictures, spread evenly over all there are; tells of each when it is done.
     *
     * @param marksOut where each picture goes with its marks, as PNG; null: nowhere
     */
    public static PictureRun of(Path place, Eye eye, int limit, @Nullable Path marksOut, Consumer<Row> told)
            throws IOException {
        var rows = new ArrayList<Row>();
        var unreadable = new ArrayList<String>();
        try (var source = PictureSource.open(place)) {
            var root = source.root();
            var files = PictureSource.pictures(root).stream()
                    .filter(file -> marksOut == null || !file.startsWith(marksOut))
                    .toList();
            if (files.isEmpty()) {
                throw new IllegalArgumentException(
                        "no pictures in " + place + "\nName a folder or zip of PNG, JPEG, BMP or TIFF files.");
            }
            for (var file : InspectRun.spread(files, limit)) {
                var name = (file.equals(root) ? file.getFileName() : root.relativize(file)).toString();
                try {
                    var picture = FrameReader.standard().readColour(file);
                    long start = System.nanoTime();
                    var seen = eye.see(picture);
                    var row = new Row(name, seen, (System.nanoTime() - start) / 1e6);
                    rows.add(row);
                    told.accept(row);
                    if (marksOut != null) {
                        Files.createDirectories(marksOut);
                        Files.write(
                                marksOut.resolve(name.replace('/', '-').replaceFirst("\\.[^.]*$", "") + ".png"),
                                seen.marked().get());
                    }
                } catch (IllegalArgumentException e) {
                    unreadable.add(name + ": " + e.getMessage());
                }
            }
        }
        return new PictureRun(rows, unreadable);
    }

    /** How many pictures came to each verdict, in the order in which they came first. */
    public Map<String, Integer> verdicts() {
        var verdicts = new LinkedHashMap<String, Integer>();
        rows.forEach(row -> verdicts.merge(row.seen().verdict(), 1, Integer::sum));
        return verdicts;
    }

    /** Milliseconds a picture takes, in the middle; 0 without pictures. */
    public double medianMillis() {
        double[] sorted = rows.stream().mapToDouble(Row::millis).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
