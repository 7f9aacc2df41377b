package dev.millwright.scheduling.replanning;

import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** One difference between the adopted schedule and the next. */
public sealed interface Change {
    /** Why, or null where nothing but the order of things was better. */
    @Nullable
    Cause cause();

    /** What changed, without the reason. */
    String what(LongFunction<String> clock);

    /**
     * What changed and why: {@code J17 op 3 moved from press-2 to press-3, +14 min: press-2 down until 14:20}.
     *
     * @param clock turns the caller's seconds into a time of day
     */
    default String describe(LongFunction<String> clock) {
        var cause = cause();
        return cause == null ? what(clock) : what(clock) + ": " + cause.describe(clock);
    }

    /** An operation the adopted schedule did not know; {@code position} in its job counts from 1. */
    record Added(int position, Assignment now, @Nullable Cause cause) implements Change {
        @Override
        public String what(LongFunction<String> clock) {
            return now.jobId() + " op " + position + " added on " + now.machineId() + " at " + clock.apply(now.start());
        }
    }

    /** An operation on another machine. */
    record MachineChanged(
            int position,
            Assignment before,
            Assignment now,
            @Nullable Cause cause) implements Change {
        @Override
        public String what(LongFunction<String> clock) {
            return now.jobId() + " op " + position + " moved from " + before.machineId() + " to " + now.machineId()
                    + ", " + Spans.signed(now.start() - before.start());
        }
    }

    /** An operation on the same machine at another time. */
    record StartMoved(
            int position,
            Assignment before,
            Assignment now,
            @Nullable Cause cause) implements Change {
        @Override
        public String what(LongFunction<String> clock) {
            return now.jobId() + " op " + position + " on " + now.machineId() + " moved to " + clock.apply(now.start())
                    + ", " + Spans.signed(now.start() - before.start());
        }
    }

    /** An operation that was still to come and is no longer wanted. */
    record Dropped(Assignment before, @Nullable Cause cause) implements Change {
        @Override
        public String what(LongFunction<String> clock) {
            return before.operationId() + " of " + before.jobId() + " dropped from " + before.machineId();
        }
    }

    /** Maintenance that the adopted schedule did not have. */
    record MaintenanceAdded(
            MaintenancePlacement now, @Nullable Cause cause) implements Change {
        @Override
        public String what(LongFunction<String> clock) {
            return "maintenance " + now.taskId() + " booked on " + now.machineId() + " " + clock.apply(now.start())
                    + " to " + clock.apply(now.end());
        }
    }

    /** Maintenance at another time. */
    record MaintenanceMoved(
            MaintenancePlacement before,
            MaintenancePlacement now,
            @Nullable Cause cause) implements Change {
        @Override
        public String what(LongFunction<String> clock) {
            return "maintenance " + now.taskId() + " on " + now.machineId() + " moved to " + clock.apply(now.start())
                    + ", " + Spans.signed(now.start() - before.start());
        }
    }

    /** Maintenance that was still to come and is no longer wanted. */
    record MaintenanceDropped(
            MaintenancePlacement before, @Nullable Cause cause) implements Change {
        @Override
        public String what(LongFunction<String> clock) {
            return "maintenance " + before.taskId() + " on " + before.machineId() + " dropped";
        }
    }
}
