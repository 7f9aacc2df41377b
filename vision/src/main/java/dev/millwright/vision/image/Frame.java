package dev.millwright.vision.image;

import java.util.Arrays;

/** A grey image: one byte a pixel, row by row, 0 black to 255 white. */
public final class Frame {
    private final int width;
    private final int height;
    private final byte[] pixels;

    private Frame(int width, int height, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /** A frame over a copy of the given pixels. */
    public static Frame of(int width, int height, byte[] pixels) {
        if (width < 1 || height < 1 || (long) width * height != pixels.length) {
            throw new IllegalArgumentException("frame of " + width + " x " + height + " with " + pixels.length
                    + " pixels\nGive one byte for each pixel, row by row.");
        }
        return new Frame(width, height, pixels.clone());
    }

    /** Wraps pixels that the caller promises to leave alone. */
    static Frame wrap(int width, int height, byte[] pixels) {
        return new Frame(width, height, pixels);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The grey value at a pixel, 0 to 255. */
    public int grey(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }

    /** A copy of all pixels, row by row. */
    public byte[] pixels() {
        return pixels.clone();
    }

    /** The part inside a box, which has to lie within the frame. */
    public Frame cut(Box box) {
        if (box.left() < 0 || box.top() < 0 || box.right() > width || box.bottom() > height) {
            throw new IllegalArgumentException(box + " in a frame of " + width + " x " + height
                    + " pixels\nCut a box that lies within the frame.");
        }
        var part = new byte[box.area()];
        for (int y = 0; y < box.height(); y++) {
            System.arraycopy(pixels, (box.top() + y) * width + box.left(), part, y * box.width(), box.width());
        }
        return wrap(box.width(), box.height(), part);
    }

    /** How many pixels have each grey value. */
    public int[] histogram() {
        var counts = new int[256];
        for (byte pixel : pixels) {
            counts[pixel & 0xff]++;
        }
        return counts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame frame && frame.width == width && Arrays.equals(frame.pixels, pixels);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return "Frame[" + width + " x " + height + "]";
    }
}
