package dev.millwright.learning.vision;

import java.util.SplittableRandom;

/** Where a drawn defect lies: for each pixel how much it is part of it, 0 to 1. */
final class DrawnShape {
    private DrawnShape() {}

    /** One by chance: a blot, pits, a scratch, islands, or a piece at the rim. */
    static float[] of(int side, SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> pits(side, random);
            case 1, 2 -> scratch(side, random);
            case 3 -> islands(side, random);
            case 4 -> rim(side, random);
            default -> blot(side, random);
        };
    }

    /** An oval of any size with an uneven rim. */
    private static float[] blot(int side, SplittableRandom random) {
        double along = side * Math.exp(random.nextDouble(Math.log(0.02), Math.log(0.3)));
        return oval(
                side,
                random.nextDouble(side),
                random.nextDouble(side),
                along,
                along * random.nextDouble(0.25, 1),
                random);
    }

    /** One to four small round ones close to each other. */
    private static float[] pits(int side, SplittableRandom random) {
        double x = random.nextDouble(side);
        double y = random.nextDouble(side);
        double reach = side * random.nextDouble(0.02, 0.2);
        var all = new float[side * side];
        for (int i = random.nextInt(4); i >= 0; i--) {
            double radius = random.nextDouble(1.2, 0.035 * side);
            var one = oval(
                    side,
                    x + reach * random.nextDouble(-1, 1),
                    y + reach * random.nextDouble(-1, 1),
                    radius,
                    radius * random.nextDouble(0.6, 1),
                    random);
            for (int p = 0; p < all.length; p++) {
                all[p] = Math.max(all[p], one[p]);
            }
        }
        return all;
    }

    private static float[] oval(int side, double x, double y, double along, double across, SplittableRandom random) {
        double angle = Math.PI * random.nextDouble();
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double soft = random.nextDouble(0.5, 2.5) / across;
        double uneven = random.nextDouble(0.6);
        var grain = Grain.of(side, random.nextInt(4, 24), random);
        var shape = new float[side * side];
        for (int p = 0; p < shape.length; p++) {
            int row = p / side;
            int column = p % side;
            double u = (column - x) * cos + (row - y) * sin;
            double v = (row - y) * cos - (column - x) * sin;
            double distance = Math.hypot(u / along, v / across) + uneven * (grain[p] - 0.5);
            shape[p] = (float) Math.clamp((1 - distance) / soft + 0.5, 0, 1);
        }
        return shape;
    }

    /** A line that wanders, thin to begin with and in the end. */
    private static float[] scratch(int side, SplittableRandom random) {
        double x = random.nextDouble(side);
        double y = random.nextDouble(side);
        double angle = 2 * Math.PI * random.nextDouble();
        double bend = random.nextDouble(0.25);
        double width = random.nextDouble(0.6, 2.2);
        int steps = (int) (side * random.nextDouble(0.1, 0.9));
        var shape = new float[side * side];
        for (int step = 0; step < steps; step++) {
            double half = width * Math.sqrt(Math.sin(Math.PI * (step + 1) / (steps + 1)));
            int reach = (int) Math.ceil(half + 1);
            for (int v = Math.max(0, (int) y - reach); v <= Math.min(side - 1, (int) y + reach); v++) {
                for (int u = Math.max(0, (int) x - reach); u <= Math.min(side - 1, (int) x + reach); u++) {
                    float share = (float) Math.clamp(half + 0.5 - Math.hypot(u - x, v - y), 0, 1);
                    shape[v * side + u] = Math.max(shape[v * side + u], share);
                }
            }
            angle += bend * random.nextGaussian();
            x += Math.cos(angle);
            y += Math.sin(angle);
        }
        return shape;
    }

    /** Where smooth chance is highest, within a part of the picture. */
    private static float[] islands(int side, SplittableRandom random) {
        var grain = Grain.of(side, random.nextInt(3, 20), random);
        var window = oval(
                side,
                random.nextDouble(side),
                random.nextDouble(side),
                side * random.nextDouble(0.1, 0.5),
                side * random.nextDouble(0.1, 0.5),
                random);
        double level = random.nextDouble(0.5, 0.75);
        for (int p = 0; p < window.length; p++) {
            window[p] *= (float) Math.clamp((grain[p] - level) * 12 + 0.5, 0, 1);
        }
        return window;
    }

    /** What lies beyond an uneven line near a rim of the picture. */
    private static float[] rim(int side, SplittableRandom random) {
        double angle = 2 * Math.PI * random.nextDouble();
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double reach = side * random.nextDouble(0.2, 0.5);
        double uneven = side * random.nextDouble(0.05, 0.3);
        double soft = random.nextDouble(0.5, 6);
        var grain = Grain.of(side, random.nextInt(2, 12), random);
        var shape = new float[side * side];
        for (int p = 0; p < shape.length; p++) {
            int row = p / side;
            int column = p % side;
            double u = (column - side / 2.0) * cos + (row - side / 2.0) * sin;
            shape[p] = (float) Math.clamp((u - reach + uneven * (grain[p] - 0.5)) / soft + 0.5, 0, 1);
        }
        return shape;
    }
}
