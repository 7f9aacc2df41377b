package dev.millwright.maintenance.drift;

import java.util.List;

/**
 * How a signal was spread over its latest rows: a full bucket and the one being filled, so that a row costs the same however
 * many went before and none is kept.
 */
final class DriftWindow {
    private final List<Double> edges;
    private final int size;
    private Bucket full;
    private Bucket filling;
    private double before = Double.NaN;

    /** @param size rows of a bucket; the window holds up to twice as many */
    DriftWindow(List<Double> edges, int size) {
        this.edges = edges;
        this.size = size;
        full = new Bucket(edges.size() + 1);
        filling = new Bucket(edges.size() + 1);
    }

    void add(double deviation) {
        if (filling.rows == size) {
            full = filling;
            filling = new Bucket(edges.size() + 1);
        }
        filling.add(SignalReference.bin(edges, deviation), deviation, before);
        before = deviation;
    }

    long rows() {
        return full.rows + filling.rows;
    }

    /** Rows by bin. */
    long[] counts() {
        return sum().counts;
    }

    /** The window as it stands, apart from what comes next. */
    Bucket sum() {
        var sum = new Bucket(edges.size() + 1);
        sum.add(full);
        sum.add(filling);
        return sum;
    }

    /** Sums over rows; those of several windows add up. */
    static final class Bucket {
        final long[] counts;
        long rows;
        private double sum;
        private double squares;
        private double products;
        private long pairs;

        Bucket(int bins) {
            counts = new long[bins];
        }

        private void add(int bin, double value, double before) {
            counts[bin]++;
            rows++;
            sum += value;
            squares += value * value;
            if (!Double.isNaN(before)) {
                products += value * before;
                pairs++;
            }
        }

        void add(Bucket other) {
            for (int bin = 0; bin < counts.length; bin++) {
                counts[bin] += other.counts[bin];
            }
            rows += other.rows;
            sum += other.sum;
            squares += other.squares;
            products += other.products;
            pairs += other.pairs;
        }

        /** How many independent rows these are worth, as a first-order autoregression has it (Bartlett 1946). */
        double effectiveRows() {
            double mean = sum / Math.max(1, rows);
            double variance = squares / Math.max(1, rows) - mean * mean;
            double together = products / Math.max(1, pairs) - mean * mean;
            double correlation = variance > 0 ? Math.clamp(together / variance, 0, 0.999) : 0.999;
            return Math.max(1, rows * (1 - correlation) / (1 + correlation));
        }
    }
}
