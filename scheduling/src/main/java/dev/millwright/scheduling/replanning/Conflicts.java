package dev.millwright.scheduling.replanning;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.problem.WorkingTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Says in words which wishes cannot be kept: each that is impossible by itself, from what it alone would need; where there
 * is none, few that clash.
 */
public final class Conflicts {
    private final Problem problem;
    private final ProblemIndex index;

    private Conflicts(Problem problem) {
        this.problem = problem;
        index = ProblemIndex.of(problem);
    }

    /** The wishes no schedule can keep even alone; where each is possible alone, the fewest found that clash. */
    public static List<String> of(Problem problem) {
        var conflicts = new Conflicts(problem);
        var reasons = new ArrayList<String>();
        problem.maintenance().forEach(task -> conflicts.noRoom(task, reasons));
        conflicts.tooLate(reasons);
        return reasons.isEmpty() ? conflicts.together() : reasons;
    }

    private void noRoom(MaintenanceTask task, List<String> reasons) {
        long end = earliestEnd(
                task.machineId(), Math.max(task.earliest(), index.freeFrom(task.machineId())), task.duration());
        if (end > task.latest()) {
            reasons.add("maintenance " + task.id() + " has to end by " + task.latest() + ", but " + task.machineId()
                    + " has no room for its " + task.duration() + " s before " + end);
        }
    }

    /** Walks along all precedences on the fastest machines, as if every operation had the floor to itself. */
    private void tooLate(List<String> reasons) {
        var ends = new HashMap<String, Long>();
        for (var step : index.waitingInOrder()) {
            var operation = step.operation();
            long start = Long.MAX_VALUE;
            long end = Long.MAX_VALUE;
            for (var mode : operation.allowedModes()) {
                long modeEnd = soonestEnd(step, mode, ends);
                end = Math.min(end, modeEnd);
                start = Math.min(start, modeEnd - mode.duration());
            }
            var pin = operation.pin();
            var pinned = pin == null ? null : pin.start();
            if (pinned != null && start > pinned && !operation.stretches()) {
                reasons.add(operation.id() + " of " + step.job().id() + " is pinned to start at " + pinned
                        + ", but cannot before " + start);
            }
            ends.put(operation.id(), pinned == null ? end : Math.max(end, pinned));
        }
        problem.jobs().forEach(job -> deadline(job, ends, reasons));
    }

    private static void deadline(Job job, Map<String, Long> ends, List<String> reasons) {
        var deadline = job.deadline();
        long end = job.openOperations().stream()
                .mapToLong(operation -> ends.getOrDefault(operation.id(), Long.MIN_VALUE))
                .max()
                .orElse(Long.MIN_VALUE);
        if (deadline != null && end > deadline) {
            reasons.add(job.id() + " has the deadline " + deadline + ", but cannot end before " + end
                    + " even with the floor to itself");
        }
    }

    private long soonestEnd(ProblemIndex.Step step, Mode mode, Map<String, Long> ends) {
        long ready = Math.max(index.readyFrom(step, mode.machineId()), index.freeFrom(mode.machineId()));
        for (var precedence : index.predecessors(step.operation().id())) {
            var before = ends.get(precedence.before());
            ready = before == null ? ready : Math.max(ready, before + precedence.lag());
        }
        if (step.operation().stretches()) {
            var hours = new WorkingTime(index.breaks(mode));
            return hours.end(hours.next(ready), mode.duration());
        }
        return earliestEnd(mode.machineId(), ready, mode.duration());
    }

    private long earliestEnd(String machineId, long from, long duration) {
        long start = from;
        for (Window window : index.closedAhead(machineId)) {
            start = window.overlaps(start, start + duration) ? window.to() : start;
        }
        return start + duration;
    }

    private List<String> together() {
        var conflict = new SmallestConflict(problem).find();
        if (conflict.wishes().isEmpty()) {
            return List.of(
                    "no schedule keeps the rules even with every deadline, pin and maintenance given up: look for"
                            + " parts that block a machine, or calendars that never meet");
        }
        return List.of("these cannot all be kept together: "
                + conflict.wishes().stream().map(Wish::describe).collect(Collectors.joining(", "))
                + (conflict.minimal() ? "" : "; fewer may clash, the time to find out is over"));
    }
}
