package dev.millwright.maintenance;

import java.util.Arrays;

/** A short series, oldest first: times and values of the same length. */
final class Points {

    final double[] times;
    final double[] values;

    Points(double[] times, double[] values) {
        this.times = times;
        this.values = values;
    }

    int size() {
        return times.length;
    }

    double span() {
        return size() < 2 ? 0 : times[size() - 1] - times[0];
    }

    /** The value at a time, interpolated between neighbours and held beyond the ends. */
    double at(double time) {
        int i = Arrays.binarySearch(times, time);
        if (i >= 0) {
            return values[i];
        }
        int next = -i - 1;
        if (next == 0 || next == size()) {
            return values[next == 0 ? 0 : next - 1];
        }
        double share = (time - times[next - 1]) / (times[next] - times[next - 1]);
        return values[next - 1] + share * (values[next] - values[next - 1]);
    }

    /** Median of the last few values. */
    double latest(int count) {
        return Robust.median(Arrays.copyOfRange(values, Math.max(0, size() - count), size()));
    }
}
