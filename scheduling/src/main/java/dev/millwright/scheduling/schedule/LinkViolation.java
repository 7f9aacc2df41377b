package dev.millwright.scheduling.schedule;

/** A precedence that is broken by how closely one operation follows another. */
public sealed interface LinkViolation extends Violation {
    /** An operation after its forerunner's end, but before lag and transport have passed. */
    record TooSoonAfter(Assignment before, Assignment after, long lag, long transport) implements LinkViolation {
        @Override
        public String describe() {
            return Words.of(after) + " starts too soon after " + Words.of(before) + ": lag " + lag + " s, transport "
                    + transport + " s";
        }
    }

    /** An operation later than the moment at which it had to start. */
    record Waited(Assignment before, Assignment after, long moment) implements LinkViolation {
        @Override
        public String describe() {
            return Words.of(after) + " may not wait after " + Words.of(before) + ", it has to start at " + moment;
        }
    }

    /** An operation on a machine that still holds a part whose next operation has not begun. */
    record StillBlocked(Assignment holder, long until, Assignment assignment) implements LinkViolation {
        @Override
        public String describe() {
            return Words.of(assignment) + " while " + holder.operationId() + " of " + holder.jobId()
                    + " stays on the machine until " + until;
        }
    }
}
