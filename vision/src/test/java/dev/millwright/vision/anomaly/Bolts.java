package dev.millwright.vision.anomaly;

import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws grey pictures of a bolt with a thick head, lying anywhere at any angle on a light ground. */
final class Bolts {
    static final int SIDE = 128;
    private static final double LENGTH = 80;

    private Bolts() {}

    /** The bolt's middle and direction, and the picture. */
    record Bolt(double x, double y, double angle, ColourFrame frame) {}

    static List<ColourFrame> good(int count, long seed) {
        var random = new Random(seed);
        var frames = new ArrayList<ColourFrame>();
        for (int i = 0; i < count; i++) {
            frames.add(one(random, false).frame());
        }
        return frames;
    }

    /** A bolt; a spoiled one has a bright spot in the middle of its shaft. */
    static Bolt one(Random random, boolean spoiled) {
        double angle = 2 * Math.PI * random.nextDouble();
        double x = SIDE / 2.0 + 10 * random.nextDouble() - 5;
        double y = SIDE / 2.0 + 10 * random.nextDouble() - 5;
        var pixels = new byte[SIDE * SIDE];
        for (int v = 0; v < SIDE; v++) {
            for (int u = 0; u < SIDE; u++) {
                double along = (u + 0.5 - x) * Math.cos(angle) + (v + 0.5 - y) * Math.sin(angle) + LENGTH / 2;
                double across = (v + 0.5 - y) * Math.cos(angle) - (u + 0.5 - x) * Math.sin(angle);
                double reach = along < 0 || along > LENGTH ? -1 : along < 16 ? 16 : 7;
                double grey = Math.abs(across) < reach ? 70 : 200;
                if (spoiled && Math.hypot(along - 45, across) < 6) {
                    grey = 160;
                }
                pixels[v * SIDE + u] = (byte) Math.round(Math.clamp(grey + 2 * random.nextGaussian(), 0, 255));
            }
        }
        return new Bolt(x, y, angle, ColourFrame.of(Frame.of(SIDE, SIDE, pixels)));
    }
}
