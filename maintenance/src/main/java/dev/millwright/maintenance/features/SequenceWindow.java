package dev.millwright.maintenance.features;

import java.util.Arrays;

/**
 * The latest rows of one unit as a recurrent network sees them: at each step each signal's mean, and how far that is above
 * the unit's own baseline. A reading costs the same, however long the unit has run.
 */
final class SequenceWindow {
    private static final int BASELINE = 20;

    private final SequenceShape shape;
    private final int signals;
    private final float[] ring;
    private final double[] latest;
    private final double[] baseline;
    private long count;

    SequenceWindow(SequenceShape shape, int signals) {
        this.shape = shape;
        this.signals = signals;
        ring = new float[shape.length() * signals];
        latest = new double[signals];
        baseline = new double[signals];
    }

    /** Takes the next row; of what was not measured the latest value still stands. */
    void add(double[] row) {
        int at = (int) (count % shape.length()) * signals;
        for (int s = 0; s < signals; s++) {
            latest[s] = Double.isNaN(row[s]) ? latest[s] : row[s];
            ring[at + s] = (float) latest[s];
            baseline[s] += count < BASELINE ? latest[s] : 0;
        }
        count++;
    }

    /**
     * Writes step after step; before the unit's first block stands that block again. Nothing has been added: zeros.
     *
     * @param stride numbers of a step: two for each signal, and what else a step holds
     */
    void write(float[] into, int stride) {
        if (count == 0) {
            return;
        }
        var sums = new double[signals];
        for (int step = 0; step < shape.steps(); step++) {
            long to = Math.max(count - (long) (shape.steps() - 1 - step) * shape.rows(), Math.min(count, shape.rows()));
            long from = Math.max(0, to - shape.rows());
            Arrays.fill(sums, 0);
            for (long row = from; row < to; row++) {
                int at = (int) (row % shape.length()) * signals;
                for (int s = 0; s < signals; s++) {
                    sums[s] += ring[at + s];
                }
            }
            for (int s = 0; s < signals; s++) {
                double mean = sums[s] / (to - from);
                into[step * stride + s] = (float) mean;
                into[step * stride + signals + s] = (float) (mean - baseline[s] / Math.min(count, BASELINE));
            }
        }
    }
}
