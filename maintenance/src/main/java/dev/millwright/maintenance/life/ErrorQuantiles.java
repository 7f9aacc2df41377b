package dev.millwright.maintenance.life;

import java.util.ArrayList;
import java.util.List;

/**
 * How lives of units held out lie around what was expected of them, by what was expected; a straight line between the points.
 *
 * @param levels shares of units, rising, between 0 and 1
 * @param expected the points, rising
 * @param errors at each point by level: what such a share of lives does not exceed the expected one by
 */
public record ErrorQuantiles(List<Double> levels, List<Double> expected, List<List<Double>> errors) {
    public ErrorQuantiles {
        levels = List.copyOf(levels);
        expected = List.copyOf(expected);
        errors = errors.stream().map(List::copyOf).toList();
        int width = levels.size();
        if (expected.isEmpty()
                || expected.size() != errors.size()
                || width == 0
                || errors.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException(
                    "%d levels, %d points and errors %s\nGive each point an error a level, one point at least."
                            .formatted(width, expected.size(), errors));
        }
        if (!rising(levels) || !rising(expected) || !errors.stream().allMatch(ErrorQuantiles::rising)) {
            throw new IllegalArgumentException(
                    "Levels %s, points %s or errors %s fall.\nGive them rising.".formatted(levels, expected, errors));
        }
    }

    private static boolean rising(List<Double> values) {
        for (int i = 1; i < values.size(); i++) {
            if (!(values.get(i) >= values.get(i - 1))) {
                return false;
            }
        }
        return true;
    }

    /** How likely each life is where so much is expected. */
    public LifeDistribution around(double life, double cap) {
        int next = 0;
        while (next < expected.size() && expected.get(next) < life) {
            next++;
        }
        int low = Math.max(0, next - 1);
        int high = Math.min(next, expected.size() - 1);
        double apart = expected.get(high) - expected.get(low);
        double share = apart > 0 ? (life - expected.get(low)) / apart : 0;
        var lives = new ArrayList<Double>();
        for (int level = 0; level < levels.size(); level++) {
            double below = errors.get(low).get(level);
            lives.add(life + below + share * (errors.get(high).get(level) - below));
        }
        return LifeDistribution.ofQuantiles(levels, lives, cap);
    }
}
