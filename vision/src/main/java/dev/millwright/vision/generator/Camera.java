package dev.millwright.vision.generator;

import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Offset;
import java.util.random.RandomGenerator;

/** Takes grey pictures of copper: dark metal on a light board, edges a little soft, some noise. */
final class Camera {
    private static final double BOARD_GREY = 205;
    private static final double CONTRAST = 140;
    /** Along a row or a column an edge is displaced for about so long. */
    private static final int WAVE_PX = 3;

    private Camera() {}

    /**
     * A picture of the copper, moved by the offset.
     *
     * @param skew how the board lies under the camera
     * @param noise standard deviation, in grey values
     * @param roughnessPx standard deviation of what an edge is displaced by, along waves of a few pixels
     */
    static Frame shoot(
            Copper copper, Offset offset, Skew skew, double noise, double roughnessPx, RandomGenerator random) {
        int width = copper.width;
        int height = copper.height;
        var rows = waves(height, width, roughnessPx, random);
        var columns = waves(width, height, roughnessPx, random);
        var pixels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                // Edges that run down waver from row to row, those that run across from column to column.
                int fromX = x - offset.x() - skew.across(y - height / 2) + rows[y / WAVE_PX][x >> 6];
                int fromY = y - offset.y() - skew.down(x - width / 2) + columns[x / WAVE_PX][y >> 6];
                int dark = column(copper, fromX - 1, fromY)
                        + 2 * column(copper, fromX, fromY)
                        + column(copper, fromX + 1, fromY);
                double grey = BOARD_GREY - CONTRAST * dark / 16.0;
                double seen = noise == 0 ? grey : grey + noise * random.nextGaussian();
                pixels[y * width + x] = (byte) Math.clamp(Math.round(seen), 0, 255);
            }
        }
        return Frame.of(width, height, pixels);
    }

    /** By how much each few rows are displaced, piece by piece of 64 pixels; small numbers that start anew for each piece. */
    private static int[][] waves(int lines, int length, double roughnessPx, RandomGenerator random) {
        var waves = new int[lines / WAVE_PX + 1][(length >> 6) + 1];
        if (roughnessPx > 0) {
            for (var line : waves) {
                for (int i = 0; i < line.length; i++) {
                    line[i] = (int) Math.round(roughnessPx * Math.clamp(random.nextGaussian(), -1.5, 1.5));
                }
            }
        }
        return waves;
    }

    /** Copper in a column of three pixels, the middle one twice. */
    private static int column(Copper copper, int x, int y) {
        return (copper.at(x, y - 1) ? 1 : 0) + (copper.at(x, y) ? 2 : 0) + (copper.at(x, y + 1) ? 1 : 0);
    }
}
