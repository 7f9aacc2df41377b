package dev.millwright.scheduling.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order on the floor: its operations in sequence.
 *
 * @param weight what a second of tardiness costs, relative to other jobs
 * @param releaseDate no operation starts before
 * @param dueDate finishing later costs; null: never tardy
 * @param deadline finishing later is refused; null: none
 */
public record Job(
        String id,
        long weight,
        long releaseDate,
        @Nullable Long dueDate,
        @Nullable Long deadline,
        List<Operation> operations) {
    public Job {
        Check.name(id, "job id");
        operations = List.copyOf(operations);
        Check.that(weight >= 0, "Job " + id + " has weight " + weight, "Use a weight of zero or more.");
        Check.that(!operations.isEmpty(), "Job " + id + " has no operation", "Leave the job out, or give its route.");
        floorInOrder(id, operations);
    }

    /** A job released at once, with no date to meet and weight 1. */
    public static Job of(String id, Operation... operations) {
        return new Job(id, 1, Long.MIN_VALUE, null, null, List.of(operations));
    }

    /** This job with a due date. */
    public Job due(long date) {
        return new Job(id, weight, releaseDate, date, deadline, operations);
    }

    /** This job with a weight. */
    public Job weighing(long newWeight) {
        return new Job(id, newWeight, releaseDate, dueDate, deadline, operations);
    }

    /** This job with a release date. */
    public Job released(long date) {
        return new Job(id, weight, date, dueDate, deadline, operations);
    }

    /** This job with a deadline. */
    public Job deadline(long date) {
        return new Job(id, weight, releaseDate, dueDate, date, operations);
    }

    /** The operations the planner still decides about, in sequence. */
    public List<Operation> openOperations() {
        return operations.stream().filter(Operation::waiting).toList();
    }

    private static void floorInOrder(String id, List<Operation> operations) {
        Operation before = null;
        for (var operation : operations) {
            boolean begun = !operation.waiting();
            Check.that(
                    before == null || !begun || before.progress() instanceof Progress.Done,
                    "Job " + id + ": " + operation.id() + " has begun before " + (before == null ? "" : before.id())
                            + " was done",
                    "Report the earlier operation as done, or put this one back to waiting.");
            before = operation;
        }
    }
}
