package dev.millwright.loop.quality;

import dev.millwright.plant.Box;
import dev.millwright.plant.Correction;
import dev.millwright.plant.CorrectionVerdict;
import dev.millwright.plant.Finding;
import dev.millwright.vision.DefectType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Corrected inspections as pictures to learn from, in the layout of DeepPCB: {@code I-12_test.png},
 * {@code I-12_temp.png}, and {@code I-12.txt} with a line {@code left top right bottom type} for each defect. They stay until
 * a person deletes them.
 */
final class CorrectedPairs {

    /** DeepPCB's numbers of types, from 1 in this order; other types stand by their name. */
    private static final List<String> NUMBERED = Stream.of(
                    DefectType.OPEN,
                    DefectType.SHORT,
                    DefectType.MOUSEBITE,
                    DefectType.SPUR,
                    DefectType.COPPER,
                    DefectType.PINHOLE)
            .map(DefectType::label)
            .toList();

    private final Path folder;

    CorrectedPairs(Path folder) {
        this.folder = folder;
    }

    /** Puts the pictures on the disk, past all caches: what is said of them later can be used for certain. */
    void keepPictures(String inspection, byte[] picture, byte[] template) {
        write(inspection + "_test." + PictureShelf.extension(picture), picture);
        write(inspection + "_temp." + PictureShelf.extension(template), template);
    }

    /** Whether pictures of an inspection lie here. */
    boolean hasPictures(String inspection) {
        return Files.exists(folder.resolve(inspection + "_test.png"))
                || Files.exists(folder.resolve(inspection + "_test.jpg"));
    }

    /** Writes what is wrong with the part after all that was said of it, in the order it was said. */
    void annotate(String inspection, List<Finding> findings, List<Correction> said) {
        var lines = new StringBuilder();
        for (var defect : defects(findings, said)) {
            var box = defect.box();
            lines.append("%d %d %d %d %s\n"
                    .formatted(box.x(), box.y(), box.x() + box.width(), box.y() + box.height(), number(defect.type())));
        }
        write(inspection + ".txt", lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A defect by its name and place. */
    record Known(String type, Box box) {}

    /**
     * Findings but the rejected ones, with the type and the box that the last word gave them, and the missed defects. A
     * finding nobody spoke of stands: a person has looked at the part and left it.
     */
    static List<Known> defects(List<Finding> findings, List<Correction> said) {
        Map<Integer, Correction> last = new HashMap<>();
        var defects = new ArrayList<Known>();
        for (var correction : said) {
            var finding = correction.finding();
            if (finding != null) {
                last.put(finding, correction);
            }
        }
        for (int i = 0; i < findings.size(); i++) {
            var finding = findings.get(i);
            var word = last.get(i);
            if (word == null) {
                defects.add(new Known(finding.type(), finding.box()));
            } else if (word.verdict() == CorrectionVerdict.CONFIRMED) {
                var type = word.type();
                var box = word.box();
                defects.add(new Known(type == null ? finding.type() : type, box == null ? finding.box() : box));
            }
        }
        for (var correction : said) {
            var type = correction.type();
            var box = correction.box();
            if (correction.verdict() == CorrectionVerdict.MISSED && type != null && box != null) {
                defects.add(new Known(type, box));
            }
        }
        return defects;
    }

    private static String number(String type) {
        int place = NUMBERED.indexOf(type);
        return place < 0 ? type.replace(' ', '-') : Integer.toString(place + 1);
    }

    private void write(String name, byte[] bytes) {
        Path file = folder.resolve(name);
        Path fresh = folder.resolve(name + ".new");
        try {
            Files.createDirectories(folder);
            try (var channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep what people corrected as " + file, e);
        }
    }
}
