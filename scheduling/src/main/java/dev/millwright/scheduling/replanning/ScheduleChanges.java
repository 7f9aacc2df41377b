package dev.millwright.scheduling.replanning;

import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** What differs between the schedule the floor follows and the next one, with reasons; history does not count. */
public record ScheduleChanges(List<Change> changes) {
    public ScheduleChanges {
        changes = List.copyOf(changes);
    }

    /**
     * The changes from one schedule to the next.
     *
     * @param problem the problem the next schedule solves, as of now
     * @param adopted null: everything is added
     * @param trigger what set off the re-planning, in words, for changes the floor's state does not explain; or null
     */
    public static ScheduleChanges between(
            Problem problem, @Nullable Schedule adopted, Schedule next, @Nullable String trigger) {
        var comparison = new Comparison(problem, next, trigger);
        comparison.operations(adopted);
        comparison.maintenance(adopted);
        return new ScheduleChanges(comparison.changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Every change in words; the clock turns the caller's seconds into a time of day. */
    public List<String> describe(LongFunction<String> clock) {
        return changes.stream().map(change -> change.describe(clock)).toList();
    }

    private static final class Comparison {
        private final Problem problem;
        private final ProblemIndex index;
        private final Schedule next;
        private final Reasons reasons;
        private final @Nullable Cause trigger;
        private final List<Change> changes = new ArrayList<>();

        Comparison(Problem problem, Schedule next, @Nullable String trigger) {
            this.problem = problem;
            this.next = next;
            index = ProblemIndex.of(problem);
            this.trigger = trigger == null ? null : new Cause.Trigger(trigger);
            reasons = new Reasons(problem, index, next);
        }

        void operations(@Nullable Schedule adopted) {
            var before = adopted == null ? Map.<String, Assignment>of() : adopted.byOperation();
            for (var now : next.assignments()) {
                var step = index.step(now.operationId());
                if (step == null || !step.operation().waiting()) {
                    continue;
                }
                var old = before.get(now.operationId());
                int position = step.position() + 1;
                if (old == null) {
                    changes.add(new Change.Added(position, now, trigger));
                } else if (!old.machineId().equals(now.machineId())) {
                    changes.add(new Change.MachineChanged(position, old, now, reason(old, now)));
                } else if (old.start() != now.start()) {
                    changes.add(new Change.StartMoved(position, old, now, reason(old, now)));
                }
            }
            for (var old : before.values().stream()
                    .sorted(Comparator.comparingLong(Assignment::start).thenComparing(Assignment::operationId))
                    .toList()) {
                if (index.step(old.operationId()) == null && old.start() >= problem.now()) {
                    changes.add(new Change.Dropped(old, trigger));
                }
            }
        }

        void maintenance(@Nullable Schedule adopted) {
            var before = adopted == null ? Map.<String, MaintenancePlacement>of() : adopted.byTask();
            var after = next.byTask();
            for (var now : next.maintenance()) {
                var old = before.get(now.taskId());
                if (old == null) {
                    changes.add(new Change.MaintenanceAdded(now, trigger));
                } else if (!old.equals(now)) {
                    changes.add(new Change.MaintenanceMoved(old, now, trigger));
                }
            }
            for (var old : adopted == null ? List.<MaintenancePlacement>of() : adopted.maintenance()) {
                if (!after.containsKey(old.taskId()) && old.start() >= problem.now()) {
                    changes.add(new Change.MaintenanceDropped(old, trigger));
                }
            }
        }

        private @Nullable Cause reason(Assignment old, Assignment now) {
            var cause = reasons.of(old, now);
            return cause == null ? trigger : cause;
        }
    }
}
