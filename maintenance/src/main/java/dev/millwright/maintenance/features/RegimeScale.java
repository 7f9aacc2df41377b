package dev.millwright.maintenance.features;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What is usual for each signal in each regime: a value is told as so many standard deviations from it.
 *
 * @param mean by regime, then by signal
 * @param deviation likewise, never 0
 */
public record RegimeScale(List<List<Double>> mean, List<List<Double>> deviation) {
    /** Smaller than this share of its mean, a spread is rounding. */
    private static final double ROUNDING = 1e-7;

    public RegimeScale {
        mean = mean.stream().map(List::copyOf).toList();
        deviation = deviation.stream().map(List::copyOf).toList();
    }

    /** Learns from rows whose regimes are known; a signal that never changes in a regime keeps its value there as 0. */
    static RegimeScale of(Iterable<double[]> rows, int signals, int regimes, ToIntFunction<double[]> regimeOf) {
        var count = new long[regimes][signals];
        var sum = new double[regimes][signals];
        var squares = new double[regimes][signals];
        var first = new double[regimes][signals];
        for (var row : rows) {
            int regime = regimeOf.applyAsInt(row);
            for (int s = 0; s < signals; s++) {
                if (!Double.isNaN(row[s])) {
                    // Around a value of its own each signal's squares lose no digits.
                    first[regime][s] = count[regime][s]++ == 0 ? row[s] : first[regime][s];
                    double d = row[s] - first[regime][s];
                    sum[regime][s] += d;
                    squares[regime][s] += d * d;
                }
            }
        }
        var means = new ArrayList<List<Double>>();
        var deviations = new ArrayList<List<Double>>();
        for (int r = 0; r < regimes; r++) {
            var mean = new ArrayList<Double>();
            var deviation = new ArrayList<Double>();
            for (int s = 0; s < signals; s++) {
                double n = Math.max(1, count[r][s]);
                double m = sum[r][s] / n;
                double spread = Math.sqrt(Math.max(0, squares[r][s] / n - m * m));
                double usual = m + first[r][s];
                mean.add(usual);
                deviation.add(spread > ROUNDING * Math.max(1, Math.abs(usual)) ? spread : 1);
            }
            means.add(mean);
            deviations.add(deviation);
        }
        return new RegimeScale(means, deviations);
    }

    /** Standard deviations from what is usual in the regime. */
    double of(int regime, int signal, double value) {
        return (value - mean.get(regime).get(signal)) / deviation.get(regime).get(signal);
    }
}
