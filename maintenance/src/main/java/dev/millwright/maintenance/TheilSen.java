package dev.millwright.maintenance;

import java.util.Arrays;

/**
 * The line through points by the median of all pairwise slopes, with the Mann-Kendall score of its direction (Sen 1968,
 * "Estimates of the regression coefficient based on Kendall's tau").
 */
final class TheilSen {

    private static final double MEDIAN_EFFICIENCY = 1.2533;

    private final double[] slopes;
    private final double centerTime;
    private final double centerValue;
    private final double spread;
    private final double score;
    private final double inflation;
    private final double endBias;
    private final int size;

    private TheilSen(double[] x, double[] y) {
        size = x.length;
        slopes = new double[size * (size - 1) / 2];
        int concordance = 0;
        int pairs = 0;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                concordance += (int) Math.signum(y[j] - y[i]);
                if (x[j] > x[i]) {
                    slopes[pairs++] = (y[j] - y[i]) / (x[j] - x[i]);
                }
            }
        }
        Arrays.fill(slopes, pairs, slopes.length, 0);
        Arrays.sort(slopes);
        double slope = slope();
        centerTime = Arrays.stream(x).sum() / size;
        double[] levels = new double[size];
        for (int i = 0; i < size; i++) {
            levels[i] = y[i] - slope * (x[i] - centerTime);
        }
        centerValue = Robust.median(levels);
        spread = Robust.spread(levels, centerValue);
        score = concordance / kendallDeviation();
        inflation = serialInflation(levels);
        endBias = Robust.median(Arrays.copyOfRange(levels, size - Math.max(2, size / 4), size)) - centerValue;
    }

    /** Fits at least three points in order of time. */
    static TheilSen of(double[] x, double[] y) {
        return new TheilSen(x, y);
    }

    double slope() {
        return Robust.quantile(slopes, 0.5);
    }

    double at(double time) {
        return centerValue + slope() * (time - centerTime);
    }

    /** Mann-Kendall score: about standard normal where there is no trend, lowered for serial correlation. */
    double score() {
        return score / inflation;
    }

    /** True where the latest quarter of the points lies on the line as the others do. */
    boolean fitsItsEnd() {
        double deviation = MEDIAN_EFFICIENCY * spread * inflation / Math.sqrt(Math.max(2, size / 4));
        return Math.abs(endBias) <= 2.5 * deviation + 1e-9;
    }

    /** A slope that the data would allow, for a standard normal number (Sen's interval, read as a distribution). */
    double slopeAt(double normal) {
        double rank = (slopes.length + normal * kendallDeviation() * inflation) / 2;
        return Robust.quantile(slopes, Math.clamp(rank / slopes.length, 0.0, 1.0));
    }

    double centerTime() {
        return centerTime;
    }

    /** A level at the centre of the points that the data would allow, for a standard normal number. */
    double centerAt(double normal) {
        return centerValue + normal * MEDIAN_EFFICIENCY * spread * inflation / Math.sqrt(size);
    }

    private double kendallDeviation() {
        return Math.sqrt(size * (size - 1.0) * (2 * size + 5) / 18);
    }

    /** How much wider errors are because neighbouring residuals resemble each other. */
    private double serialInflation(double[] levels) {
        double products = 0;
        double squares = 1e-300;
        for (int i = 0; i < size; i++) {
            double r = levels[i] - centerValue;
            squares += r * r;
            products += i == 0 ? 0 : r * (levels[i - 1] - centerValue);
        }
        double correlation = Math.clamp(products / squares, 0.0, 0.8);
        return Math.sqrt((1 + correlation) / (1 - correlation));
    }
}
