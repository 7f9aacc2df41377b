package dev.millwright.vision.anomaly;

import java.util.Arrays;

/** What one number is made of a map. */
public enum ImageScore {
    /** Its largest value. */
    LARGEST(0),
    /** The mean of its largest hundredth: steadier than the largest value, for small defects. */
    TOP_1_PERCENT(0.01),
    /** The mean of its largest twentieth. */
    TOP_5_PERCENT(0.05),
    /** The mean of all: for what is off everywhere a little. */
    MEAN(1);

    private final double share;

    ImageScore(double share) {
        this.share = share;
    }

    double of(AnomalyMap map) {
        var sorted = map.values().clone();
        Arrays.sort(sorted);
        int count = Math.max(1, (int) Math.round(share * sorted.length));
        double sum = 0;
        for (int i = sorted.length - count; i < sorted.length; i++) {
            sum += sorted[i];
        }
        return sum / count;
    }
}
