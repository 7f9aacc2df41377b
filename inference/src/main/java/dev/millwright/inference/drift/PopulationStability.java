package dev.millwright.inference.drift;

import java.util.Arrays;
import java.util.List;

/** The population stability index: how unlike two spreads over the same bins are (symmetric Kullback-Leibler divergence). */
public final class PopulationStability {
    /** A bin in which nothing was seen counts as half a row, or the index would be infinite. */
    private static final double UNSEEN = 0.5;

    private PopulationStability() {}

    /** The index of rows counted by bin against shares of a reference by bin, 0 for equals. */
    public static double of(List<Double> reference, long[] counts) {
        double rows = Math.max(1, Arrays.stream(counts).sum());
        double index = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            double now = Math.max(UNSEEN, (double) counts[bin]) / rows;
            double then = Math.max(UNSEEN / rows, reference.get(bin));
            index += (now - then) * Math.log(now / then);
        }
        return index;
    }
}
