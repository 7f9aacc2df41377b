package dev.millwright.vision.click;

import dev.millwright.vision.image.Frame;
import java.util.Arrays;

/**
 * A square part of a frame, cut at the frame's edges, made so small that growing a region in it is quick.
 *
 * @param left of the part in the frame, in pixels; {@code top} alike
 * @param scale pixels of the frame to one of the window, in each direction
 * @param grey means over those, slightly smoothed where they are noisy, row by row
 * @param noise robust deviation of the difference of two neighbours, divided by the root of two
 * @param seed the clicked pixel
 * @param openSides whether the frame goes on beyond the window's left, top, right and bottom
 */
@SuppressWarnings("ArrayRecordComponent") // an inner picture of one call; never compared
record Window(
        int left,
        int top,
        int width,
        int height,
        int scale,
        float[] grey,
        double noise,
        int seed,
        boolean[] openSides) {

    private static final int MOST_SIDE = 128;
    private static final double QUIET = 2;
    /** The median of absolute deviations of a normal distribution, in its standard deviations. */
    private static final double MEDIAN_DEVIATION = 0.6745;

    static Window around(Frame frame, int x, int y, int side) {
        int left = Math.max(0, x - side / 2);
        int top = Math.max(0, y - side / 2);
        int right = Math.min(frame.width(), x + side / 2);
        int bottom = Math.min(frame.height(), y + side / 2);
        int scale = Math.max(1, (Math.max(right - left, bottom - top) + MOST_SIDE - 1) / MOST_SIDE);
        int width = (right - left + scale - 1) / scale;
        int height = (bottom - top + scale - 1) / scale;
        var grey = means(frame, left, top, right, bottom, scale, width, height);
        double noise = noise(grey, width, height);
        if (noise > QUIET) {
            grey = smoothed(grey, width, height);
            noise = noise(grey, width, height);
        }
        boolean[] open = {left > 0, top > 0, right < frame.width(), bottom < frame.height()};
        int seed = (y - top) / scale * width + (x - left) / scale;
        return new Window(left, top, width, height, scale, grey, noise, seed, open);
    }

    boolean isWhole(Frame frame) {
        return !openSides[0] && !openSides[1] && width * scale >= frame.width() && height * scale >= frame.height();
    }

    /** Whether a pixel lies at a side beyond which the frame goes on. */
    boolean isAtOpenSide(int pixel) {
        int x = pixel % width;
        int y = pixel / width;
        return (x == 0 && openSides[0])
                || (y == 0 && openSides[1])
                || (x == width - 1 && openSides[2])
                || (y == height - 1 && openSides[3]);
    }

    private static float[] means(
            Frame frame, int left, int top, int right, int bottom, int scale, int width, int height) {
        var sums = new float[width * height];
        var counts = new int[width * height];
        for (int y = top; y < bottom; y++) {
            int row = (y - top) / scale * width;
            for (int x = left; x < right; x++) {
                int at = row + (x - left) / scale;
                sums[at] += frame.grey(x, y);
                counts[at]++;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= Math.max(1, counts[i]);
        }
        return sums;
    }

    /** Weighted 1, 2, 1 in both directions; edges repeat themselves. */
    static float[] smoothed(float[] grey, int width, int height) {
        var across = new float[grey.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int row = y * width;
                across[row + x] =
                        (grey[row + Math.max(0, x - 1)] + 2 * grey[row + x] + grey[row + Math.min(width - 1, x + 1)])
                                / 4;
            }
        }
        var both = new float[grey.length];
        for (int y = 0; y < height; y++) {
            int above = Math.max(0, y - 1) * width;
            int below = Math.min(height - 1, y + 1) * width;
            for (int x = 0; x < width; x++) {
                both[y * width + x] = (across[above + x] + 2 * across[y * width + x] + across[below + x]) / 4;
            }
        }
        return both;
    }

    private static double noise(float[] grey, int width, int height) {
        var differences = new float[Math.max(1, height * (width - 1))];
        int count = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 1; x < width; x++) {
                differences[count++] = Math.abs(grey[y * width + x] - grey[y * width + x - 1]);
            }
        }
        Arrays.sort(differences);
        return differences[differences.length / 2] / MEDIAN_DEVIATION / Math.sqrt(2);
    }
}
