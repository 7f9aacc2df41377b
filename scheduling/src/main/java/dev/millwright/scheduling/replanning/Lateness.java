package dev.millwright.scheduling.replanning;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A job that a schedule ends after its due date, and why.
 *
 * @param delays the one that costs most first; what makes the due date impossible, where something does, is alone
 */
public record Lateness(String jobId, long dueDate, long end, List<Delay> delays) {

    public Lateness {
        delays = List.copyOf(delays);
    }

    /** The late jobs of a schedule, the latest first. */
    public static List<Lateness> of(Problem problem, Schedule schedule) {
        var index = ProblemIndex.of(problem);
        var floor = new MachineTime(problem, schedule);
        var late = new ArrayList<Lateness>();
        for (var job : problem.jobs()) {
            var last = last(job, floor);
            var due = job.dueDate();
            if (last != null && due != null && last.end() > due) {
                var impossible = new AloneOnTheFloor(problem, index).beyond(job, due);
                List<Delay> delays =
                        impossible == null ? new DelayWalk(problem, index, floor).from(last) : List.of(impossible);
                late.add(new Lateness(job.id(), due, last.end(), delays));
            }
        }
        late.sort(Comparator.comparingLong(Lateness::seconds).reversed().thenComparing(Lateness::jobId));
        return late;
    }

    /** How late. */
    public long seconds() {
        return end - dueDate;
    }

    /** What costs most, in a planner's words; the clock turns the caller's seconds into a time of day. */
    public String describe(LongFunction<String> clock) {
        return delays.isEmpty()
                ? "the plan does other jobs first"
                : delays.getFirst().describe(clock);
    }

    private static @Nullable Assignment last(Job job, MachineTime floor) {
        Assignment last = null;
        for (var operation : job.operations()) {
            var placed = floor.place(operation.id());
            last = placed != null && (last == null || placed.end() > last.end()) ? placed : last;
        }
        return last;
    }
}
