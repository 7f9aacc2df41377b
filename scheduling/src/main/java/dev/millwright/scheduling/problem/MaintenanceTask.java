package dev.millwright.scheduling.problem;

import org.jspecify.annotations.Nullable;

/**
 * A maintenance wish: a block of time to be placed on a machine.
 *
 * @param earliest it starts no sooner
 * @param latest it has ended by then
 * @param weight what each second between {@code earliest} and its start costs; 0: any time in the window is as good
 * @param startCost what its start costs besides, by time; null: nothing
 */
public record MaintenanceTask(
        String id,
        String machineId,
        long duration,
        long earliest,
        long latest,
        long weight,
        @Nullable StartCost startCost) {
    public MaintenanceTask {
        Check.name(id, "maintenance id");
        Check.name(machineId, "machine id");
        Check.that(
                duration > 0,
                "Maintenance " + id + " lasts " + duration + " s",
                "Give it a duration of one second or more.");
        Check.that(
                latest - earliest >= duration,
                "Maintenance " + id + " needs " + duration + " s, but its window [" + earliest + ", " + latest
                        + "] holds only " + (latest - earliest),
                "Widen the window or shorten the task.");
        Check.that(weight >= 0, "Maintenance " + id + " has weight " + weight, "Use a weight of zero or more.");
    }

    /** A task whose start costs only its waiting. */
    public MaintenanceTask(String id, String machineId, long duration, long earliest, long latest, long weight) {
        this(id, machineId, duration, earliest, latest, weight, null);
    }

    /** This task with a cost by start. */
    public MaintenanceTask costing(@Nullable StartCost byStart) {
        return new MaintenanceTask(id, machineId, duration, earliest, latest, weight, byStart);
    }

    /** What it costs to start at a time. */
    public long cost(long start) {
        return weight * (start - earliest) + (startCost == null ? 0 : startCost.at(start));
    }
}
