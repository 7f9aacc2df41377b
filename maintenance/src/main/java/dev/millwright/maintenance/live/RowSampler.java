package dev.millwright.maintenance.live;

import java.util.Arrays;
import java.util.function.ObjLongConsumer;

/**
 * Makes rows of readings: what was heard within one row's time, with the first reading in the middle of the first row, so
 * that readings that come a little early or late stay apart. A reading costs the same however many went before.
 */
final class RowSampler {
    private final double rowSeconds;
    private final ObjLongConsumer<double[]> rows;
    private final double[] sums;
    private final int[] counts;
    private final double[] latest;
    private final double[] latestAt;
    private double origin = Double.NaN;
    private long open;
    private boolean isEmpty = true;
    private long late;

    /** @param rows takes a closed row and its number: each signal's mean, then each signal's latest; NaN where not heard */
    RowSampler(int signals, double rowSeconds, ObjLongConsumer<double[]> rows) {
        this.rowSeconds = rowSeconds;
        this.rows = rows;
        sums = new double[signals];
        counts = new int[signals];
        latest = new double[signals];
        latestAt = new double[signals];
        clear();
    }

    /** Takes a reading; one for a row that is closed is counted as late and changes nothing. */
    void add(int signal, double time, double value) {
        if (Double.isNaN(origin)) {
            origin = time;
        }
        long row = rowAt(time);
        if (row < open) {
            late++;
            return;
        }
        if (row > open) {
            close();
            open = row;
        }
        if (time == latestAt[signal]) {
            return; // told twice, or by a machine at rest, whose clock stands: that says nothing of its wear
        }
        isEmpty = false;
        sums[signal] += value;
        counts[signal]++;
        if (!(time < latestAt[signal])) {
            latest[signal] = value;
            latestAt[signal] = time;
        }
    }

    /** Closes the open row once its time is over. */
    void passed(double time) {
        if (!Double.isNaN(origin) && rowAt(time) > open) {
            close();
            open = rowAt(time);
        }
    }

    /** Closes the open row, whatever may still come for it. */
    void close() {
        if (!isEmpty) {
            int signals = sums.length;
            var row = new double[2 * signals];
            for (int s = 0; s < signals; s++) {
                row[s] = counts[s] == 0 ? Double.NaN : sums[s] / counts[s];
                row[signals + s] = counts[s] == 0 ? Double.NaN : latest[s];
            }
            clear();
            rows.accept(row, open);
        }
    }

    private void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        Arrays.fill(latestAt, Double.NEGATIVE_INFINITY);
        isEmpty = true;
    }

    private long rowAt(double time) {
        return (long) Math.floor((time - origin) / rowSeconds + 0.5);
    }

    long late() {
        return late;
    }
}
