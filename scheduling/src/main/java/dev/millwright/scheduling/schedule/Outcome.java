package dev.millwright.scheduling.schedule;

import java.time.Duration;
import java.util.List;

/** How a search ended. */
public sealed interface Outcome {
    /**
     * A schedule that keeps every rule.
     *
     * @param bound no schedule's total is smaller
     * @param optimal whether this one's is that small
     */
    record Solved(Schedule schedule, double bound, boolean optimal, Duration elapsed) implements Outcome {
        /** How far the total may be from the best, in percent of itself. */
        public double gapPercent() {
            long total = schedule.score().total();
            return optimal || total == 0 ? 0 : 100 * (total - bound) / total;
        }
    }

    /** No schedule keeps every rule; the reasons name what cannot be together, as far as they were found. */
    record Infeasible(List<String> reasons) implements Outcome {
        public Infeasible {
            reasons = List.copyOf(reasons);
        }
    }

    /** The limit came, or a stop, before any schedule that keeps every rule; whether one exists is open. */
    record TimedOut(Duration elapsed) implements Outcome {}
}
