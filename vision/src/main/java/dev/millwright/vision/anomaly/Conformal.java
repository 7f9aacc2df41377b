package dev.millwright.vision.anomaly;

import java.util.Arrays;
import java.util.Locale;

/**
 * Scores of good images that nothing was learned from: they tell how rare a score is among good ones, whatever its
 * distribution (split conformal prediction, Vovk 2005).
 */
public final class Conformal {
    private final double[] sorted;

    private Conformal(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Takes in the scores of held-out good images.
     *
     * @throws IllegalArgumentException when there are none
     */
    public static Conformal of(double[] scores) {
        if (scores.length == 0) {
            throw new IllegalArgumentException("There is no held-out good image.\nGive more good images.");
        }
        var sorted = scores.clone();
        Arrays.sort(sorted);
        return new Conformal(sorted);
    }

    /** How many held-out good images a rate of false rejects needs at least. */
    public static int needed(double falseRejectRate) {
        return (int) Math.ceil(1 / falseRejectRate - 1e-9) - 1;
    }

    /**
     * The score that another good image exceeds at most at this rate.
     *
     * @throws IllegalArgumentException when there are too few good images to tell
     */
    public double threshold(double falseRejectRate) {
        int rank = (int) Math.ceil((sorted.length + 1) * (1 - falseRejectRate) - 1e-9);
        if (rank > sorted.length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A false-reject rate of %s needs %d held-out good images, there are %d.\nGive more good images, or a rate of at least %.4f.",
                    falseRejectRate,
                    needed(falseRejectRate),
                    sorted.length,
                    1.0 / (sorted.length + 1)));
        }
        return sorted[Math.max(1, rank) - 1];
    }

    /** The share of good images that score as high or higher, itself counted among them: above 0, up to 1. */
    public double pValue(double score) {
        int below = 0;
        while (below < sorted.length && sorted[below] < score) {
            below++;
        }
        return (1.0 + sorted.length - below) / (sorted.length + 1);
    }

    /** The scores, ascending. */
    public double[] scores() {
        return sorted.clone();
    }
}
