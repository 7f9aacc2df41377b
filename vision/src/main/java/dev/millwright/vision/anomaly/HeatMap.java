package dev.millwright.vision.anomaly;

import dev.millwright.vision.image.ColourFrame;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * An anomaly map over its image, as a PNG file: the image in grey, and over it, the more the higher the map, colours from dark
 * blue to yellow that the colour-blind tell apart too (after cividis, Nuñez 2018).
 */
public final class HeatMap {
    private static final int[] COLOURS = {0x00224e, 0x2a3f6d, 0x575d6d, 0x7d7c78, 0xa59c74, 0xd2c060, 0xfee838};
    private static final double MOST_OPAQUE = 0.75;

    private HeatMap() {}

    /**
     * The map of an image over it.
     *
     * @param full the map's value that is shown brightest, as twice the threshold; 0 is not shown
     */
    public static byte[] png(ColourFrame frame, AnomalyMap map, double full) {
        if (map.width() != frame.width() || map.height() != frame.height() || !(full > 0)) {
            throw new IllegalArgumentException(
                    "a map of %d x %d over an image of %d x %d, full at %s\nGive both one size, and a value above 0."
                            .formatted(map.width(), map.height(), frame.width(), frame.height(), full));
        }
        var grey = frame.grey();
        var image = new BufferedImage(map.width(), map.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < map.height(); y++) {
            for (int x = 0; x < map.width(); x++) {
                double heat = Math.clamp(map.at(x, y) / full, 0, 1);
                image.setRGB(x, y, mixed(grey.grey(x, y) * 0x010101, colour(heat), MOST_OPAQUE * heat));
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The colour of a heat between 0 and 1, as RGB. */
    public static int colour(double heat) {
        double place = heat * (COLOURS.length - 1);
        int below = Math.min((int) place, COLOURS.length - 2);
        return mixed(COLOURS[below], COLOURS[below + 1], place - below);
    }

    private static int mixed(int from, int to, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int a = from >> shift & 0xff;
            int b = to >> shift & 0xff;
            mixed |= (int) Math.round(a + share * (b - a)) << shift;
        }
        return mixed;
    }
}
