package dev.millwright.maintenance;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A signal's past in bounded memory: level 0 keeps the latest samples, each level above keeps means of four points of
 * the one below without their two extremes, so that a single wild sample never climbs.
 */
final class Cascade {

    static final int POINTS = 32;
    static final int LEVELS = 11;
    private static final int FAN = 4;

    private final @Nullable Level[] levels = new @Nullable Level[LEVELS];

    void add(double time, double value) {
        double t = time;
        double v = value;
        for (int k = 0; k < LEVELS; k++) {
            Level level = levels[k];
            if (level == null) {
                level = new Level();
                levels[k] = level;
            }
            level.push(t, v);
            if (!level.mature()) {
                return;
            }
            t = level.pendingTime();
            v = level.pendingValue();
        }
    }

    Cascade copy() {
        var copy = new Cascade();
        for (int k = 0; k < LEVELS; k++) {
            Level level = levels[k];
            copy.levels[k] = level == null ? null : level.copy();
        }
        return copy;
    }

    /** Number of levels that hold points. */
    int depth() {
        int depth = 0;
        while (depth < LEVELS && levels[depth] != null) {
            depth++;
        }
        return depth;
    }

    Points level(int k) {
        Level level = levels[k];
        return level == null ? new Points(new double[0], new double[0]) : level.points();
    }

    /** One ring, and the latest four points waiting to become one of the next level. */
    private static final class Level {
        private final double[] times = new double[POINTS];
        private final double[] values = new double[POINTS];
        private long pushed;

        Level copy() {
            var copy = new Level();
            System.arraycopy(times, 0, copy.times, 0, POINTS);
            System.arraycopy(values, 0, copy.values, 0, POINTS);
            copy.pushed = pushed;
            return copy;
        }

        void push(double time, double value) {
            int i = (int) (pushed++ % POINTS);
            times[i] = time;
            values[i] = value;
        }

        boolean mature() {
            return pushed % FAN == 0;
        }

        double pendingTime() {
            double sum = 0;
            for (int i = 1; i <= FAN; i++) {
                sum += times[(int) ((pushed - i) % POINTS)];
            }
            return sum / FAN;
        }

        double pendingValue() {
            double sum = 0;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 1; i <= FAN; i++) {
                double v = values[(int) ((pushed - i) % POINTS)];
                sum += v;
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
            return (sum - low - high) / (FAN - 2);
        }

        Points points() {
            if (pushed <= POINTS) {
                return new Points(Arrays.copyOf(times, (int) pushed), Arrays.copyOf(values, (int) pushed));
            }
            int oldest = (int) (pushed % POINTS);
            return new Points(unrolled(times, oldest), unrolled(values, oldest));
        }

        private static double[] unrolled(double[] ring, int oldest) {
            double[] line = new double[POINTS];
            System.arraycopy(ring, oldest, line, 0, POINTS - oldest);
            System.arraycopy(ring, 0, line, POINTS - oldest, oldest);
            return line;
        }
    }
}
