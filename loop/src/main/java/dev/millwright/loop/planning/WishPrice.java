package dev.millwright.loop.planning;

import dev.millwright.plant.CostCurve;
import dev.millwright.scheduling.problem.StartCost;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Objective;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What the times of a maintenance wish cost, in what the planner counts in. An hour in which the machine stands costs money in the
 * plant file, and an hour in which a lot of ordinary priority is late costs the planner: both are an hour of work not done, and
 * count alike.
 */
final class WishPrice {

    private static final double SECONDS_AN_HOUR = 3600;
    /** Whatever costs more than a lot that is a year late is out of the question all the same. */
    private static final double MOST_SECONDS = 365 * 24 * SECONDS_AN_HOUR;

    private WishPrice() {}

    /** The price by start; null where the wish has none, or where an hour of the machine's is worth nothing to weigh it by. */
    static @Nullable StartCost of(@Nullable CostCurve curve, double downtimeHour, Instant now) {
        if (curve == null || !(downtimeHour > 0)) {
            return null;
        }
        var points = new ArrayList<StartCost.Point>();
        for (var point : curve.points()) {
            long start = FloorProblem.seconds(now, point.start());
            if (points.isEmpty() || start > points.getLast().start()) {
                points.add(new StartCost.Point(start, units(point.cost(), downtimeHour)));
            }
        }
        return new StartCost(points);
    }

    private static long units(double cost, double downtimeHour) {
        double late = Math.min(MOST_SECONDS, cost / downtimeHour * SECONDS_AN_HOUR);
        return Math.round(late * Objective.balanced().weight(Measure.TARDINESS));
    }
}
