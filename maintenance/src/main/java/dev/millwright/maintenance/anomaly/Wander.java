package dev.millwright.maintenance.anomaly;

/**
 * How fast a signal's level wanders while all is well, as the variance that a random walk gains a row. The farther
 * learning lies back, the less the level of such a signal is known, and the farther it may be from where it was.
 */
final class Wander {

    private static final int BLOCKS = 8;
    /** Deviations that a sample is taken to stand off at most: an outlier is no wandering. */
    private static final double MOST = 3;

    private Wander() {}

    /** Variance a row of one signal's scores; 0 where block means differ no more than independent ones do. */
    static double of(double[] scores) {
        int length = scores.length / BLOCKS;
        double[] means = new double[BLOCKS];
        double[] within = new double[BLOCKS];
        for (int b = 0; b < BLOCKS; b++) {
            double sum = 0;
            double squares = 0;
            for (int i = b * length; i < (b + 1) * length; i++) {
                double score = Double.isNaN(scores[i]) ? 0 : Math.clamp(scores[i], -MOST, MOST);
                sum += score;
                squares += score * score;
            }
            means[b] = sum / length;
            within[b] = squares / length - means[b] * means[b];
        }
        double steps = meanSquaredStep(means);
        double walk = steps - 2 * Quantile.median(within) / length;
        // Means over blocks of a random walk of variance q a row differ by 2/3 q times the length of a block.
        return Math.max(0, walk) / (2.0 / 3 * length) * persistence(means, steps);
    }

    private static double meanSquaredStep(double[] means) {
        double sum = 0;
        for (int b = 1; b < means.length; b++) {
            sum += (means[b] - means[b - 1]) * (means[b] - means[b - 1]);
        }
        return sum / (means.length - 1);
    }

    /** Von Neumann's ratio turned round: 0 for means that forget one another, near 1 for those that drift. */
    private static double persistence(double[] means, double steps) {
        double center = 0;
        for (double mean : means) {
            center += mean / means.length;
        }
        double variance = 1e-12;
        for (double mean : means) {
            variance += (mean - center) * (mean - center) / (means.length - 1);
        }
        return Math.clamp(2 * (1 - steps / (2 * variance)), 0.0, 1.0);
    }
}
