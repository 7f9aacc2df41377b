package dev.millwright.scheduling.problem;

/**
 * A maintenance wish: a block of time to be placed on a machine.
 *
 * @param earliest it starts no sooner
 * @param latest it has ended by then
 * @param weight what each second between {@code earliest} and its start costs; 0: any time in the window is as good
 */
public record MaintenanceTask(String id, String machineId, long duration, long earliest, long latest, long weight) {
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
}
