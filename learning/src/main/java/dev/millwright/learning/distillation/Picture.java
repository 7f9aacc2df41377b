package dev.millwright.learning.distillation;

/**
 * A square colour picture.
 *
 * @param side pixels
 * @param values the red plane, then green, then blue, row by row, 0 to 1
 */
// Read in inner loops and never compared.
@SuppressWarnings("ArrayRecordComponent")
record Picture(int side, float[] values) {
    static final int COLOURS = 3;

    Picture {
        if (values.length != COLOURS * side * side) {
            throw new IllegalArgumentException("%d values do not make a picture of %d x %d in three colours."
                    .formatted(values.length, side, side));
        }
    }
}
