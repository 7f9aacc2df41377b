package dev.millwright.vision.image;

/** Draws small boards by hand: light board, dark copper rectangles. */
public final class Drawing {
    private final int width;
    private final int height;
    private final byte[] pixels;

    private Drawing(int width, int height, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    public static Drawing blank(int width, int height) {
        return new Drawing(width, height, new byte[width * height]).fill(0, 0, width, height, 220);
    }

    /** Two traces, 10 pixels thick and 14 apart, and a wide pour below. */
    public static Drawing board() {
        return blank(160, 160).copper(10, 20, 150, 30).copper(10, 44, 150, 54).copper(10, 90, 150, 140);
    }

    public Drawing copper(int left, int top, int right, int bottom) {
        return fill(left, top, right, bottom, 40);
    }

    public Drawing bare(int left, int top, int right, int bottom) {
        return fill(left, top, right, bottom, 220);
    }

    public Frame frame() {
        return Frame.of(width, height, pixels);
    }

    private Drawing fill(int left, int top, int right, int bottom, int grey) {
        var changed = pixels.clone();
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                changed[y * width + x] = (byte) grey;
            }
        }
        return new Drawing(width, height, changed);
    }
}
