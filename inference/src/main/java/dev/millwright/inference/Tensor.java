package dev.millwright.inference;

import java.util.Arrays;

/** Numbers laid out row by row, and the length of each axis. */
public final class Tensor {
    private final long[] shape;
    private final float[] values;

    /** A tensor over the given array, which is not copied: leave it alone afterwards. */
    public Tensor(long[] shape, float[] values) {
        long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        if (size != values.length) {
            throw new IllegalArgumentException("tensor of shape " + Arrays.toString(shape) + " with " + values.length
                    + " values\nGive one value for each cell.");
        }
        this.shape = shape.clone();
        this.values = values;
    }

    public long[] shape() {
        return shape.clone();
    }

    public float[] values() {
        return values;
    }
}
