package dev.millwright.maintenance.features;

/**
 * How a recurrent network sees a unit: as means of blocks of rows, the last block ending now. Means over some rows say
 * more than as many single ones, and reach further back at the same cost.
 *
 * @param steps how many blocks, the oldest first
 * @param rows of a block
 * @param typicalLife what the age is held against
 */
public record SequenceShape(int steps, int rows, double typicalLife) {
    public SequenceShape {
        if (steps < 3 || rows < 1 || !(typicalLife > 0)) {
            throw new IllegalArgumentException(
                    "A sequence of %d steps of %d rows, typical life %s\nGive 3 steps or more, 1 row or more, a life above 0."
                            .formatted(steps, rows, typicalLife));
        }
    }

    /** How many rows are looked back on. */
    int length() {
        return steps * rows;
    }
}
