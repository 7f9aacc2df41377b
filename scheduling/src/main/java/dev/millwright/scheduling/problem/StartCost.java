package dev.millwright.scheduling.problem;

import java.util.List;

/**
 * What it costs to begin at a time: a straight line between points, level outside them, rounded up to whole units.
 *
 * @param points by time, rising
 */
public record StartCost(List<Point> points) {
    /** The cost of beginning at a time. */
    public record Point(long start, long cost) {
        public Point {
            Check.that(cost >= 0, "To begin at " + start + " costs " + cost, "Use a cost of zero or more.");
        }
    }

    public StartCost {
        points = List.copyOf(points);
        Check.that(!points.isEmpty(), "A cost of beginning has no points", "Give one or more, or leave it out.");
        for (int i = 1; i < points.size(); i++) {
            Check.that(
                    points.get(i - 1).start() < points.get(i).start(),
                    "The cost of beginning has " + points.get(i).start() + " after "
                            + points.get(i - 1).start(),
                    "Give its points by time, each time once.");
        }
    }

    /** The cost of beginning at a time. */
    public long at(long start) {
        var before = points.getFirst();
        for (var next : points) {
            if (next.start() >= start) {
                long span = next.start() - before.start();
                long rise = next.cost() - before.cost();
                return before.cost() + (span == 0 ? 0 : Math.ceilDiv(rise * (start - before.start()), span));
            }
            before = next;
        }
        return before.cost();
    }

    /** The largest cost. */
    public long most() {
        return points.stream().mapToLong(Point::cost).max().orElse(0);
    }
}
