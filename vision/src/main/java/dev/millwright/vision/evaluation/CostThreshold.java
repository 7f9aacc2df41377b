package dev.millwright.vision.evaluation;

import java.util.Arrays;

/**
 * The limit of a score at which inspection costs least; parts at or above it are rejected.
 *
 * @param threshold the limit; infinite where it is cheapest to reject nothing
 * @param costPerPart of escapes and false rejects at this limit, in the unit of the costs
 * @param escapeRate share of bad parts below it
 * @param falseRejectRate share of good parts at or above it
 */
public record CostThreshold(double threshold, double costPerPart, double escapeRate, double falseRejectRate) {

    /**
     * Chooses among the scores seen, and none. Of limits that cost the same the lowest is taken: it lets least escape.
     *
     * @param good scores of good parts
     * @param bad scores of bad parts
     * @param badShare share of parts that are bad, from 0 to 1
     * @param escapeCost of a bad part that passes
     * @param falseRejectCost of a good part that is rejected
     * @throws IllegalArgumentException when there are no scores of one kind: without bad parts nobody knows what escapes
     */
    public static CostThreshold of(
            double[] good, double[] bad, double badShare, double escapeCost, double falseRejectCost) {
        require(good, bad);
        if (!(badShare >= 0 && badShare <= 1) || !(escapeCost >= 0) || !(falseRejectCost >= 0)) {
            throw new IllegalArgumentException(
                    "a share of %s bad parts, costs of %s and %s\nGive a share from 0 to 1, and costs of 0 or more."
                            .formatted(badShare, escapeCost, falseRejectCost));
        }
        var sortedGood = sorted(good);
        var sortedBad = sorted(bad);
        var limits = new double[good.length + bad.length + 1];
        System.arraycopy(good, 0, limits, 0, good.length);
        System.arraycopy(bad, 0, limits, good.length, bad.length);
        limits[limits.length - 1] = Double.POSITIVE_INFINITY;
        Arrays.sort(limits);
        var best = at(limits[0], sortedGood, sortedBad, badShare, escapeCost, falseRejectCost);
        for (double limit : limits) {
            var other = at(limit, sortedGood, sortedBad, badShare, escapeCost, falseRejectCost);
            if (other.costPerPart < best.costPerPart) {
                best = other;
            }
        }
        return best;
    }

    private static CostThreshold at(
            double limit, double[] good, double[] bad, double badShare, double escapeCost, double falseRejectCost) {
        double escapes = 1 - share(bad, limit);
        double falseRejects = share(good, limit);
        double cost = badShare * escapes * escapeCost + (1 - badShare) * falseRejects * falseRejectCost;
        return new CostThreshold(limit, cost, escapes, falseRejects);
    }

    /** The share of sorted scores at or above a limit. */
    private static double share(double[] sorted, double limit) {
        int below = 0;
        int end = sorted.length;
        while (below < end) {
            int middle = (below + end) >>> 1;
            if (sorted[middle] < limit) {
                below = middle + 1;
            } else {
                end = middle;
            }
        }
        return (double) (sorted.length - below) / sorted.length;
    }

    private static double[] sorted(double[] scores) {
        var sorted = scores.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static void require(double[] good, double[] bad) {
        if (good.length == 0 || bad.length == 0) {
            throw new IllegalArgumentException(
                    "%d good and %d bad scores\nGive one of each or more; from good parts alone choose a limit by a stated rate of false rejects."
                            .formatted(good.length, bad.length));
        }
        for (var scores : new double[][] {good, bad}) {
            for (double score : scores) {
                if (Double.isNaN(score)) {
                    throw new IllegalArgumentException("a score that is no number\nLeave parts without a score out.");
                }
            }
        }
    }
}
