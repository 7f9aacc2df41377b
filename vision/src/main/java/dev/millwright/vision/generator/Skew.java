package dev.millwright.vision.generator;

import java.util.random.RandomGenerator;

/**
 * How askew a board lies: pixels that a pixel down moves across, and one across moves down.
 *
 * @param lean of what should be upright
 * @param climb of what should be level
 */
record Skew(double lean, double climb) {
    static final Skew NONE = new Skew(0, 0);
    /** Two pixels at the rims of 640. */
    private static final double MOST = 0.006;

    static Skew any(RandomGenerator random) {
        return new Skew(MOST * (2 * random.nextDouble() - 1), MOST * (2 * random.nextDouble() - 1));
    }

    /** By how much it moves across what lies so far below the middle. */
    int across(int below) {
        return (int) Math.round(lean * below);
    }

    /** By how much it moves down what lies so far right of the middle. */
    int down(int right) {
        return (int) Math.round(climb * right);
    }
}
