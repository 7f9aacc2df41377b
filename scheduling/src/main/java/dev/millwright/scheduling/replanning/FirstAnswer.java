package dev.millwright.scheduling.replanning;

import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quick answer: the adopted schedule shifted right, the same with operations sent around trouble, and the best rule;
 * of those that keep the rules the one that scores best. In a large problem rules are asked only where the adopted
 * schedule helps no further: they take the time of ten repairs, and seldom win once moved starts count.
 */
public final class FirstAnswer {
    /** Operations for which all rules are done in some hundredths of a second. */
    private static final int FEW_ENOUGH = 150;

    private final PlanRequest request;

    public FirstAnswer(PlanRequest request) {
        this.request = request;
    }

    public Schedule schedule() {
        var dispatcher = new Dispatcher(request);
        var candidates = new ArrayList<Schedule>();
        var adopted = request.adopted();
        if (adopted != null) {
            candidates.add(dispatcher.rightShift(adopted));
            candidates.add(dispatcher.repair(adopted, loyalty()));
            candidates.add(dispatcher.repair(adopted, 0));
        }
        var best = best(candidates);
        if (best != null && request.problem().openOperations() > FEW_ENOUGH) {
            return best;
        }
        candidates.add(dispatcher.best());
        best = best(candidates);
        return best == null ? candidates.getFirst() : best;
    }

    /** The best that keeps every rule, or null; leaves the candidates sorted. */
    private @Nullable Schedule best(List<Schedule> candidates) {
        candidates.sort(Comparator.comparing(Schedule::score));
        for (var candidate : candidates) {
            if (ScheduleChecker.check(request.problem(), candidate).isEmpty()) {
                return candidate;
            }
        }
        return null;
    }

    /** The seconds of makespan for which the objective would change one machine. */
    private long loyalty() {
        var objective = request.objective();
        return objective.weight(Measure.CHANGED_MACHINES)
                / Math.max(1, Math.max(objective.weight(Measure.MAKESPAN), objective.weight(Measure.TARDINESS)));
    }
}
