package dev.millwright.inference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named input or output of a model.
 *
 * @param name as the model file spells it
 * @param shape the length of each axis, -1 where it is free, as for a batch
 */
public record TensorSpec(String name, List<Long> shape) {
    public TensorSpec {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a tensor without a name\nName it as the model file does.");
        }
        if (shape.isEmpty() || shape.stream().anyMatch(length -> length < 1 && length != -1)) {
            throw new IllegalArgumentException("tensor " + name + " of shape " + shape
                    + "\nGive each axis a length of at least 1, or -1 where it is free.");
        }
        shape = List.copyOf(shape);
    }

    /** Whether a concrete shape fits. */
    boolean admits(long[] concrete) {
        if (concrete.length != shape.size()) {
            return false;
        }
        for (int axis = 0; axis < concrete.length; axis++) {
            long length = shape.get(axis);
            if (concrete[axis] < 1 || (length != -1 && length != concrete[axis])) {
                return false;
            }
        }
        return true;
    }

    /** The concrete shape of so many values: the first free axis takes what the others leave, further ones are 1; null if none fits. */
    long @Nullable [] shapeOf(int values) {
        long fixed = 1;
        int free = -1;
        var concrete = new long[shape.size()];
        for (int axis = 0; axis < concrete.length; axis++) {
            concrete[axis] = shape.get(axis);
            if (concrete[axis] == -1 && free == -1) {
                free = axis;
            } else if (concrete[axis] == -1) {
                concrete[axis] = 1;
            } else {
                fixed *= concrete[axis];
            }
        }
        if (free >= 0 && values > 0 && values % fixed == 0) {
            concrete[free] = values / fixed;
            return concrete;
        }
        return free < 0 && values == fixed ? concrete : null;
    }
}
