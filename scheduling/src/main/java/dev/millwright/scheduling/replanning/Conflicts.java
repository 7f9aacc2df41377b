package dev.millwright.scheduling.replanning;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import dev.millwright.scheduling.problem.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Says in words which wishes cannot be kept, from what each alone would need. */
public final class Conflicts {
    private final Problem problem;
    private final ProblemIndex index;

    private Conflicts(Problem problem) {
        this.problem = problem;
        index = ProblemIndex.of(problem);
    }

    /** The wishes no schedule can keep even alone; where each is possible alone, the hard wishes that clash. */
    public static List<String> of(Problem problem) {
        var conflicts = new Conflicts(problem);
        var reasons = new ArrayList<String>();
        problem.maintenance().forEach(task -> conflicts.noRoom(task, reasons));
        problem.jobs().forEach(job -> conflicts.tooLate(job, reasons));
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

    /** Walks the job along its fastest machines as if it were alone on the floor. */
    private void tooLate(Job job, List<String> reasons) {
        long time = index.readyFrom(job);
        for (var operation : job.openOperations()) {
            long ready = time;
            Function<Mode, Long> end = mode ->
                    earliestEnd(mode.machineId(), Math.max(ready, index.freeFrom(mode.machineId())), mode.duration());
            long soonest = operation.allowedModes().stream()
                    .map(end)
                    .min(Long::compare)
                    .orElse(ready);
            var pin = operation.pin();
            var start = pin == null ? null : pin.start();
            if (start != null) {
                long latest = operation.allowedModes().stream()
                        .mapToLong(mode -> end.apply(mode) - mode.duration())
                        .min()
                        .orElse(ready);
                if (latest > start) {
                    reasons.add(operation.id() + " of " + job.id() + " is pinned to start at " + start
                            + ", but cannot before " + latest);
                }
                soonest = Math.max(soonest, start);
            }
            time = soonest;
        }
        var deadline = job.deadline();
        if (deadline != null && time > deadline) {
            reasons.add(job.id() + " has the deadline " + deadline + ", but cannot end before " + time
                    + " even with the floor to itself");
        }
    }

    private long earliestEnd(String machineId, long from, long duration) {
        long start = from;
        for (Window window : index.closedAhead(machineId)) {
            start = window.overlaps(start, start + duration) ? window.to() : start;
        }
        return start + duration;
    }

    private List<String> together() {
        var wishes = new ArrayList<String>();
        for (var job : problem.jobs()) {
            if (job.deadline() != null) {
                wishes.add("deadline of " + job.id());
            }
            job.openOperations().stream()
                    .filter(operation -> operation.pin() != null)
                    .forEach(operation -> wishes.add("pin of " + operation.id()));
        }
        problem.maintenance().forEach(task -> wishes.add("window of maintenance " + task.id()));
        return List.of("these cannot all be kept together: " + String.join(", ", wishes));
    }
}
