package dev.millwright.maintenance.anomaly;

import java.util.List;

/**
 * The principal plane of normal rows and what is left of them.
 *
 * @param kept directions in the plane; none where there is one signal
 * @param principal Hotelling's T2: how far a row lies from the middle, along the plane
 * @param residual how far it lies off the plane, each direction in its own variance (Hawkins' form of Q, which has a
 *     chi-square law where the sum of squares has none)
 */
record Plane(int kept, QuadraticForm principal, QuadraticForm residual) {

    /** Share of the variance that the plane holds. */
    private static final double EXPLAINED = 0.9;
    /** Deviations beyond which a value counts no further: a wild one does not turn the plane. */
    private static final double MOST = 2.5;
    /** Smaller variances are what a few hundred rows happen to show. */
    private static final double LEAST_VARIANCE = 0.02;

    /** The plane of rows in deviations; as many directions as explain enough, but not all. */
    static Plane of(List<double[]> rows) {
        SymmetricEigen eigen = SymmetricEigen.of(correlations(rows));
        double explained = 0;
        int kept = 0;
        while (kept < eigen.size() - 1 && explained < EXPLAINED * eigen.size()) {
            explained += eigen.value(kept++);
        }
        return of(eigen, kept);
    }

    /** The plane of as many directions as another has. */
    static Plane of(List<double[]> rows, int kept) {
        return of(SymmetricEigen.of(correlations(rows)), kept);
    }

    private static Plane of(SymmetricEigen eigen, int kept) {
        return new Plane(
                kept,
                new QuadraticForm(eigen, 0, kept, LEAST_VARIANCE),
                new QuadraticForm(eigen, kept, eigen.size(), LEAST_VARIANCE));
    }

    private static double[][] correlations(List<double[]> rows) {
        int n = rows.getFirst().length;
        double[][] products = new double[n][n];
        double[] tamed = new double[n];
        for (double[] row : rows) {
            for (int i = 0; i < n; i++) {
                tamed[i] = Math.clamp(row[i], -MOST, MOST);
                for (int j = 0; j <= i; j++) {
                    products[i][j] += tamed[i] * tamed[j];
                }
            }
        }
        double[][] correlations = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double size = Math.sqrt(products[i][i] * products[j][j]);
                double value = i == j ? 1 : size > 0 ? products[i][j] / size : 0;
                correlations[i][j] = value;
                correlations[j][i] = value;
            }
        }
        return correlations;
    }
}
