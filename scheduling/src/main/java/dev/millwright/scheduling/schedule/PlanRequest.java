package dev.millwright.scheduling.schedule;

import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import dev.millwright.scheduling.problem.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question to the scheduler.
 *
 * @param adopted the schedule the floor follows now, against which stability counts; null: none
 */
public record PlanRequest(
        Problem problem, Objective objective, @Nullable Schedule adopted) {
    /** The request for the shortest makespan. */
    public static PlanRequest of(Problem problem) {
        return new PlanRequest(problem, Objective.ofMakespan(), null);
    }

    /** The assignments of what is done or runs: the same in every schedule. */
    public List<Assignment> floor() {
        var fixed = new ArrayList<Assignment>();
        for (var job : problem.jobs()) {
            for (var operation : job.operations()) {
                switch (operation.progress()) {
                    case Progress.Waiting() -> {}
                    case Progress.Running(var machine, var start, var remaining) ->
                        fixed.add(
                                new Assignment(job.id(), operation.id(), machine, 0, start, problem.now() + remaining));
                    case Progress.Done(var machine, var start, var end) ->
                        fixed.add(new Assignment(job.id(), operation.id(), machine, 0, start, end));
                }
            }
        }
        return fixed;
    }

    /** The schedule made of the floor, these waiting operations and this maintenance, scored. */
    public Schedule schedule(String origin, List<Assignment> waiting, List<MaintenancePlacement> maintenance) {
        var all = floor();
        all.addAll(waiting);
        return new Schedule(origin, all, maintenance, score(all, maintenance));
    }

    /** What assignments and maintenance are worth. */
    public Score score(List<Assignment> assignments, List<MaintenancePlacement> maintenance) {
        long last = problem.now();
        long setup = 0;
        var ends = new HashMap<String, Long>();
        for (var assignment : assignments) {
            last = Math.max(last, assignment.end());
            setup += assignment.setupTime();
            ends.merge(assignment.jobId(), assignment.end(), Math::max);
        }
        long makespan = last - problem.now();
        var late = lateness(ends);
        var moves = moves(assignments);
        long delay = maintenanceDelay(maintenance);
        long total = objective.makespan() * makespan
                + objective.tardiness() * late.weighted()
                + objective.movedSecond() * moves.seconds()
                + objective.changedMachine() * moves.machines()
                + delay;
        return new Score(
                makespan, late.weighted(), late.jobs(), setup, moves.seconds(), moves.machines(), delay, total);
    }

    private record Lateness(long weighted, int jobs) {}

    private record Moves(long seconds, int machines) {}

    private Lateness lateness(Map<String, Long> ends) {
        long weighted = 0;
        int jobs = 0;
        for (var job : problem.jobs()) {
            var end = ends.get(job.id());
            if (job.dueDate() != null && end != null && end > job.dueDate()) {
                weighted += job.weight() * (end - job.dueDate());
                jobs++;
            }
        }
        return new Lateness(weighted, jobs);
    }

    private Moves moves(List<Assignment> assignments) {
        if (adopted == null) {
            return new Moves(0, 0);
        }
        var before = adopted.byOperation();
        var index = ProblemIndex.of(problem);
        long seconds = 0;
        int machines = 0;
        for (var assignment : assignments) {
            var old = before.get(assignment.operationId());
            var step = index.step(assignment.operationId());
            if (old != null && step != null && step.operation().waiting()) {
                seconds += Math.abs(assignment.start() - old.start());
                machines += assignment.machineId().equals(old.machineId()) ? 0 : 1;
            }
        }
        return new Moves(seconds, machines);
    }

    private long maintenanceDelay(List<MaintenancePlacement> maintenance) {
        var starts = new HashMap<String, Long>();
        maintenance.forEach(placement -> starts.put(placement.taskId(), placement.start()));
        long delay = 0;
        for (var task : problem.maintenance()) {
            var start = starts.get(task.id());
            delay += start == null ? 0 : task.weight() * (start - task.earliest());
        }
        return delay;
    }
}
