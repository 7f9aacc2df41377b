package dev.millwright.plant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What it costs to begin something at a time, beyond its cheapest beginning: a straight line between few points, level
 * outside them. A wish with a price, which a plan may pay where it gains more by it.
 *
 * @param points by time, rising
 */
public record CostCurve(List<Point> points) {
    /** A cost, in the plant's currency, of beginning at a time. */
    public record Point(Instant start, double cost) {
        public Point {
            if (!(cost >= 0 && cost < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "To begin at %s costs %s.\nGive a cost of 0 or more.".formatted(start, cost));
            }
        }
    }

    public CostCurve {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A cost curve has no points.\nGive one at least.");
        }
        for (int i = 1; i < points.size(); i++) {
            if (!points.get(i).start().isAfter(points.get(i - 1).start())) {
                throw new IllegalArgumentException(
                        "A cost curve has %s after %s.\nGive its points by time, each time once."
                                .formatted(
                                        points.get(i).start(), points.get(i - 1).start()));
            }
        }
    }

    /** The cost of beginning at a time. */
    public double at(Instant start) {
        var before = points.getFirst();
        for (var next : points) {
            if (!next.start().isBefore(start)) {
                double span = seconds(before.start(), next.start());
                double share = span > 0 ? Math.max(0, seconds(before.start(), start)) / span : 0;
                return before.cost() + share * (next.cost() - before.cost());
            }
            before = next;
        }
        return before.cost();
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1_000.0;
    }
}
