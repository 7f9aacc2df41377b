package dev.millwright.learning.femto;

import java.util.List;
import java.util.Map;

/** Ways to foretell a life, learned from bearings that ran to failure. */
interface Foretelling {
    /** Seconds left to a bearing after so many snapshots. */
    double seconds(WearCurve curve, int snapshots);

    /** The baselines, by name. */
    static Map<String, Foretelling> baselines(List<WearCurve> learned) {
        return Map.of("mean_life", meanLife(learned), "trend", trend(learned), "age_share", ageShare(learned));
    }

    /** Every bearing lives as long as the mean one; the snapshot to come, where it has already lived longer. */
    private static Foretelling meanLife(List<WearCurve> learned) {
        double mean = learned.stream().mapToInt(WearCurve::life).average().orElseThrow();
        return (curve, snapshots) -> Math.max(1, mean - snapshots) * Bearing.SECONDS;
    }

    /** What is left is so many times the age, whatever the vibration: the share that scores best. */
    private static Foretelling ageShare(List<WearCurve> learned) {
        return new LifeNeighbours(
                learned,
                new LifeNeighbours.Likeness(
                        WearCurve.Levels.BANDS, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, true))::foretell;
    }

    /**
     * The line through the latest half hour of the health indicator, until it is where the middle learning bearing failed; no
     * longer than the longest life.
     */
    private static Foretelling trend(List<WearCurve> learned) {
        var ends = learned.stream()
                .mapToDouble(curve -> curve.healthAfter(curve.life()))
                .sorted()
                .toArray();
        double threshold = (ends[(ends.length - 1) / 2] + ends[ends.length / 2]) / 2;
        int longest = learned.stream().mapToInt(WearCurve::life).max().orElseThrow();
        return (curve, snapshots) -> {
            double slope = slope(curve, snapshots);
            double left = slope > 0 ? (threshold - curve.healthAfter(snapshots)) / slope : Double.POSITIVE_INFINITY;
            return Math.max(1, Math.min(left, longest - snapshots)) * Bearing.SECONDS;
        };
    }

    /** By least squares, a snapshot. */
    private static double slope(WearCurve curve, int snapshots) {
        int from = Math.max(0, snapshots - 180);
        double middle = (from + snapshots - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int i = from; i < snapshots; i++) {
            products += (i - middle) * curve.healthAfter(i + 1);
            squares += (i - middle) * (i - middle);
        }
        return squares == 0 ? 0 : products / squares;
    }
}
