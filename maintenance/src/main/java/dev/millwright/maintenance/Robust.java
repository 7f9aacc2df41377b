package dev.millwright.maintenance;

import java.util.Arrays;

/** Location and spread that a few wild values do not move. */
final class Robust {

    /** Makes the median absolute deviation of normal values their standard deviation. */
    private static final double NORMAL = 1.4826;

    private Robust() {}

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return quantile(sorted, 0.5);
    }

    /** Standard deviation by the median absolute deviation from a centre. */
    static double spread(double[] values, double center) {
        double[] distances = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            distances[i] = Math.abs(values[i] - center);
        }
        return NORMAL * median(distances);
    }

    /** Quantile of sorted values, interpolated between neighbours; infinite neighbours are not mixed. */
    static double quantile(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        double share = position - below;
        return share == 0 ? sorted[below] : sorted[below] * (1 - share) + sorted[above] * share;
    }
}
