package dev.millwright.inference.drift;

import java.util.List;

/** The two-sample Kolmogorov-Smirnov test over bins: what it finds is at most a bin less than over single values. */
public final class KolmogorovSmirnov {
    private static final int TERMS = 100;

    private KolmogorovSmirnov() {}

    /** The largest distance between the two cumulative shares, from 0 to 1. */
    public static double statistic(List<Double> reference, long[] counts) {
        double rows = 0;
        for (long count : counts) {
            rows += count;
        }
        double then = 0;
        double now = 0;
        double most = 0;
        for (int bin = 0; bin < counts.length - 1 && rows > 0; bin++) {
            then += reference.get(bin);
            now += counts[bin] / rows;
            most = Math.max(most, Math.abs(now - then));
        }
        return most;
    }

    /**
     * How likely chance alone reaches a distance: the asymptotic distribution with Stephens' correction (1970).
     *
     * @param rows independent rows of one sample, and {@code others} of the other; fractions as dependence leaves them
     */
    public static double pValue(double statistic, double rows, double others) {
        double n = Math.sqrt(rows * others / (rows + others));
        double lambda = (n + 0.12 + 0.11 / n) * statistic;
        if (lambda < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int k = 1; k <= TERMS; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * lambda * lambda);
        }
        return Math.clamp(sum, 0, 1);
    }
}
