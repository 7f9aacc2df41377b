package dev.millwright.scheduling.search;

import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Objective;
import java.util.stream.DoubleStream;

/** An objective as one weight a measure; each further level of a lexicographic one counts far less than the one before. */
record Weights(
        double makespan,
        double tardiness,
        double lateJobs,
        double flowTime,
        double setupTime,
        double largestLoad,
        double movedSeconds,
        double changedMachines,
        double cost) {
    private static final double NEXT_LEVEL = 1e-7;

    static Weights of(Objective objective) {
        return new Weights(
                weight(objective, Measure.MAKESPAN),
                weight(objective, Measure.TARDINESS),
                weight(objective, Measure.LATE_JOBS),
                weight(objective, Measure.FLOW_TIME),
                weight(objective, Measure.SETUP_TIME),
                weight(objective, Measure.LARGEST_LOAD),
                weight(objective, Measure.MOVED_SECONDS),
                weight(objective, Measure.CHANGED_MACHINES),
                weight(objective, Measure.COST));
    }

    /** Whether anything counts that sums over operations rather than jobs. */
    boolean countOperations() {
        return setupTime + largestLoad + movedSeconds + changedMachines + cost > 0;
    }

    /** Whether the place of an operation in the adopted schedule counts. */
    boolean countMoves() {
        return movedSeconds + changedMachines > 0;
    }

    double heaviest() {
        return DoubleStream.of(makespan, tardiness, lateJobs, flowTime, setupTime, largestLoad)
                .max()
                .orElse(0);
    }

    private static double weight(Objective objective, Measure measure) {
        double sum = 0;
        double scale = 1;
        for (var level : objective.levels()) {
            sum += scale * level.weight(measure);
            scale *= NEXT_LEVEL;
        }
        return sum;
    }
}
