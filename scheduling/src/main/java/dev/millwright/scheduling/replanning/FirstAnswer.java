package dev.millwright.scheduling.replanning;

import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import java.util.ArrayList;
import java.util.Comparator;

/**
 * The quick answer: the adopted schedule shifted right, the same with operations sent around trouble, and the best rule;
 * of those that keep the rules the one that scores best.
 */
public final class FirstAnswer {
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
        candidates.add(dispatcher.best());
        candidates.sort(Comparator.comparing(Schedule::score));
        for (var candidate : candidates) {
            if (ScheduleChecker.check(request.problem(), candidate).isEmpty()) {
                return candidate;
            }
        }
        return candidates.getFirst();
    }

    /** The seconds of makespan for which the objective would change one machine. */
    private long loyalty() {
        var objective = request.objective();
        return objective.weight(Measure.CHANGED_MACHINES)
                / Math.max(1, Math.max(objective.weight(Measure.MAKESPAN), objective.weight(Measure.TARDINESS)));
    }
}
