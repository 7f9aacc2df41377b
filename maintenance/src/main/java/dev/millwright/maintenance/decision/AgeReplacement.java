package dev.millwright.maintenance.decision;

import dev.millwright.maintenance.WeibullLife;

/**
 * The age at which to replace units that only their age tells of (Barlow and Proschan 1965, chapter 4), and what an hour
 * then costs; that is what an hour of life is worth that maintenance throws away.
 *
 * @param age at which to replace; infinite: only after a failure
 * @param costRate cost an hour of running, in the long run
 */
public record AgeReplacement(double age, double costRate) {
    private static final int STEPS = 20_000;
    /** Hardly a unit lives longer. */
    private static final double ALL = 1 - 1e-9;

    /**
     * The best age for a kind of unit.
     *
     * @param planned cost of a replacement that was planned, {@code failure} of one after a failure, both in all
     */
    public static AgeReplacement of(WeibullLife life, double planned, double failure) {
        if (!(planned > 0 && failure > 0)) {
            throw new IllegalArgumentException("A planned replacement costs %s and a failure %s.\nGive costs above 0."
                    .formatted(planned, failure));
        }
        double step = life.remaining(0, ALL) / STEPS;
        double lived = 0;
        double best = Double.POSITIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        double before = 0;
        for (int i = 1; i <= STEPS; i++) {
            double failed = life.failureWithin(0, i * step);
            lived += step * (1 - (before + failed) / 2);
            double rate = (failure * failed + planned * (1 - failed)) / lived;
            if (rate < least) {
                least = rate;
                best = i == STEPS ? Double.POSITIVE_INFINITY : i * step;
            }
            before = failed;
        }
        return new AgeReplacement(best, least);
    }
}
