package dev.millwright.vision.quality;

import java.util.Arrays;

/**
 * What is usual of a trait and how far from it a picture may be.
 *
 * @param usual the median of good pictures
 * @param deviation on the side that matters
 */
public record Limit(double usual, double deviation) {
    /**
     * The limit that a share of good pictures passes: the rank among them where there are enough (split conformal prediction,
     * Vovk, Gammerman and Shafer 2005), or what an exponential tail above the median has it (Davison and Smith 1990) where that
     * is more. The tail of a normal distribution is lighter, so that fewer good pictures pass than said.
     */
    static Limit of(Trait trait, double[] values, double share) {
        double usual = median(values);
        double[] deviations = Arrays.stream(values)
                .map(value -> trait.deviation(value, usual))
                .sorted()
                .toArray();
        double half = median(deviations);
        double excess = Arrays.stream(deviations)
                .filter(deviation -> deviation > half)
                .map(deviation -> deviation - half)
                .average()
                .orElse(0);
        int rank = (int) Math.ceil((1 - share) * (deviations.length + 1));
        double ranked = deviations[Math.min(rank, deviations.length) - 1];
        double tail = half + excess * Math.log(0.5 / share);
        return new Limit(usual, Math.max(trait.tolerance(), Math.max(ranked, tail)));
    }

    boolean isPassed(Trait trait, double value) {
        return trait.deviation(value, usual) > deviation;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
