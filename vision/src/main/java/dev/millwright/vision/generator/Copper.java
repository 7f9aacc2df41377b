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

    /** Whether a square around a pixel is copper throughout, or bare throughout. */
    boolean isAll(int x, int y, int radius, boolean copper) {
        for (int row = y - radius; row <= y + radius; row++) {
            for (int column = x - radius; column <= x + radius; column++) {
                if (at(column, row) != copper) {
                    return false;
                }
            }
        }
        return true;
    }

    /** How many pixels from here on, in a direction, are like asked; counts no further than the limit. */
    int run(int x, int y, int dx, int dy, boolean copper, int limit) {
        int length = 0;
        while (length < limit && at(x + length * dx, y + length * dy) == copper) {
            length++;
        }
        return length;
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
