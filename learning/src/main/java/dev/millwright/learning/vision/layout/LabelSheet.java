package dev.millwright.learning.vision.layout;

import dev.millwright.vision.image.Box;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Gathers labels as they are read, sound and broken ones, picture by picture. */
final class LabelSheet {
    private static final int SLACK_PX = 1;

    private final Map<Path, List<LabelledBox>> boxes = new LinkedHashMap<>();
    private final Set<Path> spoiled = new TreeSet<>();
    private final List<BrokenLabel> broken = new ArrayList<>();

    /** There is such a picture, with boxes to come or without any. */
    void picture(Path picture) {
        of(picture);
    }

    private List<LabelledBox> of(Path picture) {
        return boxes.computeIfAbsent(picture, _ -> new ArrayList<>());
    }

    /**
     * A box around something; one that reaches beyond the picture by a pixel is cut, by more it is broken.
     *
     * @param sides left, top, right and bottom, pixels, right and bottom just outside
     * @param width of the picture, pixels; 0 where nobody says, as {@code height}
     */
    void box(Path picture, String kind, double[] sides, int width, int height, Path file, int line) {
        picture(picture);
        int right = width > 0 ? width : Integer.MAX_VALUE;
        int bottom = height > 0 ? height : Integer.MAX_VALUE;
        if (kind.isBlank()) {
            spoil(picture, file, line, "a box without a kind; name what it shows");
        } else if (!(sides[0] < sides[2] && sides[1] < sides[3])) {
            spoil(
                    picture,
                    file,
                    line,
                    "a box from %s to %s; its right and bottom have to lie beyond left and top"
                            .formatted(point(sides[0], sides[1]), point(sides[2], sides[3])));
        } else if (sides[0] < -SLACK_PX
                || sides[1] < -SLACK_PX
                || sides[2] > right + (double) SLACK_PX
                || sides[3] > bottom + (double) SLACK_PX) {
            spoil(
                    picture,
                    file,
                    line,
                    "a box from %s to %s reaches out of a picture of %d x %d; draw it again"
                            .formatted(point(sides[0], sides[1]), point(sides[2], sides[3]), width, height));
        } else {
            int left = Math.clamp(Math.round(sides[0]), 0, right - 1);
            int top = Math.clamp(Math.round(sides[1]), 0, bottom - 1);
            of(picture)
                    .add(new LabelledBox(
                            kind,
                            new Box(
                                    left,
                                    top,
                                    Math.clamp(Math.round(sides[2]), left + 1, right),
                                    Math.clamp(Math.round(sides[3]), top + 1, bottom))));
        }
    }

    /** A label of a picture that cannot be used, and with it the picture. */
    void spoil(Path picture, Path file, int line, String words) {
        spoiled.add(picture);
        broken(file, line, words);
    }

    /** A label of no picture. */
    void broken(Path file, int line, String words) {
        broken.add(new BrokenLabel(file, line, words));
    }

    LabelledPictures read() {
        return new LabelledPictures(
                boxes.entrySet().stream()
                        .filter(entry -> !spoiled.contains(entry.getKey()))
                        .map(entry -> new LabelledPicture(entry.getKey(), entry.getValue()))
                        .toList(),
                broken);
    }

    private static String point(double x, double y) {
        return "%s,%s".formatted(number(x), number(y));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
