package dev.millwright.bench;

import java.util.Arrays;
import java.util.List;

/** Quantiles by nearest rank. */
public final class Quantiles {

    private final double[] sorted;

    public Quantiles(List<Double> values) {
        sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
    }

    /** The smallest value that at least this share of all values does not exceed; NaN of nothing. */
    public double at(double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }
}
