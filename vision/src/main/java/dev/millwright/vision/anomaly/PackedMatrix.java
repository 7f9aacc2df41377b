package dev.millwright.vision.anomaly;

import java.util.Arrays;

/**
 * A matrix many rows are multiplied by. It lies in strips of columns, each row of a strip an array for itself: only over arrays
 * that share one index does the compiler make vector instructions of a loop.
 */
final class PackedMatrix {
    /** Columns of a strip: a row of results and eight rows of the matrix stay in the nearest cache. */
    private static final int STRIP = 256;

    private static final int UNROLLED = 8;

    private final int inner;
    private final int columns;
    private final int strip;
    private final float[][][] strips;

    private PackedMatrix(int inner, int columns, int strip, float[][][] strips) {
        this.inner = inner;
        this.columns = columns;
        this.strip = strip;
        this.strips = strips;
    }

    /** Packs a matrix that lies row by row. */
    static PackedMatrix of(float[] matrix, int inner, int columns) {
        int padded = (inner + UNROLLED - 1) / UNROLLED * UNROLLED;
        int strip = Math.min(STRIP, columns);
        var strips = new float[(columns + strip - 1) / strip][padded][strip];
        for (int i = 0; i < strips.length; i++) {
            int width = Math.min(strip, columns - i * strip);
            for (int k = 0; k < inner; k++) {
                System.arraycopy(matrix, k * columns + i * strip, strips[i][k], 0, width);
            }
        }
        return new PackedMatrix(inner, columns, strip, strips);
    }

    /** How many columns of a strip are in use. */
    private int width(int at) {
        return Math.min(strip, columns - at * strip);
    }

    /** All of a's rows times this: row by row. */
    float[] times(float[] a, int rows) {
        var product = new float[rows * columns];
        var sums = new float[strip];
        for (int i = 0; i < strips.length; i++) {
            for (int row = 0; row < rows; row++) {
                row(a, row * inner, i, sums);
                System.arraycopy(sums, 0, product, row * columns + i * strip, width(i));
            }
        }
        return product;
    }

    /** One row of a, which begins there, times one strip. */
    private void row(float[] a, int at, int number, float[] sums) {
        Arrays.fill(sums, 0);
        var rows = strips[number];
        var factors = new float[UNROLLED];
        for (int k = 0; k < inner; k += UNROLLED) {
            for (int i = 0; i < UNROLLED; i++) {
                factors[i] = k + i < inner ? a[at + k + i] : 0;
            }
            add(sums, factors, rows, k);
        }
    }

    private static void add(float[] sums, float[] a, float[][] b, int k) {
        float a0 = a[0];
        float a1 = a[1];
        float a2 = a[2];
        float a3 = a[3];
        float a4 = a[4];
        float a5 = a[5];
        float a6 = a[6];
        float a7 = a[7];
        float[] b0 = b[k];
        float[] b1 = b[k + 1];
        float[] b2 = b[k + 2];
        float[] b3 = b[k + 3];
        float[] b4 = b[k + 4];
        float[] b5 = b[k + 5];
        float[] b6 = b[k + 6];
        float[] b7 = b[k + 7];
        for (int j = 0; j < sums.length; j++) {
            sums[j] += ((a0 * b0[j] + a1 * b1[j]) + (a2 * b2[j] + a3 * b3[j]))
                    + ((a4 * b4[j] + a5 * b5[j]) + (a6 * b6[j] + a7 * b7[j]));
        }
    }
}
