package dev.millwright.maintenance.cmapss;

/**
 * A predicted remaining life in cycles.
 *
 * @param expected mean of the distribution with lives beyond the cap counted as the cap
 * @param median of the whole distribution, as {@code low} and {@code high} are its interval
 */
public record RulPrediction(int unit, double expected, double median, double low, double high) {

    static RulPrediction of(int unit, double[] weights, double total, double coverage, int cap) {
        double tail = (1 - coverage) / 2;
        double[] marks = {tail, 0.5, 1 - tail};
        double[] at = {weights.length, weights.length, weights.length};
        double sum = 0;
        double mean = 0;
        for (int r = 0; r < weights.length; r++) {
            sum += weights[r] / total;
            mean += weights[r] / total * Math.min(r, cap);
            for (int m = 0; m < marks.length; m++) {
                at[m] = sum >= marks[m] ? Math.min(at[m], r) : at[m];
            }
        }
        return new RulPrediction(unit, mean, at[1], at[0], at[2]);
    }

    /** True where the interval holds the true life. */
    boolean holds(double truth) {
        return truth >= low && truth <= high;
    }

    /** How far the truth lies outside the interval, in shares of that half; negative inside. */
    double miss(double truth) {
        return Math.max((low - truth) / (median - low + 1), (truth - high) / (high - median + 1));
    }

    RulPrediction widened(double share) {
        return new RulPrediction(
                unit,
                expected,
                median,
                Math.clamp(low - share * (median - low + 1), 0.0, median),
                Math.max(median, high + share * (high - median + 1)));
    }
}
