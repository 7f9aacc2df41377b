package dev.millwright.learning.boosting;

import java.util.List;

/**
 * Rows of features with what is to be learned from each.
 *
 * @param width features of a row
 * @param features row after row
 * @param targets one a row
 */
// Handed to native code as they are.
@SuppressWarnings("ArrayRecordComponent")
public record Table(int width, float[] features, float[] targets) {
    public Table {
        if (width < 1 || features.length != width * targets.length || targets.length == 0) {
            throw new IllegalArgumentException(
                    "%d features of %d a row do not make %d rows.\nGive each row all its features."
                            .formatted(features.length, width, targets.length));
        }
    }

    /** Of rows of one width. */
    public static Table of(List<float[]> rows, List<Float> targets) {
        int width = rows.isEmpty() ? 1 : rows.getFirst().length;
        var features = new float[rows.size() * width];
        var values = new float[targets.size()];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, features, i * width, width);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = targets.get(i);
        }
        return new Table(width, features, values);
    }

    public int rows() {
        return targets.length;
    }
}
