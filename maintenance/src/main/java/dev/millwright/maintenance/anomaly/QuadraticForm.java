package dev.millwright.maintenance.anomaly;

/**
 * A statistic of a row: squared coordinates along some directions, each in its own variance. Kept as the symmetric root
 * of its matrix, so that it is a sum of one square a signal: what that signal contributes (complete decomposition:
 * Alcala and Qin, Journal of Process Control 21, 2011).
 */
final class QuadraticForm {

    private final double[][] root;

    /** The directions {@code from} to {@code to} of a correlation matrix, variances not below {@code least}. */
    QuadraticForm(SymmetricEigen eigen, int from, int to, double least) {
        int n = eigen.size();
        root = new double[n][n];
        for (int d = from; d < to; d++) {
            double[] direction = eigen.vector(d);
            double deviation = Math.sqrt(Math.max(eigen.value(d), least));
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    root[i][j] += direction[i] * direction[j] / deviation;
                }
            }
        }
    }

    double of(double[] row) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += contribution(row, i);
        }
        return sum;
    }

    /** The part of the statistic that is a signal's own. */
    double contribution(double[] row, int signal) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += root[signal][j] * row[j];
        }
        return sum * sum;
    }
}
