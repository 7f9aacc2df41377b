package dev.millwright.vision.drift;

import dev.millwright.inference.drift.DriftWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a statistic was spread over the pictures of a reference.
 *
 * @param edges of the bins, rising
 * @param shares of pictures by bin, one more than edges
 * @param effectivePictures how many independent pictures those of the reference are worth
 * @param limit population stability index that a window of as many pictures reaches by chance once in a hundred times
 */
public record StatisticReference(
        PictureStatistic statistic, List<Double> edges, List<Double> shares, double effectivePictures, double limit) {
    private static final int BINS = 10;
    /** The chi-squared value with nine degrees of freedom that chance exceeds once in a hundred times. */
    private static final double CHANCE = 21.67;

    public StatisticReference {
        edges = List.copyOf(edges);
        shares = List.copyOf(shares);
    }

    /** Bins that hold a tenth of the pictures each, as far as values differ. */
    static StatisticReference of(PictureStatistic statistic, double[] values, int windowPictures) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        var edges = new ArrayList<Double>();
        for (int bin = 1; bin < BINS; bin++) {
            double edge = sorted[sorted.length * bin / BINS];
            if (edge < sorted[sorted.length - 1] && (edges.isEmpty() || edge > edges.getLast())) {
                edges.add(edge);
            }
        }
        var window = new DriftWindow(edges, Integer.MAX_VALUE);
        for (double value : values) {
            window.add(value);
        }
        var shares = new ArrayList<Double>();
        for (long count : window.counts()) {
            shares.add((double) count / values.length);
        }
        // Times the harmonic sum of both sizes the index of equal spreads is distributed as chi squared (Yurdakul
        // 2018).
        double limit = CHANCE * (1.0 / values.length + 1.0 / windowPictures);
        return new StatisticReference(statistic, edges, shares, window.sum().effectiveRows(), limit);
    }
}
