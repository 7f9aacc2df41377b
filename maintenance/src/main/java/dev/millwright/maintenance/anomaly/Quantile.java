package dev.millwright.maintenance.anomaly;

import java.util.Arrays;

/** Order statistics of samples without gaps. */
final class Quantile {

    private Quantile() {}

    static double median(double[] values) {
        return of(values, 0.5);
    }

    /** The value below which a share of the samples lies, interpolated between neighbours. */
    static double of(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** Standard deviation by the median absolute deviation from a centre. */
    static double spread(double[] values, double center) {
        double[] distances = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            distances[i] = Math.abs(values[i] - center);
        }
        return 1.4826 * median(distances);
    }
}
