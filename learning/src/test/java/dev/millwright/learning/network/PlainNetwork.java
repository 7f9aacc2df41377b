package dev.millwright.learning.network;

/** The network in plain loops, as the papers write it: what libtorch and ONNX Runtime say is held against it. */
public final class PlainNetwork {
    private PlainNetwork() {}

    /** The answer for one sequence of a table. */
    public static double answer(Weights weights, SequenceTable table, int sequence) {
        var layers = weights.layers();
        int units = (int) layers.get(3).shape()[1];
        var hidden = new double[units];
        var cell = new double[units];
        for (int step = 0; step + 2 < table.steps(); step++) {
            var seen = convolved(layers.get(0), layers.get(1).values(), table, sequence, step);
            var gates = new double[4 * units];
            for (int g = 0; g < gates.length; g++) {
                gates[g] = layers.get(4).values()[g]
                        + layers.get(5).values()[g]
                        + dot(layers.get(2).values(), g, seen)
                        + dot(layers.get(3).values(), g, hidden);
            }
            for (int u = 0; u < units; u++) {
                cell[u] = logistic(gates[units + u]) * cell[u] + logistic(gates[u]) * Math.tanh(gates[2 * units + u]);
                hidden[u] = logistic(gates[3 * units + u]) * Math.tanh(cell[u]);
            }
        }
        int width = layers.get(7).values().length;
        var dense = new double[width];
        for (int d = 0; d < width; d++) {
            dense[d] = Math.max(0, layers.get(7).values()[d] + dot(layers.get(6).values(), d, hidden));
        }
        return layers.get(9).values()[0] + dot(layers.get(8).values(), 0, dense);
    }

    /** Weights are filters, channels, three steps. */
    private static double[] convolved(
            Weights.Layer layer, float[] biases, SequenceTable table, int sequence, int step) {
        var seen = new double[biases.length];
        for (int f = 0; f < seen.length; f++) {
            double sum = biases[f];
            for (int c = 0; c < table.channels(); c++) {
                for (int k = 0; k < 3; k++) {
                    sum += layer.values()[(f * table.channels() + c) * 3 + k]
                            * table.windows()[(sequence * table.steps() + step + k) * table.channels() + c];
                }
            }
            seen[f] = Math.max(0, sum);
        }
        return seen;
    }

    private static double dot(float[] matrix, int row, double[] with) {
        double sum = 0;
        for (int i = 0; i < with.length; i++) {
            sum += matrix[row * with.length + i] * with[i];
        }
        return sum;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
