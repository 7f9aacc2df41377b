package dev.millwright.learning.distillation;

import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.FrameReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Grey photographs out of a folder, of which parts are shown larger or smaller, turned and mirrored. */
record Photographs(List<Frame> frames) {
    private static final double SMALLEST_PART = 0.4;

    Photographs {
        frames = List.copyOf(frames);
    }

    /** All images of a folder and of those in it, by path. */
    static Photographs in(Path folder) {
        var reader = FrameReader.standard();
        try (var files = Files.walk(folder)) {
            var frames =
                    files.filter(Photographs::image).sorted().map(reader::read).toList();
            if (frames.isEmpty()) {
                throw new IllegalArgumentException(
                        "There is no JPEG, PNG or BMP in %s.\nName a folder of photographs.".formatted(folder));
            }
            return new Photographs(frames);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read.\nName an existing folder.".formatted(folder), e);
        }
    }

    private static boolean image(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png|bmp)");
    }

    /** A part of one photograph. */
    Picture part(SplittableRandom random, int side) {
        var frame = frames.get(random.nextInt(frames.size()));
        int shorter = Math.min(frame.width(), frame.height());
        int part = (int) (shorter * random.nextDouble(SMALLEST_PART, 1));
        int left = random.nextInt(frame.width() - part + 1);
        int top = random.nextInt(frame.height() - part + 1);
        var box = new Box(left, top, left + part, top + part);
        int turns = random.nextInt(4);
        boolean mirrored = random.nextBoolean();
        var values = new float[Picture.COLOURS * side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double u = (mirrored ? side - 1 - x : x) + 0.5;
                double v = y + 0.5;
                for (int turn = 0; turn < turns; turn++) {
                    double swapped = u;
                    u = side - v;
                    v = swapped;
                }
                float grey = grey(frame, box, u / side, v / side);
                for (int colour = 0; colour < Picture.COLOURS; colour++) {
                    values[(colour * side + y) * side + x] = grey;
                }
            }
        }
        return new Picture(side, values);
    }

    /** The grey value at a share of a box's width and height, between the four nearest pixels. */
    private static float grey(Frame frame, Box box, double across, double down) {
        double x = Math.clamp(box.left() + across * box.width() - 0.5, box.left(), box.right() - 1.0);
        double y = Math.clamp(box.top() + down * box.height() - 0.5, box.top(), box.bottom() - 1.0);
        int left = (int) x;
        int top = (int) y;
        int right = Math.min(left + 1, box.right() - 1);
        int bottom = Math.min(top + 1, box.bottom() - 1);
        double a = x - left;
        double b = y - top;
        double upper = (1 - a) * frame.grey(left, top) + a * frame.grey(right, top);
        double lower = (1 - a) * frame.grey(left, bottom) + a * frame.grey(right, bottom);
        return (float) (((1 - b) * upper + b * lower) / 255);
    }
}
