package dev.millwright.learning.distillation;

import java.util.random.RandomGenerator;

/** Grey patterns drawn by chance: of each pixel of a square a number between 0 and 1, row by row. */
final class Texture {
    private static final int MOST_OCTAVES = 6;

    private Texture() {}

    /** One of all kinds. */
    static float[] any(RandomGenerator random, int side) {
        return switch (random.nextInt(7)) {
            case 0 -> flat(random, side);
            case 1 -> gradient(random, side);
            case 2 -> grating(random, side);
            case 3 -> cells(random, side);
            case 4 -> noise(random, side, 1);
            case 5 -> noise(random, side, 4 + 30 * random.nextDouble());
            default -> noise(random, side, 1 + 3 * random.nextDouble());
        };
    }

    private static float[] flat(RandomGenerator random, int side) {
        var values = new float[side * side];
        java.util.Arrays.fill(values, random.nextFloat());
        return values;
    }

    private static float[] gradient(RandomGenerator random, int side) {
        double angle = 2 * Math.PI * random.nextDouble();
        double bend = random.nextDouble(-1, 1);
        var values = new float[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double along = (Math.cos(angle) * (x - side / 2.0) + Math.sin(angle) * (y - side / 2.0)) / side;
                double off = Math.hypot(x - side / 2.0, y - side / 2.0) / side;
                values[y * side + x] = (float) (0.5 + 0.7 * along + bend * (off * off - 0.2));
            }
        }
        return clamped(values);
    }

    /** Parallel lines, soft or sharp, of 3 to 50 pixels. */
    private static float[] grating(RandomGenerator random, int side) {
        double angle = 2 * Math.PI * random.nextDouble();
        double period = 3 * Math.pow(16, random.nextDouble());
        double phase = 2 * Math.PI * random.nextDouble();
        double sharp = 0.5 * Math.pow(20, random.nextDouble());
        double level = random.nextDouble(-0.7, 0.7);
        var values = new float[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double wave = Math.sin(phase + 2 * Math.PI * (Math.cos(angle) * x + Math.sin(angle) * y) / period);
                values[y * side + x] = (float) (0.5 + 0.5 * Math.tanh(sharp * (wave - level)));
            }
        }
        return values;
    }

    /** Grains: how far each pixel lies from the nearest of scattered points (Worley 1996). */
    private static float[] cells(RandomGenerator random, int side) {
        int points = 4 + random.nextInt(60);
        var across = random.doubles(points, 0, side).toArray();
        var down = random.doubles(points, 0, side).toArray();
        double scale = side / Math.sqrt(points);
        boolean seams = random.nextBoolean();
        var values = new float[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double first = Double.MAX_VALUE;
                double second = Double.MAX_VALUE;
                for (int p = 0; p < points; p++) {
                    double distance = Math.hypot(x - across[p], y - down[p]);
                    second = Math.min(second, Math.max(first, distance));
                    first = Math.min(first, distance);
                }
                values[y * side + x] = (float) (seams ? 3 * (second - first) / scale : first / scale);
            }
        }
        return clamped(values);
    }

    /** Value noise over octaves (Perlin 1985), stretched so many times along one direction: clouds, grain, brushed metal. */
    static float[] noise(RandomGenerator random, int side, double stretch) {
        double angle = random.nextInt(3) == 0 ? Math.PI / 2 * random.nextInt(2) : Math.PI * random.nextDouble();
        double coarsest = 4 * Math.pow(side / 4.0, random.nextDouble());
        double fall = random.nextDouble(0.35, 0.95);
        double contrast = random.nextDouble(0.8, 3);
        var values = new float[side * side];
        double weight = 1;
        double total = 0;
        for (int octave = 0; octave < MOST_OCTAVES && coarsest >= 1; octave++, coarsest /= 2, weight *= fall) {
            lattice(random, values, side, angle, coarsest, stretch, weight);
            total += weight;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.5 + contrast * (values[i] / total - 0.5));
        }
        return clamped(values);
    }

    private static void lattice(
            RandomGenerator random,
            float[] values,
            int side,
            double angle,
            double cell,
            double stretch,
            double weight) {
        long salt = random.nextLong();
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double u = (cos * x + sin * y) / (cell * stretch) + 1000;
                double v = (cos * y - sin * x) / cell + 1000;
                int left = (int) u;
                int top = (int) v;
                double a = smooth(u - left);
                double b = smooth(v - top);
                double upper = (1 - a) * hash(salt, left, top) + a * hash(salt, left + 1, top);
                double lower = (1 - a) * hash(salt, left, top + 1) + a * hash(salt, left + 1, top + 1);
                values[y * side + x] += (float) (weight * ((1 - b) * upper + b * lower));
            }
        }
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    /** A number between 0 and 1 for each crossing of the lattice (the mixer of SplitMix64). */
    private static double hash(long salt, int x, int y) {
        long z = salt + x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    private static float[] clamped(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.clamp(values[i], 0f, 1f);
        }
        return values;
    }
}
