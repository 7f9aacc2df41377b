package dev.millwright.vision.difference;

import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Offset;

/**
 * How much each pixel of an image differs from its template, once both lie over one another: the least difference in grey
 * to any pixel of the template within the reach that edges jitter and boards bend.
 */
public final class DifferenceHeat {

    private final int width;
    private final int height;
    private final byte[] differences;

    private DifferenceHeat(int width, int height, byte[] differences) {
        this.width = width;
        this.height = height;
        this.differences = differences;
    }

    /**
     * Compares an image with its template of the same size.
     *
     * @param offset how far the image lies from the template, as {@link Comparison#offset()} tells
     * @param jitterPx how far an edge may lie from its place and still not differ
     */
    public static DifferenceHeat of(Frame image, Frame template, Offset offset, int jitterPx) {
        int width = image.width();
        int height = image.height();
        var differences = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int u = x - offset.x();
                int v = y - offset.y();
                if (u >= 0 && v >= 0 && u < width && v < height) {
                    differences[y * width + x] = (byte) least(image.grey(x, y), template, u, v, jitterPx);
                }
            }
        }
        return new DifferenceHeat(width, height, differences);
    }

    private static int least(int grey, Frame template, int x, int y, int reach) {
        int least = Math.abs(grey - template.grey(x, y));
        for (int v = Math.max(0, y - reach); v <= Math.min(template.height() - 1, y + reach); v++) {
            for (int u = Math.max(0, x - reach); u <= Math.min(template.width() - 1, x + reach) && least > 0; u++) {
                least = Math.min(least, Math.abs(grey - template.grey(u, v)));
            }
        }
        return least;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The difference at a pixel, 0 to 255. */
    public int at(int x, int y) {
        return differences[y * width + x] & 0xff;
    }
}
