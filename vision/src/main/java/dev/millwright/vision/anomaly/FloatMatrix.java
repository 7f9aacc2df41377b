package dev.millwright.vision.anomaly;

/** Products of matrices that lie row by row, in loops the compiler turns into vector instructions. */
final class FloatMatrix {
    /** So many columns of eight rows stay in the nearest cache. */
    private static final int STRIP = 512;

    private static final int UNROLLED = 8;

    private FloatMatrix() {}

    /** a times b: {@code rows x inner} by {@code inner x columns}. */
    static float[] product(float[] a, float[] b, int rows, int inner, int columns) {
        var c = new float[rows * columns];
        for (int left = 0; left < columns; left += STRIP) {
            int right = Math.min(columns, left + STRIP);
            for (int k = 0; k < inner; k += UNROLLED) {
                for (int row = 0; row < rows; row++) {
                    if (k + UNROLLED <= inner) {
                        eight(a, row * inner + k, b, k * columns, columns, c, row * columns, left, right);
                    } else {
                        for (int rest = k; rest < inner; rest++) {
                            one(a[row * inner + rest], b, rest * columns, c, row * columns, left, right);
                        }
                    }
                }
            }
        }
        return c;
    }

    private static void eight(
            float[] a, int at, float[] b, int from, int columns, float[] c, int to, int left, int right) {
        float a0 = a[at];
        float a1 = a[at + 1];
        float a2 = a[at + 2];
        float a3 = a[at + 3];
        float a4 = a[at + 4];
        float a5 = a[at + 5];
        float a6 = a[at + 6];
        float a7 = a[at + 7];
        int b1 = from + columns;
        int b2 = b1 + columns;
        int b3 = b2 + columns;
        int b4 = b3 + columns;
        int b5 = b4 + columns;
        int b6 = b5 + columns;
        int b7 = b6 + columns;
        for (int j = left; j < right; j++) {
            c[to + j] += ((a0 * b[from + j] + a1 * b[b1 + j]) + (a2 * b[b2 + j] + a3 * b[b3 + j]))
                    + ((a4 * b[b4 + j] + a5 * b[b5 + j]) + (a6 * b[b6 + j] + a7 * b[b7 + j]));
        }
    }

    private static void one(float factor, float[] b, int from, float[] c, int to, int left, int right) {
        for (int j = left; j < right; j++) {
            c[to + j] += factor * b[from + j];
        }
    }
}
