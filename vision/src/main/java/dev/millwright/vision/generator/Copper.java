package dev.millwright.vision.generator;

/** A board's copper, pixel by pixel, and the strokes it is drawn with. */
final class Copper {
    final int width;
    final int height;
    final boolean[] pixels;

    Copper(int width, int height) {
        this(width, height, new boolean[width * height]);
    }

    private Copper(int width, int height, boolean[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    Copper copy() {
        return new Copper(width, height, pixels.clone());
    }

    /** Whether there is copper; beyond the edges there is none. */
    boolean at(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && pixels[y * width + x];
    }

    void put(int x, int y, boolean copper) {
        if (x >= 0 && y >= 0 && x < width && y < height) {
            pixels[y * width + x] = copper;
        }
    }

    void rectangle(int left, int top, int right, int bottom, boolean copper) {
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                put(x, y, copper);
            }
        }
    }

    void ellipse(double x, double y, double radiusX, double radiusY, boolean copper) {
        for (int row = (int) (y - radiusY); row <= y + radiusY; row++) {
            for (int column = (int) (x - radiusX); column <= x + radiusX; column++) {
                double across = (column - x) / radiusX;
                double down = (row - y) / radiusY;
                if (across * across + down * down <= 1) {
                    put(column, row, copper);
                }
            }
        }
    }

    /** A line with round ends, of this half width. */
    void line(double fromX, double fromY, double toX, double toY, double half, boolean copper) {
        double length = Math.max(1e-9, Math.hypot(toX - fromX, toY - fromY));
        double alongX = (toX - fromX) / length;
        double alongY = (toY - fromY) / length;
        int bottom = (int) Math.min(height - 1.0, Math.max(fromY, toY) + half);
        int right = (int) Math.min(width - 1.0, Math.max(fromX, toX) + half);
        for (int y = (int) Math.max(0, Math.min(fromY, toY) - half); y <= bottom; y++) {
            for (int x = (int) Math.max(0, Math.min(fromX, toX) - half); x <= right; x++) {
                double along = Math.clamp((x - fromX) * alongX + (y - fromY) * alongY, 0, length);
                if (Math.hypot(x - fromX - along * alongX, y - fromY - along * alongY) <= half) {
                    pixels[y * width + x] = copper;
                }
            }
        }
    }

    /** The copper with rows and columns exchanged. */
    Copper turned() {
        var turned = new Copper(/* width= */ height, /* height= */ width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned.pixels[x * height + y] = pixels[y * width + x];
            }
        }
        return turned;
    }
}
