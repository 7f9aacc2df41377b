package dev.millwright.scheduling.problem;

/** One way to do an operation: on this machine, in this many seconds. */
public record Mode(String machineId, long duration) {
    public Mode {
        Check.name(machineId, "machine id");
        Check.that(
                duration >= 0,
                "Duration on " + machineId + " is negative: " + duration,
                "Give durations in seconds, zero or more.");
    }
}
