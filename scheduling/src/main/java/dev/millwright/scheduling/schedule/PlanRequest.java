package dev.millwright.scheduling.schedule;

import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import java.util.ArrayList;
import java.util.List;
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
        return schedule(origin, waiting, maintenance, new Scorer(this));
    }

    /** The same, scored by this request's scorer where many are to be made. */
    public Schedule schedule(
            String origin, List<Assignment> waiting, List<MaintenancePlacement> maintenance, Scorer scorer) {
        var all = floor();
        all.addAll(waiting);
        return new Schedule(origin, all, maintenance, scorer.score(all, maintenance));
    }

    /** What assignments and maintenance are worth; a {@link Scorer} is quicker for many. */
    public Score score(List<Assignment> assignments, List<MaintenancePlacement> maintenance) {
        return new Scorer(this).score(assignments, maintenance);
    }

    /**
     * This request, where everything adopted to start within so many seconds stays as adopted, as far as the floor still
     * allows it. The problem's pins hold it; without an adopted schedule nothing is frozen.
     */
    public PlanRequest frozen(long seconds) {
        return adopted == null
                ? this
                : new PlanRequest(FrozenHorizon.of(problem, adopted, seconds), objective, adopted);
    }
}
