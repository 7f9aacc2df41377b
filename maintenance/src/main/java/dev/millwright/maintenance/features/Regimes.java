package dev.millwright.maintenance.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The operating regimes of a class of units, found in its settings: k-means from the farthest points (Gonzalez 1985), with
 * the number that separates best (silhouette, Rousseeuw 1987); one where nothing separates well.
 *
 * @param low what is taken off each setting
 * @param range what it is then divided by
 * @param centres of the regimes, in settings so scaled
 */
public record Regimes(List<Double> low, List<Double> range, List<List<Double>> centres) {
    private static final int MOST = 10;
    private static final int ROUNDS = 30;
    private static final int JUDGED = 1_200;
    /** Evenly spread values reach 0.6 cut in two; regimes are far apart. */
    private static final double WELL_SEPARATED = 0.8;

    public Regimes {
        low = List.copyOf(low);
        range = List.copyOf(range);
        centres = centres.stream().map(List::copyOf).toList();
        if (centres.isEmpty()) {
            throw new IllegalArgumentException("There are no regimes.\nGive one at least.");
        }
    }

    /** Of settings row by row; no settings: one regime. */
    public static Regimes of(List<double[]> settings) {
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("There are no settings to find regimes in.\nGive one row at least.");
        }
        int width = settings.getFirst().length;
        var low = new double[width];
        var range = new double[width];
        for (int s = 0; s < width; s++) {
            int column = s;
            var values = settings.stream().mapToDouble(row -> row[column]).summaryStatistics();
            low[s] = values.getMin();
            range[s] = values.getMax() > values.getMin() ? values.getMax() - values.getMin() : 1;
        }
        var all = scaled(sample(settings, 20_000), low, range);
        var judged = sample(all, JUDGED);
        var best = List.of(mean(all));
        double separation = WELL_SEPARATED;
        for (int k = 2; k <= Math.min(MOST, all.size()) && width > 0; k++) {
            var centres = clusters(all, k);
            double silhouette = centres.size() < k ? 0 : silhouette(judged, centres);
            if (silhouette > separation) {
                separation = silhouette;
                best = centres;
            }
        }
        return new Regimes(
                boxed(low), boxed(range), best.stream().map(Regimes::boxed).toList());
    }

    public int count() {
        return centres.size();
    }

    /** The regime that settings belong to, from 0. */
    public int of(double[] settings) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < centres.size(); k++) {
            double distance = squared(settings, k);
            if (distance < least) {
                least = distance;
                nearest = k;
            }
        }
        return nearest;
    }

    /** How far settings are from the middle of their regime, in ranges of the settings. */
    public double distance(double[] settings) {
        return Math.sqrt(squared(settings, of(settings)));
    }

    private double squared(double[] settings, int regime) {
        double squared = 0;
        for (int s = 0; s < settings.length; s++) {
            double d = (settings[s] - low.get(s)) / range.get(s)
                    - centres.get(regime).get(s);
            squared += d * d;
        }
        return squared;
    }

    private static List<double[]> clusters(List<double[]> rows, int k) {
        var centres = farthest(rows, k);
        for (int round = 0; round < ROUNDS; round++) {
            var members = new ArrayList<List<double[]>>();
            centres.forEach(_ -> members.add(new ArrayList<>()));
            for (var row : rows) {
                members.get(nearest(row, centres)).add(row);
            }
            members.removeIf(List::isEmpty);
            var moved = members.stream().map(Regimes::mean).toList();
            if (same(moved, centres)) {
                return moved;
            }
            centres = moved;
        }
        return centres;
    }

    /** Each next one is farthest from those before; the first is farthest from the middle. */
    private static List<double[]> farthest(List<double[]> rows, int k) {
        var chosen = new ArrayList<>(List.of(farthestFrom(List.of(mean(rows)), rows)));
        while (chosen.size() < k) {
            chosen.add(farthestFrom(chosen, rows));
        }
        return chosen;
    }

    private static double[] farthestFrom(List<double[]> centres, List<double[]> rows) {
        var far = rows.getFirst();
        double most = -1;
        for (var row : rows) {
            double distance = distance(row, centres.get(nearest(row, centres)));
            if (distance > most) {
                most = distance;
                far = row;
            }
        }
        return far;
    }

    /** Mean over rows of how much nearer its own cluster is than the next, from -1 to 1; distances to centres. */
    private static double silhouette(List<double[]> rows, List<double[]> centres) {
        double sum = 0;
        for (var row : rows) {
            double own = Double.POSITIVE_INFINITY;
            double next = Double.POSITIVE_INFINITY;
            for (var centre : centres) {
                double distance = Math.sqrt(distance(row, centre));
                next = Math.min(next, Math.max(own, distance));
                own = Math.min(own, distance);
            }
            sum += next == 0 ? 0 : (next - own) / next;
        }
        return sum / rows.size();
    }

    private static int nearest(double[] row, List<double[]> centres) {
        int nearest = 0;
        for (int k = 1; k < centres.size(); k++) {
            nearest = distance(row, centres.get(k)) < distance(row, centres.get(nearest)) ? k : nearest;
        }
        return nearest;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int s = 0; s < a.length; s++) {
            sum += (a[s] - b[s]) * (a[s] - b[s]);
        }
        return sum;
    }

    private static double[] mean(List<double[]> rows) {
        var mean = new double[rows.getFirst().length];
        for (var row : rows) {
            for (int s = 0; s < mean.length; s++) {
                mean[s] += row[s] / rows.size();
            }
        }
        return mean;
    }

    private static boolean same(List<double[]> one, List<double[]> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int k = 0; k < one.size(); k++) {
            if (distance(one.get(k), other.get(k)) > 1e-18) {
                return false;
            }
        }
        return true;
    }

    private static List<double[]> sample(List<double[]> rows, int most) {
        if (rows.size() <= most) {
            return rows;
        }
        var some = new ArrayList<double[]>();
        for (int i = 0; i < most; i++) {
            some.add(rows.get((int) ((long) i * rows.size() / most)));
        }
        return some;
    }

    private static List<double[]> scaled(List<double[]> rows, double[] low, double[] range) {
        return rows.stream()
                .map(row -> {
                    var scaled = new double[row.length];
                    Arrays.setAll(scaled, s -> (row[s] - low[s]) / range[s]);
                    return scaled;
                })
                .toList();
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
