package dev.millwright.scheduling.replanning;

import java.util.function.LongFunction;

/** Why an operation is not where the adopted schedule had it. */
public sealed interface Cause {
    /** The cause in words; the clock turns the caller's seconds into a time of day. */
    String describe(LongFunction<String> clock);

    /** Its machine is down when it was to run. */
    record MachineDown(String machineId, long until) implements Cause {
        @Override
        public String describe(LongFunction<String> clock) {
            return machineId + " down until " + clock.apply(until);
        }
    }

    /** Its machine still runs something else. */
    record MachineBusy(String machineId, String operationId, long until) implements Cause {
        @Override
        public String describe(LongFunction<String> clock) {
            return machineId + " busy with " + operationId + " until " + clock.apply(until);
        }
    }

    /** Its machine is maintained when it was to run. */
    record Maintained(String machineId, String taskId, long until) implements Cause {
        @Override
        public String describe(LongFunction<String> clock) {
            return "maintenance " + taskId + " on " + machineId + " until " + clock.apply(until);
        }
    }

    /** The operation before it in its job ends later. */
    record WaitsFor(String operationId, long until) implements Cause {
        @Override
        public String describe(LongFunction<String> clock) {
            return "waits for " + operationId + " until " + clock.apply(until);
        }
    }

    /** Another operation has its place. */
    record GivesWay(String machineId, String operationId, long until) implements Cause {
        @Override
        public String describe(LongFunction<String> clock) {
            return "gives way to " + operationId + " on " + machineId + " until " + clock.apply(until);
        }
    }

    /** Its start has passed without it. */
    record StartPassed(long start) implements Cause {
        @Override
        public String describe(LongFunction<String> clock) {
            return "its start " + clock.apply(start) + " has passed";
        }
    }

    /** There is room for it sooner. */
    record RoomSooner(String machineId) implements Cause {
        @Override
        public String describe(LongFunction<String> clock) {
            return machineId + " is free sooner";
        }
    }

    /** What set off the re-planning, in the caller's words. */
    record Trigger(String words) implements Cause {
        @Override
        public String describe(LongFunction<String> clock) {
            return words;
        }
    }
}
