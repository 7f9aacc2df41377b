package dev.millwright.maintenance.features;

import java.util.ArrayList;
import java.util.List;

/**
 * One wear signal out of many: the straight line through all sensors that follows the life left best. What is noise to each
 * sensor goes out in the sum.
 *
 * @param weights one a sensor
 */
public record Fusion(List<Double> weights, double offset) {
    /** Keeps weights of sensors that say the same from growing against each other. */
    private static final double RIDGE = 1e-3;

    public Fusion {
        weights = List.copyOf(weights);
    }

    /** Sums what a fit needs, row by row. */
    static final class Fit {
        private final double[][] products;
        private final double[] targets;
        private final int width;
        private long rows;

        Fit(int sensors) {
            width = sensors + 1;
            products = new double[width][width];
            targets = new double[width];
        }

        /** @param left of the unit's life, in shares of what counts as near failure */
        void add(double[] values, double left) {
            for (double value : values) {
                if (Double.isNaN(value)) {
                    return;
                }
            }
            rows++;
            for (int i = 0; i < width; i++) {
                double x = i == width - 1 ? 1 : values[i];
                targets[i] += x * left;
                for (int j = 0; j < width; j++) {
                    products[i][j] += x * (j == width - 1 ? 1 : values[j]);
                }
            }
        }

        Fusion fit() {
            for (int i = 0; i < width - 1; i++) {
                products[i][i] += RIDGE * Math.max(1, rows);
            }
            products[width - 1][width - 1] += rows == 0 ? 1 : 0;
            var solution = solved(products, targets);
            var weights = new ArrayList<Double>();
            for (int i = 0; i < width - 1; i++) {
                weights.add(solution[i]);
            }
            return new Fusion(weights, solution[width - 1]);
        }
    }

    /** By Gauss and Jordan, the largest pivot first; the matrix is positive definite. */
    private static double[] solved(double[][] matrix, double[] right) {
        int n = right.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                pivot = Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column]) ? row : pivot;
            }
            var line = matrix[pivot];
            matrix[pivot] = matrix[column];
            matrix[column] = line;
            double value = right[pivot];
            right[pivot] = right[column];
            right[column] = value;
            for (int row = 0; row < n; row++) {
                if (row != column) {
                    double factor = matrix[row][column] / line[column];
                    for (int j = column; j < n; j++) {
                        matrix[row][j] -= factor * line[j];
                    }
                    right[row] -= factor * value;
                }
            }
        }
        var solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = right[i] / matrix[i][i];
        }
        return solution;
    }

    /** The wear signal; not a number where a sensor is none. */
    double of(double[] values) {
        double sum = offset;
        for (int i = 0; i < values.length; i++) {
            sum += weights.get(i) * values[i];
        }
        return sum;
    }
}
