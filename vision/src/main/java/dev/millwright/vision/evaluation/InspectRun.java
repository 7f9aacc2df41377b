package dev.millwright.vision.evaluation;

import dev.millwright.vision.Defect;
import dev.millwright.vision.Finding;
import dev.millwright.vision.Inspection;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.FrameReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Inspects folders of pairs: the DeepPCB data set, or any files named NAME_test and NAME_temp. */
public final class InspectRun {
    private static final Pattern IMAGE =
            Pattern.compile("(.*)_test(\\.(?:jpe?g|png|bmp|tiff?))", Pattern.CASE_INSENSITIVE);

    private final Inspector inspector;
    private final FrameReader reader;

    public InspectRun(Inspector inspector, FrameReader reader) {
        this.inspector = inspector;
        this.reader = reader;
    }

    /**
     * Inspects up to so many pairs, spread evenly over all there are, and judges them where annotations exist.
     *
     * @param place DeepPCB (its test part is taken), a folder of pairs, a zip of one, or the NAME_test file of a single pair
     * @param limit how many at most
     * @param marksOut where to write each image with its findings as PNG; null for nowhere
     */
    public InspectReport report(Path place, int limit, @Nullable Path marksOut) throws IOException {
        return report(place, null, limit, marksOut);
    }

    /**
     * Inspects pictures against one template for all, or, where there is none, each NAME_test against its NAME_temp. Pictures that
     * cannot be inspected are listed, the rest is inspected.
     */
    public InspectReport report(Path place, @Nullable Path template, int limit, @Nullable Path marksOut)
            throws IOException {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit + "\nInspect at least 1 pair.");
        }
        try (var source = PictureSource.open(place)) {
            var pairs = template == null ? pairs(source.root()) : against(template, source.root(), marksOut);
            var report = report(spread(pairs, limit), marksOut);
            return template == null && !DeepPcb.isPresent(source.root())
                    ? report.withLeftOut(lone(source.root(), pairs, marksOut))
                    : report;
        }
    }

    /** Inspects the given pairs. */
    public InspectReport report(List<BoardPair> pairs, @Nullable Path marksOut) throws IOException {
        var rows = new ArrayList<InspectReport.Row>();
        var unreadable = new ArrayList<String>();
        var tally = new DetectionScore.Tally();
        boolean annotated = false;
        for (var pair : pairs) {
            try {
                Frame image = reader.read(pair.image());
                Inspection inspection = inspector.inspect(image, reader.read(pair.template()));
                rows.add(new InspectReport.Row(pair.name(), inspection));
                List<Defect> known = pair.defects();
                if (known != null) {
                    annotated = true;
                    tally.add(inspection.findings(), known);
                }
                if (marksOut != null) {
                    write(marksOut, pair.name(), image, inspection.findings());
                }
            } catch (IllegalArgumentException e) {
                unreadable.add(pair.name() + ": " + e.getMessage());
            }
        }
        return new InspectReport(rows, unreadable, annotated ? tally.score() : null);
    }

    /** The pairs in a folder and the folders in it, by name; of DeepPCB, the test part. */
    public static List<BoardPair> pairs(Path folder) throws IOException {
        if (Files.isDirectory(folder) && DeepPcb.isPresent(folder)) {
            return DeepPcb.in(folder).test();
        }
        var pairs = new ArrayList<BoardPair>();
        for (Path file : PictureSource.pictures(folder)) {
            var name = IMAGE.matcher(String.valueOf(file.getFileName()));
            if (name.matches()) {
                Path stem = file.resolveSibling(name.group(1));
                String shown = (file.equals(folder) ? name.group(1) : folder.relativize(stem)).toString();
                Path template = file.resolveSibling(name.group(1) + "_temp" + name.group(2));
                pairs.add(new BoardPair(shown, file, template, null));
            }
        }
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("no image pairs in " + folder
                    + "\nName each image NAME_test.png (or .jpg) and its template NAME_temp.png beside it.");
        }
        return pairs;
    }

    /** Every picture but the template itself, held against it. */
    private static List<BoardPair> against(Path template, Path root, @Nullable Path marksOut) throws IOException {
        var pairs = new ArrayList<BoardPair>();
        for (Path file : PictureSource.pictures(root)) {
            boolean self = file.getFileSystem().equals(template.getFileSystem()) && Files.isSameFile(file, template);
            if (!self && !isMark(file, marksOut)) {
                String shown = (file.equals(root) ? file.getFileName() : root.relativize(file)).toString();
                pairs.add(new BoardPair(shown, file, template, null));
            }
        }
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException(
                    "no pictures in " + root + "\nName a folder or zip of PNG, JPEG, BMP or TIFF files.");
        }
        return pairs;
    }

    /** Pictures that belong to no pair. */
    private static List<String> lone(Path root, List<BoardPair> pairs, @Nullable Path marksOut) throws IOException {
        var known = new HashSet<Path>();
        for (var pair : pairs) {
            known.add(pair.image());
            known.add(pair.template());
        }
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        return PictureSource.pictures(root).stream()
                .filter(file -> !known.contains(file) && !isMark(file, marksOut))
                .map(file -> root.relativize(file) + ": belongs to no pair; name one template for all with --template")
                .toList();
    }

    /** What an earlier run wrote beside the pictures. */
    private static boolean isMark(Path file, @Nullable Path marksOut) {
        return marksOut != null && file.startsWith(marksOut);
    }

    /** So many at most, spread evenly over all. */
    static <T> List<T> spread(List<T> all, int limit) {
        if (limit >= all.size()) {
            return all;
        }
        var some = new ArrayList<T>();
        for (int i = 0; i < limit; i++) {
            some.add(all.get((int) ((long) i * all.size() / limit)));
        }
        return some;
    }

    private static void write(Path folder, String name, Frame image, List<Finding> findings) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(name.replace('/', '-') + ".png"), MarkedImage.png(image, findings));
    }
}
