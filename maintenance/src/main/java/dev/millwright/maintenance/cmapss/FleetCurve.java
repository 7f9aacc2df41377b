package dev.millwright.maintenance.cmapss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The course that wear takes before failure, averaged over engines that failed and made monotone: an engine's own recent
 * wear is laid along it, and unit-life statistics weigh the places where it fits.
 */
final class FleetCurve {

    static final int WINDOW = 50;
    /** Neighbouring cycles repeat one another: about every third one brings news (chosen on training engines). */
    private static final double REPETITION = 3;

    private static final int FEWEST_ENGINES = 5;
    private static final int LONGEST = 400;
    private static final int BLOCK = 30;

    private final double[] wearByRemaining;
    private final double offsetVariance;
    private final double noiseVariance;

    FleetCurve(List<double[]> failed) {
        wearByRemaining = monotone(failed);
        List<Double> offsets = new ArrayList<>();
        double noise = 0;
        int steps = 0;
        for (double[] wear : failed) {
            double[] residuals = residuals(wear);
            for (int from = 0; from + BLOCK <= residuals.length; from += BLOCK) {
                double mean = Arrays.stream(residuals, from, from + BLOCK).sum() / BLOCK;
                offsets.add(mean * mean);
                for (int t = from; t < from + BLOCK; t++) {
                    noise += (residuals[t] - mean) * (residuals[t] - mean);
                    steps++;
                }
            }
        }
        offsetVariance =
                offsets.stream().mapToDouble(Double::doubleValue).average().orElse(1);
        noiseVariance = noise / Math.max(1, steps);
    }

    /** Log-likelihood of the latest wear for each remaining life from 0. */
    double[] fit(double[] wear) {
        int n = Math.min(WINDOW, wear.length);
        double[] fit = new double[wearByRemaining.length];
        for (int remaining = 0; remaining < fit.length; remaining++) {
            double sum = 0;
            double squares = 0;
            for (int back = 0; back < n; back++) {
                double expected = wearByRemaining[Math.min(remaining + back, fit.length - 1)];
                double residual = wear[wear.length - 1 - back] - expected;
                sum += residual;
                squares += residual * residual;
            }
            double mean = sum / n;
            fit[remaining] = -0.5
                    * (mean * mean / (offsetVariance + noiseVariance / n)
                            + (squares - n * mean * mean) / (REPETITION * noiseVariance));
        }
        return fit;
    }

    private double[] residuals(double[] wear) {
        int n = Math.min(wear.length, wearByRemaining.length);
        double[] residuals = new double[n];
        for (int remaining = 0; remaining < n; remaining++) {
            residuals[remaining] = wear[wear.length - 1 - remaining] - wearByRemaining[remaining];
        }
        return residuals;
    }

    /** Mean wear by remaining life, where enough engines lived so long, made falling by pooling neighbours. */
    private static double[] monotone(List<double[]> failed) {
        List<double[]> pools = new ArrayList<>();
        for (int remaining = 0; remaining < LONGEST; remaining++) {
            double sum = 0;
            int engines = 0;
            for (double[] wear : failed) {
                if (wear.length > remaining) {
                    sum += wear[wear.length - 1 - remaining];
                    engines++;
                }
            }
            if (engines < FEWEST_ENGINES) {
                break;
            }
            pools.add(new double[] {sum / engines, engines, 1});
            while (pools.size() > 1 && pools.get(pools.size() - 2)[0] < pools.getLast()[0]) {
                double[] last = pools.removeLast();
                double[] before = pools.removeLast();
                double weight = last[1] + before[1];
                pools.add(
                        new double[] {(last[0] * last[1] + before[0] * before[1]) / weight, weight, last[2] + before[2]
                        });
            }
        }
        return pools.stream()
                .flatMapToDouble(pool -> DoubleStream.generate(() -> pool[0]).limit((long) pool[2]))
                .toArray();
    }
}
