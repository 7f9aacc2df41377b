package dev.millwright.scheduling.dispatching;

import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.WorkingTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A waiting operation in numbers.
 *
 * @param number its place in a topological order of all tasks
 * @param job its job's number
 * @param before what it follows among the tasks
 * @param meanDuration over its choices
 */
record Task(int number, int job, Operation operation, List<Choice> choices, List<Tie> before, double meanDuration) {
    /**
     * One mode.
     *
     * @param ready what has begun, and the release, let it start no sooner
     * @param hours when machine and resources are there
     */
    record Choice(int machine, long duration, long ready, WorkingTime hours, List<Hold> holds) {}

    /** So much of a resource, by number. */
    record Hold(int resource, int amount) {}

    /** A precedence from an earlier task. */
    record Tie(int task, Link link, long lag) {}

    @Nullable
    String family() {
        return operation.family();
    }

    @Nullable
    Long pinnedStart() {
        var pin = operation.pin();
        return pin == null ? null : pin.start();
    }
}
