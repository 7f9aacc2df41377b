package dev.millwright.inference.drift;

import java.util.Collections;
import java.util.List;

/**
 * How a value was spread over its latest rows: a full bucket and the one being filled, so that a row costs the same however
 * many went before and none is kept.
 */
public final class DriftWindow {
    private final List<Double> edges;
    private final int size;
    private Bucket full;
    private Bucket filling;
    private double before = Double.NaN;

    /**
     * An empty window.
     *
     * @param edges of the bins, rising; a bin holds what is above its lower edge, up to its upper one
     * @param size rows of a bucket; the window holds up to twice as many
     */
    public DriftWindow(List<Double> edges, int size) {
        this.edges = edges;
        this.size = size;
        full = new Bucket(edges.size() + 1);
        filling = new Bucket(edges.size() + 1);
    }

    /** Takes the next row. */
    public void add(double value) {
        if (filling.rows == size) {
            full = filling;
            filling = new Bucket(edges.size() + 1);
        }
        filling.add(bin(edges, value), value, before);
        before = value;
    }

    /** The bin of a value, from 0. */
    public static int bin(List<Double> edges, double value) {
        int place = Collections.binarySearch(edges, value);
        return place < 0 ? -place - 1 : place;
    }

    /** How many rows it holds. */
    public long rows() {
        return full.rows + filling.rows;
    }

    /** Rows by bin. */
    public long[] counts() {
        return sum().counts;
    }

    /** The window as it stands, apart from what comes next. */
    public Bucket sum() {
        var sum = new Bucket(edges.size() + 1);
        sum.add(full);
        sum.add(filling);
        return sum;
    }

    /** Sums over rows; those of several windows add up. */
    public static final class Bucket {
        private final long[] counts;
        private long rows;
        private double sum;
        private double squares;
        private double products;
        private long pairs;

        /** An empty one. */
        public Bucket(int bins) {
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

        /** Adds what another window saw. */
        public void add(Bucket other) {
            for (int bin = 0; bin < counts.length; bin++) {
                counts[bin] += other.counts[bin];
            }
            rows += other.rows;
            sum += other.sum;
            squares += other.squares;
            products += other.products;
            pairs += other.pairs;
        }

        /** Rows by bin. */
        public long[] counts() {
            return counts.clone();
        }

        /** How many independent rows these are worth, as a first-order autoregression has it (Bartlett 1946). */
        public double effectiveRows() {
            double mean = sum / Math.max(1, rows);
            double variance = squares / Math.max(1, rows) - mean * mean;
            double together = products / Math.max(1, pairs) - mean * mean;
            double correlation = variance > 0 ? Math.clamp(together / variance, 0, 0.999) : 0.999;
            return Math.max(1, rows * (1 - correlation) / (1 + correlation));
        }
    }
}
