package dev.millwright.vision.generator;

import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Offset;
import java.util.random.RandomGenerator;

/** Takes grey pictures of copper: dark metal on a light board, edges a little soft, some noise. */
final class Camera {
    private static final double BOARD_GREY = 205;
    private static final double CONTRAST = 140;

    private Camera() {}

    /** A picture of the copper, moved by the offset. */
    static Frame shoot(Copper copper, Offset offset, double noise, RandomGenerator random) {
        int width = copper.width;
        int height = copper.height;
        var pixels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int row = y - offset.y();
            int left = column(copper, -1 - offset.x(), row);
            int middle = column(copper, -offset.x(), row);
            for (int x = 0; x < width; x++) {
                int right = column(copper, x + 1 - offset.x(), row);
                double grey = BOARD_GREY - CONTRAST * (left + 2 * middle + right) / 16.0;
                double seen = noise == 0 ? grey : grey + noise * random.nextGaussian();
                pixels[y * width + x] = (byte) Math.clamp(Math.round(seen), 0, 255);
                left = middle;
                middle = right;
            }
        }
        return Frame.of(width, height, pixels);
    }

    /** Copper in a column of three pixels, the middle one twice. */
    private static int column(Copper copper, int x, int y) {
        return (copper.at(x, y - 1) ? 1 : 0) + (copper.at(x, y) ? 2 : 0) + (copper.at(x, y + 1) ? 1 : 0);
    }
}
