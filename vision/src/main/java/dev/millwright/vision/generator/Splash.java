package dev.millwright.vision.generator;

import java.util.random.RandomGenerator;

/** An irregular spot, as etching and dirt leave them: a long or round shape whose rim wavers. */
final class Splash {
    private static final int WAVES = 3;
    /** No wave makes the rim reach further than so many times the mean. */
    private static final double MOST = 1.6;

    private final double length;
    private final double width;
    private final double cosine;
    private final double sine;
    private final double[] heights = new double[WAVES];
    private final double[] phases = new double[WAVES];

    /**
     * A spot in some direction.
     *
     * @param length half of its longer side, pixels
     * @param width half of its shorter side, pixels
     */
    Splash(RandomGenerator random, double length, double width) {
        this.length = length;
        this.width = width;
        double direction = random.nextDouble() * Math.PI;
        cosine = Math.cos(direction);
        sine = Math.sin(direction);
        for (int wave = 0; wave < WAVES; wave++) {
            heights[wave] = 0.2 * random.nextDouble();
            phases[wave] = random.nextDouble() * 2 * Math.PI;
        }
    }

    /** How far it may reach from its centre, pixels. */
    int reach() {
        return (int) Math.ceil(MOST * Math.max(length, width));
    }

    /** Whether it covers what lies there, seen from its centre. */
    boolean covers(int x, int y) {
        double along = (x * cosine + y * sine) / length;
        double across = (y * cosine - x * sine) / width;
        double angle = Math.atan2(across, along);
        double rim = 1;
        for (int wave = 0; wave < WAVES; wave++) {
            rim += heights[wave] * Math.sin((wave + 2) * angle + phases[wave]);
        }
        return along * along + across * across <= rim * rim;
    }
}
