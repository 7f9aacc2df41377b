package dev.millwright.maintenance.anomaly;

/** A statistic of a row: squared coordinates along some directions, each in its own variance. */
final class QuadraticForm {

    private final double[][] matrix;

    /** The directions {@code from} to {@code to} of a correlation matrix, variances not below {@code least}. */
    QuadraticForm(SymmetricEigen eigen, int from, int to, double least) {
        int n = eigen.size();
        matrix = new double[n][n];
        for (int d = from; d < to; d++) {
            double[] direction = eigen.vector(d);
            double variance = Math.max(eigen.value(d), least);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    matrix[i][j] += direction[i] * direction[j] / variance;
                }
            }
        }
    }

    double of(double[] row) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * slope(row, i);
        }
        return sum;
    }

    /**
     * How much of the statistic goes away where one signal is rebuilt from the others (reconstruction-based
     * contribution: Alcala and Qin, Automatica 45, 2009).
     */
    double contribution(double[] row, int signal) {
        double own = matrix[signal][signal];
        double slope = slope(row, signal);
        return own < 1e-9 ? 0 : slope * slope / own;
    }

    private double slope(double[] row, int i) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += matrix[i][j] * row[j];
        }
        return sum;
    }
}
