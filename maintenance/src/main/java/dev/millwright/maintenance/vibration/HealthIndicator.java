package dev.millwright.maintenance.vibration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * How worn a bearing is, from vibration levels: how far they have risen above the bearing's own first minutes, as a mean of
 * natural logarithms (0.69: twice as strong), by medians of the latest snapshots, and never falling, because wear does not heal.
 */
public final class HealthIndicator {
    private final int levels;
    private final int baseline;
    private final int window;
    private final List<double[]> first = new ArrayList<>();
    private final Deque<double[]> recent = new ArrayDeque<>();
    private double[] usual = {};
    private double value;

    /**
     * Of a bearing from its beginning.
     *
     * @param levels given at each snapshot
     * @param baseline snapshots from which what is usual is learned; until then the indicator is 0
     * @param window snapshots whose median counts
     */
    public HealthIndicator(int levels, int baseline, int window) {
        if (levels < 1 || baseline < 1 || window < 1) {
            throw new IllegalArgumentException(
                    "%d levels, a baseline of %d and a window of %d snapshots\nGive 1 or more."
                            .formatted(levels, baseline, window));
        }
        this.levels = levels;
        this.baseline = baseline;
        this.window = window;
    }

    /** Takes in the levels of the next snapshot, such as the rms of bands: positive, each time the same ones in one unit. */
    public double add(double... snapshot) {
        var logarithms = logarithms(snapshot);
        recent.addLast(logarithms);
        if (recent.size() > window) {
            recent.removeFirst();
        }
        if (first.size() < baseline) {
            first.add(logarithms);
            if (first.size() == baseline) {
                usual = medians(List.copyOf(first));
            }
            return value;
        }
        var now = medians(List.copyOf(recent));
        double rise = 0;
        for (int level = 0; level < levels; level++) {
            rise += (now[level] - usual[level]) / levels;
        }
        value = Math.max(value, rise);
        return value;
    }

    private double[] logarithms(double[] snapshot) {
        if (snapshot.length != levels) {
            throw new IllegalArgumentException("A snapshot has %d levels instead of %d.\nGive the same ones each time."
                    .formatted(snapshot.length, levels));
        }
        var logarithms = new double[levels];
        for (int level = 0; level < levels; level++) {
            if (!(snapshot[level] > 0) || Double.isInfinite(snapshot[level])) {
                throw new IllegalArgumentException(
                        "Level %d of a snapshot is %s.\nLevels of vibration are above 0; is the sensor connected?"
                                .formatted(level + 1, snapshot[level]));
            }
            logarithms[level] = Math.log(snapshot[level]);
        }
        return logarithms;
    }

    private double[] medians(List<double[]> snapshots) {
        var medians = new double[levels];
        for (int level = 0; level < levels; level++) {
            int place = level;
            var sorted = snapshots.stream()
                    .mapToDouble(snapshot -> snapshot[place])
                    .sorted()
                    .toArray();
            medians[level] = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }
        return medians;
    }
}
