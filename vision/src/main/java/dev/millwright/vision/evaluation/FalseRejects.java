package dev.millwright.vision.evaluation;

import java.util.Arrays;

/** What finding bad images costs in good ones: lines live by this rate more than by any area under a curve. */
public final class FalseRejects {
    private FalseRejects() {}

    /**
     * The share of good images rejected at the highest threshold that rejects at least this share of the bad ones.
     *
     * @param recall above 0, up to 1
     * @throws IllegalArgumentException when there are none of one kind
     */
    public static double at(double recall, double[] good, double[] bad) {
        if (good.length == 0 || bad.length == 0 || !(recall > 0 && recall <= 1)) {
            throw new IllegalArgumentException(
                    "%d good and %d bad scores, a recall of %s\nGive one of each or more, and a recall above 0, up to 1."
                            .formatted(good.length, bad.length, recall));
        }
        var sorted = bad.clone();
        Arrays.sort(sorted);
        int found = (int) Math.ceil(recall * bad.length - 1e-9);
        double threshold = sorted[bad.length - found];
        return Arrays.stream(good).filter(score -> score >= threshold).count() / (double) good.length;
    }
}
