package dev.millwright.scheduling.replanning;

import java.util.List;
import java.util.function.LongFunction;

/** What keeps a job from ending in time, and for how long. */
public sealed interface Delay {
    /** Seconds the job loses by it. */
    long seconds();

    /** In a planner's words; the clock turns the caller's seconds into a time of day. */
    String describe(LongFunction<String> clock);

    /** No floor could do it: the work alone needs longer than there is until the due date. */
    record WorkAlone(long needed, long available) implements Delay {
        @Override
        public long seconds() {
            return needed - available;
        }

        @Override
        public String describe(LongFunction<String> clock) {
            return available <= 0
                    ? "its due date has passed, and its work takes " + Spans.of(needed)
                    : "its work alone takes " + Spans.of(needed) + ", and it is due in " + Spans.of(available);
        }
    }

    /** Its machines do other jobs first; the job that takes most of the time comes first. */
    record MachineBusy(String machineId, long seconds, List<String> jobIds) implements Delay {
        private static final int FEW = 3;

        public MachineBusy {
            jobIds = List.copyOf(jobIds);
        }

        @Override
        public String describe(LongFunction<String> clock) {
            return "waits " + Spans.of(seconds) + " for " + machineId + ", busy with " + jobs();
        }

        private String jobs() {
            return jobIds.size() <= FEW
                    ? String.join(", ", jobIds)
                    : String.join(", ", jobIds.subList(0, FEW)) + " and " + (jobIds.size() - FEW) + " more";
        }
    }

    /** Its machine is down. */
    record MachineDown(String machineId, long seconds, long until) implements Delay {
        @Override
        public String describe(LongFunction<String> clock) {
            return "waits " + Spans.of(seconds) + " for " + machineId + ", down until " + clock.apply(until);
        }
    }

    /** Its machine is maintained. */
    record Maintained(String machineId, long seconds, String taskId) implements Delay {
        @Override
        public String describe(LongFunction<String> clock) {
            return "waits " + Spans.of(seconds) + " for maintenance " + taskId + " on " + machineId;
        }
    }

    /** Nobody works its machine. */
    record OffShift(String machineId, long seconds) implements Delay {
        @Override
        public String describe(LongFunction<String> clock) {
            return "waits " + Spans.of(seconds) + " for " + machineId
                    + ", where nobody works between shifts and in breaks";
        }
    }

    /** Its machine is changed over. */
    record ChangedOver(String machineId, long seconds) implements Delay {
        @Override
        public String describe(LongFunction<String> clock) {
            return "waits " + Spans.of(seconds) + " for setups of " + machineId;
        }
    }

    /** Others hold what it needs beside its machine. */
    record ResourceBusy(String resourceId, long seconds) implements Delay {
        @Override
        public String describe(LongFunction<String> clock) {
            return "waits " + Spans.of(seconds) + " for " + resourceId + ", which others hold";
        }
    }

    /** Another job comes first by precedence. */
    record OtherJob(String jobId, String operationId, long seconds) implements Delay {
        @Override
        public String describe(LongFunction<String> clock) {
            return "waits " + Spans.of(seconds) + " for " + operationId + " of " + jobId;
        }
    }

    /** It is on its way, or dries, or cools. */
    record UnderWay(long seconds) implements Delay {
        @Override
        public String describe(LongFunction<String> clock) {
            return "spends " + Spans.of(seconds) + " between its machines";
        }
    }

    /** It was released late. */
    record Released(long release, long seconds) implements Delay {
        @Override
        public String describe(LongFunction<String> clock) {
            return "is released only at " + clock.apply(release);
        }
    }

    /** A planner pinned its start. */
    record Pinned(String operationId, long start, long seconds) implements Delay {
        @Override
        public String describe(LongFunction<String> clock) {
            return operationId + " is pinned to start at " + clock.apply(start);
        }
    }

    /** It runs on a slower machine than there is. */
    record SlowMachine(String machineId, long seconds) implements Delay {
        @Override
        public String describe(LongFunction<String> clock) {
            return "loses " + Spans.of(seconds) + " on " + machineId + ", which is slower than others";
        }
    }
}
