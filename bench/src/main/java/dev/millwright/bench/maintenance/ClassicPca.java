package dev.millwright.bench.maintenance;

import dev.millwright.maintenance.anomaly.SymmetricEigen;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Plain principal components with T2 and Q, row by row, as Chiang, Russell and Braatz (2001, chapter 4) judge the
 * Tennessee Eastman process: eleven components, and limits that one in a hundred rows of another normal run passes.
 */
final class ClassicPca {
    private static final int COMPONENTS = 11;
    private static final double QUANTILE = 0.99;

    private final double[] means;
    private final double[] deviations;
    private final SymmetricEigen eigen;
    private final double limitT2;
    private final double limitQ;

    ClassicPca(double[][] normal, double[][] otherNormal) {
        int n = normal[0].length;
        means = new double[n];
        deviations = new double[n];
        for (int j = 0; j < n; j++) {
            int signal = j;
            double mean = Arrays.stream(normal)
                    .mapToDouble(row -> row[signal])
                    .average()
                    .orElseThrow();
            means[j] = mean;
            deviations[j] = Math.sqrt(Arrays.stream(normal)
                            .mapToDouble(row -> (row[signal] - mean) * (row[signal] - mean))
                            .sum()
                    / (normal.length - 1));
        }
        eigen = SymmetricEigen.of(correlations(normal));
        limitT2 = quantile(Arrays.stream(otherNormal).mapToDouble(row -> statistics(row)[0]));
        limitQ = quantile(Arrays.stream(otherNormal).mapToDouble(row -> statistics(row)[1]));
    }

    /** T2 or Q, whichever is larger, as a multiple of its limit. */
    double index(double[] row) {
        var statistics = statistics(row);
        return Math.max(statistics[0] / limitT2, statistics[1] / limitQ);
    }

    private double[] statistics(double[] row) {
        var scores = scores(row);
        double t2 = 0;
        double q = Arrays.stream(scores).map(z -> z * z).sum();
        for (int k = 0; k < COMPONENTS; k++) {
            var direction = eigen.vector(k);
            double along = IntStream.range(0, scores.length)
                    .mapToDouble(j -> direction[j] * scores[j])
                    .sum();
            t2 += along * along / eigen.value(k);
            q -= along * along;
        }
        return new double[] {t2, q};
    }

    private double[] scores(double[] row) {
        return IntStream.range(0, row.length)
                .mapToDouble(j -> (row[j] - means[j]) / deviations[j])
                .toArray();
    }

    private double[][] correlations(double[][] rows) {
        var products = new double[means.length][means.length];
        for (var row : rows) {
            var scores = scores(row);
            for (int i = 0; i < scores.length; i++) {
                for (int j = 0; j < scores.length; j++) {
                    products[i][j] += scores[i] * scores[j] / (rows.length - 1);
                }
            }
        }
        return products;
    }

    private static double quantile(java.util.stream.DoubleStream values) {
        var sorted = values.sorted().toArray();
        return sorted[(int) Math.ceil(QUANTILE * sorted.length) - 1];
    }
}
