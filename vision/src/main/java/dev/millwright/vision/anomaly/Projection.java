package dev.millwright.vision.anomaly;

import java.util.Random;

/**
 * Principal components: few numbers that keep most of what tells rows of many numbers apart.
 *
 * @param mean of each number
 * @param axes for each number its share in each component, number after number
 */
// Read in inner loops and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Projection(float[] mean, float[] axes) {
    private static final int SWEEPS = 30;

    public Projection {
        if (mean.length == 0 || axes.length == 0 || axes.length % mean.length != 0) {
            throw new IllegalArgumentException("%d axis numbers for rows of %d\nGive as many for each number of a row."
                    .formatted(axes.length, mean.length));
        }
    }

    /** How many numbers a row has. */
    public int from() {
        return mean.length;
    }

    /** How many components are kept. */
    public int to() {
        return axes.length / mean.length;
    }

    /**
     * The foremost components of rows, in order, by orthogonal iteration on their covariance.
     *
     * @param rows one after the other, each of {@code width} numbers
     */
    public static Projection fit(float[] rows, int width, int components, long seed) {
        int count = rows.length / width;
        if (width < 1 || components < 1 || components > width || rows.length % width != 0 || count < 2) {
            throw new IllegalArgumentException(
                    "%d components of %d numbers in rows of %d\nGive two rows or more, and at most as many components as numbers."
                            .formatted(components, rows.length, width));
        }
        var mean = mean(rows, width, count);
        var covariance = covariance(rows, mean, width, count);
        var random = new Random(seed);
        var axes = new float[width * components];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = (float) random.nextGaussian();
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            orthonormal(axes, components);
            axes = PackedMatrix.of(axes, width, components).times(covariance, width);
        }
        orthonormal(axes, components);
        return new Projection(mean, axes);
    }

    /** The components of each row, row after row. */
    public float[] apply(float[] rows) {
        int count = rows.length / from();
        if (count * from() != rows.length) {
            throw new IllegalArgumentException(
                    "%d numbers are no rows of %d\nGive whole rows.".formatted(rows.length, from()));
        }
        var packed = PackedMatrix.of(axes, from(), to());
        var offsets = packed.times(mean, 1);
        var projected = packed.times(rows, count);
        for (int row = 0; row < count; row++) {
            for (int c = 0; c < to(); c++) {
                projected[row * to() + c] -= offsets[c];
            }
        }
        return projected;
    }

    private static float[] mean(float[] rows, int width, int count) {
        var sums = new double[width];
        for (int i = 0; i < rows.length; i++) {
            sums[i % width] += rows[i];
        }
        var mean = new float[width];
        for (int c = 0; c < width; c++) {
            mean[c] = (float) (sums[c] / count);
        }
        return mean;
    }

    private static float[] covariance(float[] rows, float[] mean, int width, int count) {
        var transposed = new float[rows.length];
        var centred = new float[rows.length];
        for (int row = 0; row < count; row++) {
            for (int c = 0; c < width; c++) {
                float value = rows[row * width + c] - mean[c];
                centred[row * width + c] = value;
                transposed[c * count + row] = value / count;
            }
        }
        return PackedMatrix.of(centred, count, width).times(transposed, width);
    }

    /** Makes the columns lengths of one and square to each other, the first ones first (modified Gram-Schmidt). */
    private static void orthonormal(float[] axes, int columns) {
        for (int c = 0; c < columns; c++) {
            for (int before = 0; before < c; before++) {
                float common = dot(axes, columns, c, before);
                for (int i = 0; i < axes.length; i += columns) {
                    axes[i + c] -= common * axes[i + before];
                }
            }
            float length = (float) Math.sqrt(dot(axes, columns, c, c));
            float scale = length > 0 ? 1 / length : 0;
            for (int i = c; i < axes.length; i += columns) {
                axes[i] *= scale;
            }
        }
    }

    private static float dot(float[] axes, int columns, int a, int b) {
        double sum = 0;
        for (int i = 0; i < axes.length; i += columns) {
            sum += (double) axes[i + a] * axes[i + b];
        }
        return (float) sum;
    }
}
