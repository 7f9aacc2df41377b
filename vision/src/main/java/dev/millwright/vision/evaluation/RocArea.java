package dev.millwright.vision.evaluation;

import java.util.Arrays;

/** The area under the ROC curve: how often one that is bad scores higher than one that is good, a tie counting half. */
public final class RocArea {
    private RocArea() {}

    /**
     * The area of these scores.
     *
     * @throws IllegalArgumentException when there are none of one kind
     */
    public static double of(double[] good, double[] bad) {
        if (good.length == 0 || bad.length == 0) {
            throw new IllegalArgumentException(
                    "%d good and %d bad scores\nGive one of each or more.".formatted(good.length, bad.length));
        }
        var low = good.clone();
        var high = bad.clone();
        Arrays.sort(low);
        Arrays.sort(high);
        double won = 0;
        int below = 0;
        int upTo = 0;
        for (double score : high) {
            while (below < low.length && low[below] < score) {
                below++;
            }
            while (upTo < low.length && low[upTo] <= score) {
                upTo++;
            }
            won += (below + upTo) / 2.0;
        }
        return won / low.length / high.length;
    }
}
