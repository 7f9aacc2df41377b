package dev.millwright.maintenance;

import java.util.Arrays;

/**
 * Where a signal stands while its machine is well: median and deviation of its first samples.
 *
 * @param level the median
 * @param deviation never zero: a signal that stood still gets one percent of its level
 */
record Baseline(double level, double deviation) {

    /** Samples farther than this from the median, in robust deviations, are no part of the baseline. */
    private static final double WILD = 3.5;

    static Baseline of(double[] samples) {
        double level = Robust.median(samples);
        double rough = Robust.spread(samples, level);
        // The median absolute deviation of few samples is coarse: it only names the wild ones, the rest are measured.
        double deviation = Math.sqrt(Arrays.stream(samples)
                .filter(v -> rough == 0 || Math.abs(v - level) <= WILD * rough)
                .map(v -> (v - level) * (v - level))
                .average()
                .orElseThrow());
        double stillness = level == 0 ? 1 : 0.01 * Math.abs(level);
        return new Baseline(level, deviation > 1e-9 * Math.abs(level) ? deviation : stillness);
    }

    double score(double value) {
        return (value - level) / deviation;
    }
}
