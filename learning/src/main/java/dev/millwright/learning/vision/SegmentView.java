package dev.millwright.learning.vision;

import dev.millwright.vision.image.Frame;
import java.util.SplittableRandom;

/**
 * A part of a picture as a network is shown it in one step: cut out, mirrored, stretched a little. Pictures are not turned by
 * quarters, for what is stretched to a square looks another way then.
 *
 * @param left share of the width
 * @param top share of the height
 * @param width share of the width
 * @param height share of the height
 */
record SegmentView(int side, double left, double top, double width, double height, boolean mirrored, boolean upturned) {
    private static final double LEAST = 0.75;
    /** Pictures are kept a little larger than they are shown, for parts of them are stretched. */
    private static final double KEPT = 7 / 6.0;

    /** Pixels on a side at which pictures are kept. */
    static int kept(int side) {
        return (int) Math.round(KEPT * side);
    }

    /** A view by chance. */
    static SegmentView of(int side, SplittableRandom random) {
        double width = random.nextDouble(LEAST, 1);
        double height = random.nextDouble(LEAST, 1);
        return new SegmentView(
                side,
                random.nextDouble(1 - width),
                random.nextDouble(1 - height),
                width,
                height,
                random.nextBoolean(),
                random.nextBoolean());
    }

    /** Writes what is seen of a picture, row after row, 0 to 255: each pixel between the four nearest. */
    void write(Frame picture, float[] into, int at) {
        for (int y = 0; y < side; y++) {
            double v = place(upturned ? side - 1 - y : y, top, height, picture.height());
            int upper = (int) v;
            int lower = Math.min(upper + 1, picture.height() - 1);
            for (int x = 0; x < side; x++) {
                double u = place(mirrored ? side - 1 - x : x, left, width, picture.width());
                int first = (int) u;
                int second = Math.min(first + 1, picture.width() - 1);
                double above = between(picture.grey(first, upper), picture.grey(second, upper), u - first);
                double below = between(picture.grey(first, lower), picture.grey(second, lower), u - first);
                into[at + y * side + x] = (float) between(above, below, v - upper);
            }
        }
    }

    private double place(int pixel, double from, double share, int length) {
        return Math.clamp((from + share * (pixel + 0.5) / side) * length - 0.5, 0, length - 1.0);
    }

    private static double between(double one, double other, double share) {
        return one + share * (other - one);
    }
}
