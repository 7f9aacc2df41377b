package dev.millwright.maintenance.life;

import java.util.List;

/**
 * How far lives lie below and above what is expected of them, by what is expected; a straight line between the points.
 *
 * @param expected the points, rising
 * @param below how far below the expected life the interval begins
 * @param above how far above it ends
 */
public record ErrorBand(List<Double> expected, List<Double> below, List<Double> above) {
    public ErrorBand {
        if (expected.isEmpty() || expected.size() != below.size() || expected.size() != above.size()) {
            throw new IllegalArgumentException(
                    "A band of %d points, %d below and %d above\nGive as many of each, one at least."
                            .formatted(expected.size(), below.size(), above.size()));
        }
        for (int i = 1; i < expected.size(); i++) {
            if (expected.get(i) < expected.get(i - 1)) {
                throw new IllegalArgumentException("The points of a band are " + expected + "\nGive them rising.");
            }
        }
        expected = List.copyOf(expected);
        below = List.copyOf(below);
        above = List.copyOf(above);
    }

    /** The interval around an expected life, from 0 to the cap. */
    public LifeEstimate around(double life, double cap) {
        double mean = Math.clamp(life, 0, cap);
        return new LifeEstimate(
                mean, Math.clamp(mean - at(below, mean), 0, mean), Math.clamp(mean + at(above, mean), mean, cap));
    }

    private double at(List<Double> values, double life) {
        int next = 0;
        while (next < expected.size() && expected.get(next) < life) {
            next++;
        }
        if (next == 0 || next == expected.size()) {
            return values.get(Math.min(next, expected.size() - 1));
        }
        double from = expected.get(next - 1);
        double share = (life - from) / (expected.get(next) - from);
        return values.get(next - 1) + share * (values.get(next) - values.get(next - 1));
    }
}
