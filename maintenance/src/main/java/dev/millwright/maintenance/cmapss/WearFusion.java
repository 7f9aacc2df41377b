package dev.millwright.maintenance.cmapss;

import java.util.ArrayList;
import java.util.List;

/**
 * One wear figure from many sensors: those that drift the same way on most engines, weighted by ridge regression so that
 * the figure is 0 on engines far from failure and 1 at failure.
 */
final class WearFusion {

    /** Remaining life beyond which wear does not show (the usual cap of the literature). */
    static final int CAP = 125;

    private static final double VISIBLE_DRIFT = 0.3;
    private static final double RIDGE = 1;

    private final List<Integer> sensors = new ArrayList<>();
    private final double[] weights;

    WearFusion(List<double[][]> engines) {
        for (int s = 0; s < CmapssRow.SENSORS; s++) {
            int sensor = s;
            double drift = engines.stream()
                    .mapToDouble(scores -> correlationWithAge(scores, sensor))
                    .average()
                    .orElse(0);
            if (Math.abs(drift) >= VISIBLE_DRIFT) {
                sensors.add(s);
            }
        }
        weights = ridge(engines);
    }

    /** Numbers of the sensors that count, from 1. */
    List<Integer> sensors() {
        return sensors.stream().map(s -> s + 1).toList();
    }

    double[] wear(double[][] scores) {
        double[] wear = new double[scores.length];
        for (int t = 0; t < wear.length; t++) {
            wear[t] = weights[sensors.size()];
            for (int i = 0; i < sensors.size(); i++) {
                wear[t] += weights[i] * scores[t][sensors.get(i)];
            }
        }
        return wear;
    }

    private double[] ridge(List<double[][]> engines) {
        int n = sensors.size() + 1;
        double[][] system = new double[n][n + 1];
        double[] x = new double[n];
        x[n - 1] = 1;
        for (double[][] scores : engines) {
            for (int t = 0; t < scores.length; t++) {
                for (int i = 0; i < n - 1; i++) {
                    x[i] = scores[t][sensors.get(i)];
                }
                double target = 1 - Math.min(scores.length - 1 - t, CAP) / (double) CAP;
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        system[i][j] += x[i] * x[j];
                    }
                    system[i][n] += x[i] * target;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            system[i][i] += RIDGE;
        }
        return solve(system);
    }

    /** Gauss elimination; the ridge keeps pivots away from zero. */
    private static double[] solve(double[][] system) {
        int n = system.length;
        for (int p = 0; p < n; p++) {
            for (int r = p + 1; r < n; r++) {
                double factor = system[r][p] / system[p][p];
                for (int c = p; c <= n; c++) {
                    system[r][c] -= factor * system[p][c];
                }
            }
        }
        double[] solution = new double[n];
        for (int r = n - 1; r >= 0; r--) {
            double rest = system[r][n];
            for (int c = r + 1; c < n; c++) {
                rest -= system[r][c] * solution[c];
            }
            solution[r] = rest / system[r][r];
        }
        return solution;
    }

    private static double correlationWithAge(double[][] scores, int sensor) {
        double middle = (scores.length - 1) / 2.0;
        double mean = 0;
        for (double[] row : scores) {
            mean += row[sensor] / scores.length;
        }
        double products = 0;
        double ages = 0;
        double values = 0;
        for (int t = 0; t < scores.length; t++) {
            double value = scores[t][sensor] - mean;
            products += (t - middle) * value;
            ages += (t - middle) * (t - middle);
            values += value * value;
        }
        return values < 1e-12 ? 0 : products / Math.sqrt(ages * values);
    }
}
