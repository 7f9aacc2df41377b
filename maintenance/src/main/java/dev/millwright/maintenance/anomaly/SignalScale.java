package dev.millwright.maintenance.anomaly;

import java.util.Arrays;

/**
 * Where a signal stands in normal running and how far it goes from there; a few wild samples do not move it.
 *
 * @param level the median
 * @param spread never zero: a signal that stood still gets one percent of its level
 * @param still whether it stood still
 */
public record SignalScale(double level, double spread, boolean still) {

    /** Samples farther than this from the median, in robust deviations, do not count for the spread. */
    private static final double WILD = 3.5;
    /** Deviations of the normal law between the 1 % and the 99 % quantile. */
    private static final double CENTRAL_RANGE = 4.652;
    /**
     * A signal that rests and now and then steps has a median deviation near zero: it gets at least this part of the
     * deviation that its central range tells of.
     */
    private static final double LEAST_PART = 0.25;

    /**
     * Learns a scale.
     *
     * @param samples at least one; NaN where nothing was measured
     */
    public static SignalScale of(double[] samples) {
        double[] measured = Arrays.stream(samples).filter(Double::isFinite).toArray();
        if (measured.length == 0) {
            throw new IllegalArgumentException(
                    "A scale was asked of a signal that was never measured.\nLeave out signals without samples.");
        }
        double level = Quantile.median(measured);
        double rough = Quantile.spread(measured, level);
        double near = Math.sqrt(Arrays.stream(measured)
                .map(v -> v - level)
                .filter(d -> rough == 0 || Math.abs(d) <= WILD * rough)
                .map(d -> d * d)
                .average()
                .orElseThrow());
        double range = (Quantile.of(measured, 0.99) - Quantile.of(measured, 0.01)) / CENTRAL_RANGE;
        double spread = Math.max(near, LEAST_PART * range);
        boolean still = !(spread > 1e-9 * Math.abs(level));
        return new SignalScale(level, still ? stillness(level) : spread, still);
    }

    private static double stillness(double level) {
        return level == 0 ? 1 : 0.01 * Math.abs(level);
    }

    /** Deviations of a value from the level; NaN for NaN. */
    public double score(double value) {
        return (value - level) / spread;
    }
}
