package dev.millwright.vision.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws boards of all scales, as the pictures of real ones show them: traces in bundles that turn by 45 degrees, round and square
 * pads, broad copper with gaps around what crosses it, rows of vias. What it draws may cross and touch; it is artwork for eyes,
 * not for electrons.
 */
final class Routing {
    private static final double[] TURNS = {-Math.PI / 4, 0, 0, 0, Math.PI / 4};

    private final RandomGenerator random;
    private final Copper copper;
    /** The width of a thin trace: boards are seen from near and from far. */
    private final int unit;

    private Routing(RandomGenerator random, int width, int height) {
        this.random = random;
        copper = new Copper(width, height);
        unit = 6 + random.nextInt(14);
    }

    /** A board of this size. */
    static Copper draw(RandomGenerator random, int width, int height) {
        var routing = new Routing(random, width, height);
        int area = width * height / (640 * 640) + 1;
        for (int i = random.nextInt(3) * area; i > 0; i--) {
            routing.pour();
        }
        for (int i = (3 + random.nextInt(4)) * area; i > 0; i--) {
            routing.bundle();
        }
        for (int i = (4 + random.nextInt(8)) * area; i > 0; i--) {
            routing.pad(random.nextInt(width), random.nextInt(height), random.nextInt(3));
        }
        for (int i = random.nextInt(3) * area; i > 0; i--) {
            routing.row();
        }
        return routing.copper;
    }

    private void pour() {
        int width = copper.width / 4 + random.nextInt(copper.width / 2);
        int height = copper.height / 4 + random.nextInt(copper.height / 2);
        int left = random.nextInt(copper.width) - width / 2;
        int top = random.nextInt(copper.height) - height / 2;
        block(left, top, left + width, top + height, unit * random.nextInt(3), true);
        for (int i = random.nextInt(4); i > 0; i--) {
            int radius = unit / 3 + random.nextInt(unit);
            copper.ellipse(left + random.nextInt(width), top + random.nextInt(height), radius, radius, false);
        }
    }

    /** A block with round corners. */
    private void block(int left, int top, int right, int bottom, int corner, boolean filled) {
        copper.rectangle(left + corner, top, right - corner, bottom, filled);
        copper.rectangle(left, top + corner, right, bottom - corner, filled);
        if (corner > 0) {
            copper.ellipse(left + corner, top + corner, corner, corner, filled);
            copper.ellipse(right - corner - 1, top + corner, corner, corner, filled);
            copper.ellipse(left + corner, bottom - corner - 1, corner, corner, filled);
            copper.ellipse(right - corner - 1, bottom - corner - 1, corner, corner, filled);
        }
    }

    /** Traces side by side along one path: first the gap around each, then its copper. */
    private void bundle() {
        var path = path();
        int traces = 1 + random.nextInt(4);
        double half = unit / 2.0 * (random.nextInt(4) == 0 ? 2 : 1);
        double pitch = 2 * half + unit * (0.7 + 0.8 * random.nextDouble());
        double gap = half + unit * 0.8;
        for (int trace = 0; trace < traces; trace++) {
            stroke(path, trace * pitch, gap, false);
        }
        for (int trace = 0; trace < traces; trace++) {
            stroke(path, trace * pitch, half, true);
            if (random.nextBoolean()) {
                var end = path.getLast();
                pad(
                        (int) (end[0] + trace * pitch * Math.sin(end[2])),
                        (int) (end[1] - trace * pitch * Math.cos(end[2])),
                        random.nextInt(3));
            }
        }
    }

    /** Corners of a way across the board: each with x, y and the direction in which it is reached. */
    private List<double[]> path() {
        double direction = random.nextInt(4) * Math.PI / 2;
        double x = random.nextInt(copper.width);
        double y = random.nextInt(copper.height);
        var path = new ArrayList<double[]>();
        path.add(new double[] {x, y, direction});
        for (int corner = 2 + random.nextInt(4); corner > 0; corner--) {
            double length = copper.width * (0.08 + 0.4 * random.nextDouble());
            x += length * Math.cos(direction);
            y += length * Math.sin(direction);
            path.add(new double[] {x, y, direction});
            direction += TURNS[random.nextInt(TURNS.length)];
        }
        return path;
    }

    /** A line along a path, at this distance to its left. */
    private void stroke(List<double[]> path, double aside, double half, boolean filled) {
        for (int i = 1; i < path.size(); i++) {
            double[] from = path.get(i - 1);
            double[] to = path.get(i);
            double acrossX = aside * Math.sin(to[2]);
            double acrossY = -aside * Math.cos(to[2]);
            copper.line(from[0] + acrossX, from[1] + acrossY, to[0] + acrossX, to[1] + acrossY, half, filled);
        }
    }

    private void pad(int x, int y, int shape) {
        int radius = (int) (unit * (0.8 + 1.7 * random.nextDouble()));
        int clear = radius + unit;
        switch (shape) {
            case 0 -> {
                int half = (int) (radius * (0.6 + 0.8 * random.nextDouble()));
                block(x - clear, y - half - unit, x + clear, y + half + unit, unit / 2, false);
                block(x - radius, y - half, x + radius, y + half, random.nextBoolean() ? unit / 4 : 0, true);
            }
            case 1 -> {
                copper.ellipse(x, y, clear, clear, false);
                copper.ellipse(x, y, radius, radius, true);
            }
            default -> {
                copper.ellipse(x, y, clear, clear, false);
                copper.ellipse(x, y, radius, radius, true);
                copper.ellipse(x, y, radius * 0.5, radius * 0.5, false);
            }
        }
    }

    /** Vias or feet of a part, side by side. */
    private void row() {
        int shape = random.nextInt(3);
        boolean down = random.nextBoolean();
        int pitch = unit * (3 + random.nextInt(4));
        int x = random.nextInt(copper.width);
        int y = random.nextInt(copper.height);
        for (int i = 3 + random.nextInt(8); i > 0; i--) {
            pad(x, y, shape);
            x += down ? 0 : pitch;
            y += down ? pitch : 0;
        }
    }
}
