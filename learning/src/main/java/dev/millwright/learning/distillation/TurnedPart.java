package dev.millwright.learning.distillation;

import java.util.random.RandomGenerator;

/** A part off a lathe, lying at any angle: shafts, cones, heads and threads drawn by chance and lit from one side. */
final class TurnedPart {
    private final int side;
    private final double[] radius;
    private final double thread;
    private final double pitch;
    private final int threadFrom;
    private final int threadTo;

    private TurnedPart(RandomGenerator random, int side) {
        this.side = side;
        int length = (int) (side * random.nextDouble(0.4, 1.6));
        double widest = side * random.nextDouble(0.04, 0.25);
        radius = new double[length];
        int from = 0;
        double at = widest * random.nextDouble(0.3, 1);
        while (from < length) {
            int to = Math.min(length, from + (int) (length * random.nextDouble(0.05, 0.5)) + 1);
            double start = random.nextBoolean() ? at : widest * random.nextDouble(0.2, 1);
            double end = random.nextBoolean() ? start : widest * random.nextDouble(0.1, 1);
            for (int x = from; x < to; x++) {
                radius[x] = start + (end - start) * (x - from) / (to - from);
            }
            at = end;
            from = to;
        }
        thread = random.nextInt(3) == 0 ? 0 : widest * random.nextDouble(0.1, 0.5);
        pitch = random.nextDouble(4, 30);
        threadFrom = random.nextInt(length);
        threadTo = threadFrom + random.nextInt(length);
    }

    /**
     * Lays a part onto a grey pattern.
     *
     * @param surface the part's own pattern
     */
    static void onto(float[] ground, float[] surface, RandomGenerator random, int side) {
        new TurnedPart(random, side).draw(ground, surface, random);
    }

    private void draw(float[] ground, float[] surface, RandomGenerator random) {
        double angle = 2 * Math.PI * random.nextDouble();
        double centreX = side * random.nextDouble(0.2, 0.8);
        double centreY = side * random.nextDouble(0.2, 0.8);
        double light = random.nextDouble(-0.9, 0.9);
        double gloss = random.nextDouble(1, 12);
        double bright = random.nextDouble(0.2, 0.8);
        double grain = random.nextDouble(0.1, 0.8);
        double shadow = random.nextDouble(0, 0.3);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double along = Math.cos(angle) * (x - centreX) + Math.sin(angle) * (y - centreY) + radius.length / 2.0;
                double across = Math.cos(angle) * (y - centreY) - Math.sin(angle) * (x - centreX);
                double reach = reach(along, across);
                int i = y * side + x;
                if (Math.abs(across) < reach) {
                    double normal = across / reach;
                    double shine = Math.exp(-gloss * (normal - light) * (normal - light));
                    double slope = reach(along + 1, across) - reach(along - 1, across);
                    ground[i] = (float)
                            Math.clamp(bright * (0.4 + shine) + 0.15 * slope + grain * (surface[i] - 0.5), 0, 1);
                } else if (reach > 0) {
                    double gap = (Math.abs(across) - reach) / (0.1 * side);
                    ground[i] *= (float) (1 - shadow * Math.exp(-gap * gap));
                }
            }
        }
    }

    /** How far the part reaches from its axis there; 0 beyond its ends. A thread leans with the side. */
    private double reach(double along, double across) {
        if (!(along >= 0 && along < radius.length)) {
            return 0;
        }
        double plain = radius[(int) along];
        if (along < threadFrom || along > threadTo) {
            return plain;
        }
        double turn = (along + 0.4 * pitch * across / (plain + 1)) / pitch;
        double ridge = 1 - Math.abs(2 * (turn - Math.floor(turn)) - 1) * 2;
        return plain + thread * Math.max(0, ridge);
    }
}
