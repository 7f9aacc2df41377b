package dev.millwright.learning.vision.layout;

import static java.util.Objects.requireNonNull;

import dev.millwright.vision.image.FrameReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * YOLO (Ultralytics): a text file for each picture in a folder {@code labels}, the picture at the same place in {@code images}. A
 * line is a kind's number, and the box's middle, width and height as shares of the picture's; an outline's points do as well.
 * Pictures without a file of labels show nothing.
 */
final class YoloFolder {
    private static final int BOX_WORDS = 5;
    private static final int LEAST_OUTLINE_WORDS = 7;
    private static final double SLACK = 1e-3;

    private final Map<Integer, String> kinds;
    private final LabelSheet sheet = new LabelSheet();

    private YoloFolder(Map<Integer, String> kinds) {
        this.kinds = kinds;
    }

    /** Folders called labels that have one called images beside them: in the folder itself, or in its parts as train and valid. */
    static List<Path> labels(Path folder) {
        var places = new ArrayList<>(List.of(folder));
        places.addAll(PictureFolder.folders(folder));
        return places.stream()
                .filter(place -> pictures(place) != null)
                .map(place -> PictureFolder.named(place, "labels"))
                .filter(labels -> labels != null && Files.isDirectory(labels))
                .toList();
    }

    private static @Nullable Path pictures(Path place) {
        return PictureFolder.named(place, "images");
    }

    /** Reads all labels. */
    static LabelledPictures read(List<Path> labels, Path names) {
        var folder = new YoloFolder(YoloNames.read(names));
        labels.forEach(folder::addAll);
        return folder.sheet.read();
    }

    private void addAll(Path labels) {
        var pictures = requireNonNull(pictures(labels.resolveSibling("")), "looked for before");
        var labelled = new HashSet<Path>();
        for (var file : PictureFolder.deep(labels, "txt")) {
            var place = labels.relativize(file).getParent();
            var folder = place == null ? pictures : pictures.resolve(place);
            var picture = PictureFolder.picture(folder, PictureFolder.stem(file));
            if (picture != null) {
                labelled.add(picture);
                add(file, picture);
            } else if (!PictureFolder.name(file).equals("classes.txt")) {
                sheet.broken(
                        file,
                        1,
                        "there is no picture '%s' in %s; copy it there or delete the label"
                                .formatted(PictureFolder.stem(file), folder));
            }
        }
        PictureFolder.deepPictures(pictures).stream()
                .filter(picture -> !labelled.contains(picture))
                .forEach(sheet::picture);
    }

    private void add(Path file, Path picture) {
        sheet.picture(picture);
        try {
            var lines = Files.readAllLines(file);
            if (lines.stream().allMatch(String::isBlank)) {
                return;
            }
            var frame = FrameReader.standard().readColour(picture);
            for (int line = 0; line < lines.size(); line++) {
                if (!lines.get(line).isBlank()) {
                    box(lines.get(line).strip(), picture, frame.width(), frame.height(), file, line + 1);
                }
            }
        } catch (IllegalArgumentException e) {
            sheet.spoil(
                    picture,
                    file,
                    1,
                    "its picture cannot be read: "
                            + String.valueOf(e.getMessage()).replace('\n', ' '));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be read: %s\nIs it UTF-8 text?".formatted(file, e.getMessage()), e);
        }
    }

    private void box(String text, Path picture, int width, int height, Path file, int line) {
        var words = text.split("\\s+", -1);
        if (words.length != BOX_WORDS && (words.length < LEAST_OUTLINE_WORDS || words.length % 2 == 0)) {
            sheet.spoil(picture, file, line, "'%s'; write a number of a kind, x, y, width and height".formatted(text));
            return;
        }
        var numbers = new double[words.length];
        try {
            for (int i = 0; i < words.length; i++) {
                numbers[i] = Double.parseDouble(words[i]);
            }
        } catch (NumberFormatException e) {
            sheet.spoil(
                    picture,
                    file,
                    line,
                    "'%s' holds what is no number; write a number of a kind, x, y, width and height".formatted(text));
            return;
        }
        var kind = numbers[0] == Math.rint(numbers[0]) ? kinds.get((int) numbers[0]) : null;
        if (kind == null) {
            sheet.spoil(picture, file, line, "'%s' is no kind's number; the set names %s".formatted(words[0], kinds));
            return;
        }
        for (int i = 1; i < numbers.length; i++) {
            if (!(numbers[i] >= -SLACK && numbers[i] <= 1 + SLACK)) {
                sheet.spoil(
                        picture,
                        file,
                        line,
                        "'%s' is no share of the picture; write numbers from 0 to 1".formatted(words[i]));
                return;
            }
        }
        sheet.box(picture, kind, sides(numbers, width, height), width, height, file, line);
    }

    private static double[] sides(double[] numbers, int width, int height) {
        if (numbers.length == BOX_WORDS) {
            double x = numbers[1] * width;
            double y = numbers[2] * height;
            double across = numbers[3] * width / 2;
            double down = numbers[4] * height / 2;
            return new double[] {x - across, y - down, x + across, y + down};
        }
        var sides = new double[] {width, height, 0, 0};
        for (int i = 1; i < numbers.length; i += 2) {
            sides[0] = Math.min(sides[0], numbers[i] * width);
            sides[1] = Math.min(sides[1], numbers[i + 1] * height);
            sides[2] = Math.max(sides[2], numbers[i] * width);
            sides[3] = Math.max(sides[3], numbers[i + 1] * height);
        }
        return sides;
    }
}
