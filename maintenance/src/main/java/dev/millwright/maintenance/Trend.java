package dev.millwright.maintenance;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A visible rise of a wear indicator towards its threshold, straight or exponential, on the longest time scale on
 * which it still describes the present.
 */
final class Trend {

    private static final int FEWEST_POINTS = 8;
    /** An exponential must fit this much better, for it reaches the threshold sooner. */
    private static final double CLEARLY_BETTER = 0.8;
    /** Wear from which on an exponential is believed: below, a few noisy points decide over many e-folds ahead. */
    private static final double SUBSTANTIAL = 0.2;

    private final TheilSen line;
    private final boolean exponential;
    private final double span;

    private Trend(TheilSen line, boolean exponential, double span) {
        this.line = line;
        this.exponential = exponential;
        this.span = span;
    }

    /** The trend on the longest scale that fits its own end, or null where nothing rises visibly. */
    static @Nullable Trend find(Cascade wear, double significance) {
        for (int k = wear.depth() - 1; k >= 0; k--) {
            Trend trend = find(wear.level(k), significance);
            if (trend != null) {
                return trend;
            }
        }
        return null;
    }

    static @Nullable Trend find(Points wear, double significance) {
        if (wear.size() < FEWEST_POINTS || wear.latest(3) <= 0) {
            return null;
        }
        TheilSen line = TheilSen.of(wear.times, wear.values);
        if (line.score() < significance || line.slope() <= 0) {
            return null;
        }
        TheilSen curve = wear.latest(3) < SUBSTANTIAL ? null : exponential(wear);
        if (curve != null && misfit(curve, wear, true) < CLEARLY_BETTER * misfit(line, wear, false)) {
            return curve.fitsItsEnd() ? new Trend(curve, true, wear.span()) : null;
        }
        return line.fitsItsEnd() ? new Trend(line, false, wear.span()) : null;
    }

    /** The span of time over which the trend was seen. */
    double span() {
        return span;
    }

    /** Time from now until a threshold along the fitted course itself. */
    double expected(double now, double threshold) {
        double end = exponential ? Math.log(threshold) : threshold;
        return Math.max(0, (end - line.at(now)) / line.slope());
    }

    /** Time from now until a threshold, for one draw of slope and level; infinite where that draw does not rise. */
    double draw(double now, double threshold, RandomGenerator random) {
        double slope = line.slopeAt(random.nextGaussian());
        double center = line.centerAt(random.nextGaussian());
        if (slope <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double end = exponential ? Math.log(threshold) : threshold;
        return Math.max(0, line.centerTime() + (end - center) / slope - now);
    }

    private static @Nullable TheilSen exponential(Points wear) {
        double[] logs = new double[wear.size()];
        for (int i = 0; i < logs.length; i++) {
            if (wear.values[i] <= 0) {
                return null;
            }
            logs[i] = Math.log(wear.values[i]);
        }
        return TheilSen.of(wear.times, logs);
    }

    private static double misfit(TheilSen fit, Points wear, boolean exponential) {
        double misfit = 0;
        for (int i = 0; i < wear.size(); i++) {
            double expected = fit.at(wear.times[i]);
            misfit += Math.abs(wear.values[i] - (exponential ? Math.exp(expected) : expected));
        }
        return misfit;
    }
}
