package dev.millwright.maintenance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of readings that come signal by signal. A row is the mean of each signal over an interval, and waits until
 * every signal has had a fresh value; one that is missing for too many readings of the others is NaN.
 */
final class RowSampler {

    /** Readings of each signal for which an overdue row waits for the others. */
    private static final int PATIENCE = 4;

    private final double interval;
    private final int mostSignals;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> signals = new ArrayList<>();
    private double[] sums = new double[4];
    private int[] counts = new int[4];
    private int fresh;
    private int overdue;
    private double opened = Double.NaN;

    /** @param interval least time that a row lasts, in sample time */
    RowSampler(double interval, int mostSignals) {
        this.interval = interval;
        this.mostSignals = mostSignals;
    }

    /** Takes a reading; the row that it ends, or null. */
    double @Nullable [] take(String signal, double time, double value) {
        double[] row = null;
        if (time - opened >= interval && (fresh == signals.size() || overdue++ >= PATIENCE * signals.size())) {
            row = close();
        }
        opened = Double.isNaN(opened) ? time : opened;
        add(signal, value);
        return row;
    }

    /** The signals seen so far, in the order of their values in a row. */
    List<String> signals() {
        return signals;
    }

    private void add(String signal, double value) {
        Integer place = places.get(signal);
        if (place == null) {
            if (signals.size() == mostSignals) {
                return;
            }
            place = signals.size();
            places.put(signal, place);
            signals.add(signal);
            if (place == sums.length) {
                sums = Arrays.copyOf(sums, 2 * place);
                counts = Arrays.copyOf(counts, 2 * place);
            }
        }
        fresh += counts[place] == 0 ? 1 : 0;
        sums[place] += value;
        counts[place]++;
    }

    private double[] close() {
        double[] row = new double[signals.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = counts[i] == 0 ? Double.NaN : sums[i] / counts[i];
        }
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        fresh = 0;
        overdue = 0;
        opened = Double.NaN;
        return row;
    }
}
