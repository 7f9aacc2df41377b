package dev.millwright.scheduling.replanning;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import dev.millwright.scheduling.problem.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long a job would take if every machine were its own, the fastest first, around the clock. */
final class AloneOnTheFloor {
    private final Problem problem;
    private final ProblemIndex index;
    private final Map<String, List<ProblemIndex.Step>> waiting = new HashMap<>();

    AloneOnTheFloor(Problem problem, ProblemIndex index) {
        this.problem = problem;
        this.index = index;
        for (var step : index.waitingInOrder()) {
            waiting.computeIfAbsent(step.job().id(), _ -> new ArrayList<>()).add(step);
        }
    }

    /** What the work alone lacks of the time until a date; null where that time is enough. */
    Delay.@Nullable WorkAlone beyond(Job job, long date) {
        long begin = Math.max(problem.now(), job.releaseDate());
        long needed = needed(job);
        return begin + needed > date ? new Delay.WorkAlone(needed, date - begin) : null;
    }

    /** The longest chain of the job's remaining work. */
    private long needed(Job job) {
        var ends = new HashMap<String, Long>();
        long longest = 0;
        for (var operation : job.operations()) {
            if (operation.progress() instanceof Progress.Running run) {
                ends.put(operation.id(), run.remaining());
                longest = Math.max(longest, run.remaining());
            }
        }
        for (var step : waiting.getOrDefault(job.id(), List.of())) {
            long ready = 0;
            for (var precedence : index.predecessors(step.operation().id())) {
                var before = ends.get(precedence.before());
                ready = before == null ? ready : Math.max(ready, before + precedence.lag());
            }
            long end = ready
                    + step.operation().modes().stream()
                            .mapToLong(Mode::duration)
                            .min()
                            .orElse(0);
            ends.put(step.operation().id(), end);
            longest = Math.max(longest, end);
        }
        return longest;
    }
}
