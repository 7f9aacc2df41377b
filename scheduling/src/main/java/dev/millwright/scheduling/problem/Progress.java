package dev.millwright.scheduling.problem;

/** How far an operation is on the floor. */
public sealed interface Progress {
    /** Not begun: the planner decides where and when. */
    record Waiting() implements Progress {}

    /** Begun on a machine and not to be moved; {@code remaining} seconds are left, counted from the problem's now. */
    record Running(String machineId, long start, long remaining) implements Progress {
        public Running {
            Check.name(machineId, "machine id");
            Check.that(
                    remaining >= 0,
                    "Remaining time on " + machineId + " is negative: " + remaining,
                    "Use 0 for an operation about to end, or report it as done.");
        }
    }

    /** History, never moved. */
    record Done(String machineId, long start, long end) implements Progress {
        public Done {
            Check.name(machineId, "machine id");
            Check.that(
                    start <= end,
                    "Done on " + machineId + " ends at " + end + " before its start " + start,
                    "Swap or correct the recorded times.");
        }
    }

    Progress WAITING = new Waiting();
}
