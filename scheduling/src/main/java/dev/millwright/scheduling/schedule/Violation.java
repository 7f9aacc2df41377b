package dev.millwright.scheduling.schedule;

import dev.millwright.scheduling.problem.Window;
import org.jspecify.annotations.Nullable;

/** A rule of the problem that a schedule breaks. */
public sealed interface Violation
        permits CalendarViolation,
                LinkViolation,
                Violation.MissingOperation,
                Violation.UnknownOperation,
                Violation.PlacedTwice,
                Violation.WrongMachine,
                Violation.WrongDuration,
                Violation.TooEarly,
                Violation.OutOfSequence,
                Violation.MachineOverlap,
                Violation.WhileDown,
                Violation.WrongSetup,
                Violation.FloorMoved,
                Violation.PinBroken,
                Violation.DeadlineMissed,
                Violation.MaintenanceMissing,
                Violation.MaintenanceMisplaced,
                Violation.MaintenanceOverlap {
    /** The broken rule in words, with everything it concerns. */
    String describe();

    /** An operation of the problem that the schedule does not place. */
    record MissingOperation(String jobId, String operationId) implements Violation {
        @Override
        public String describe() {
            return operationId + " of " + jobId + " is not in the schedule";
        }
    }

    /** An operation placed though the problem has none of this id and job. */
    record UnknownOperation(String jobId, String operationId) implements Violation {
        @Override
        public String describe() {
            return operationId + " of " + jobId + " is not in the problem";
        }
    }

    /** An operation placed more than once. */
    record PlacedTwice(String jobId, String operationId) implements Violation {
        @Override
        public String describe() {
            return operationId + " of " + jobId + " is in the schedule twice";
        }
    }

    /** An operation on a machine that cannot do it. */
    record WrongMachine(Assignment assignment) implements Violation {
        @Override
        public String describe() {
            return Words.of(assignment) + " is on a machine that cannot do it";
        }
    }

    /** An operation that lasts another time than its mode. */
    record WrongDuration(Assignment assignment, long duration) implements Violation {
        @Override
        public String describe() {
            return Words.of(assignment) + " should last " + duration + " s";
        }
    }

    /** An operation before now, its release, or its machine's availability. */
    record TooEarly(Assignment assignment, long earliest) implements Violation {
        @Override
        public String describe() {
            return Words.of(assignment) + " may not begin before " + earliest;
        }
    }

    /** An operation that starts before the one before it in its job has ended. */
    record OutOfSequence(Assignment before, Assignment after) implements Violation {
        @Override
        public String describe() {
            return Words.of(after) + " starts before " + Words.of(before) + " has ended";
        }
    }

    /** Two operations on one machine at once, setups included. */
    record MachineOverlap(Assignment first, Assignment second) implements Violation {
        @Override
        public String describe() {
            return Words.of(first) + " and " + Words.of(second) + " share time";
        }
    }

    /** An operation or its setup while its machine is down. */
    record WhileDown(Assignment assignment, Window down) implements Violation {
        @Override
        public String describe() {
            return Words.of(assignment) + " while the machine is down " + down.from() + ".." + down.to();
        }
    }

    /** An operation without the setup time its forerunner on the machine asks for. */
    record WrongSetup(Assignment assignment, @Nullable Assignment before, long setup) implements Violation {
        @Override
        public String describe() {
            return Words.of(assignment) + " has a setup of " + assignment.setupTime() + " s, needs " + setup + " s"
                    + (before == null ? "" : " after " + before.operationId());
        }
    }

    /** Running or finished work placed elsewhere than it is. */
    record FloorMoved(Assignment assignment, Assignment real) implements Violation {
        @Override
        public String describe() {
            return Words.of(assignment) + " has begun and is really " + Words.of(real);
        }
    }

    /** A pinned operation off its machine or start. */
    record PinBroken(
            Assignment assignment,
            @Nullable String machineId,
            @Nullable Long start) implements Violation {
        @Override
        public String describe() {
            return Words.of(assignment) + " is pinned" + (machineId == null ? "" : " to " + machineId)
                    + (start == null ? "" : " at " + start);
        }
    }

    /** A job that ends after its deadline. */
    record DeadlineMissed(String jobId, long end, long deadline) implements Violation {
        @Override
        public String describe() {
            return jobId + " ends at " + end + ", after its deadline " + deadline;
        }
    }

    /** A maintenance task without exactly one place. */
    record MaintenanceMissing(String taskId, long placements) implements Violation {
        @Override
        public String describe() {
            return "maintenance " + taskId + " is placed " + placements + " times";
        }
    }

    /** A maintenance task on another machine, for another time, or outside its window. */
    record MaintenanceMisplaced(MaintenancePlacement placement, String machineId, long duration, long from, long to)
            implements Violation {
        @Override
        public String describe() {
            return Words.of(placement) + " should last " + duration + " s on " + machineId + " within " + from + ".."
                    + to;
        }
    }

    /** Maintenance while the machine works, is down, or is maintained already. */
    record MaintenanceOverlap(MaintenancePlacement placement, String other, long from, long to) implements Violation {
        @Override
        public String describe() {
            return Words.of(placement) + " shares time with " + other + " " + from + ".." + to;
        }
    }
}
