package dev.millwright.learning.cwru;

import java.util.List;

/** The baseline: the class whose mean is nearest, each feature in standard deviations of what was learned from. */
final class NearestCentroid {
    private final double[][] centroids;
    private final double[] spreads;

    /** Learned from rows and their classes; a class without a row is never answered. */
    NearestCentroid(List<float[]> rows, int[] truth, int classes) {
        int width = rows.getFirst().length;
        var counts = new int[classes];
        centroids = new double[classes][width];
        spreads = new double[width];
        for (int i = 0; i < rows.size(); i++) {
            counts[truth[i]]++;
            for (int f = 0; f < width; f++) {
                centroids[truth[i]][f] += rows.get(i)[f];
            }
        }
        for (int c = 0; c < classes; c++) {
            for (int f = 0; f < width; f++) {
                centroids[c][f] /= counts[c];
            }
        }
        for (int f = 0; f < width; f++) {
            int feature = f;
            double mean =
                    rows.stream().mapToDouble(row -> row[feature]).average().orElseThrow();
            double variance = rows.stream()
                    .mapToDouble(row -> (row[feature] - mean) * (row[feature] - mean))
                    .average()
                    .orElseThrow();
            spreads[f] = Math.sqrt(variance);
        }
    }

    int predict(float[] row) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centroids.length; c++) {
            double distance = 0;
            for (int f = 0; f < row.length; f++) {
                double off = spreads[f] == 0 ? 0 : (row[f] - centroids[c][f]) / spreads[f];
                distance += off * off;
            }
            if (distance < least) {
                least = distance;
                nearest = c;
            }
        }
        return nearest;
    }
}
