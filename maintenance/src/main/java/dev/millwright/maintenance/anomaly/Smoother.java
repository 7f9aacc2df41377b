package dev.millwright.maintenance.anomaly;

/** Exponentially weighted moving average of rows; a missing value says nothing, and what is known of it fades. */
final class Smoother {

    private final double smoothing;
    private final double[] level;

    Smoother(int signals, double smoothing) {
        this.smoothing = smoothing;
        this.level = new double[signals];
    }

    /** Takes a row of deviations and shows the average; the array shown is the smoother's own. */
    double[] take(double[] scores) {
        for (int j = 0; j < level.length; j++) {
            level[j] += smoothing * ((Double.isNaN(scores[j]) ? 0 : scores[j]) - level[j]);
        }
        return level;
    }
}
