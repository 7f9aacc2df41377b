package dev.millwright.scheduling.cpsat;

import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.Literal;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import java.util.ArrayList;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Turns what the solver decided into a schedule. */
final class SolutionReader {
    private static final String ORIGIN = "cp-sat";

    private final Variables vars;
    private final Dispatcher dispatcher;

    SolutionReader(Variables vars) {
        this.vars = vars;
        dispatcher = new Dispatcher(vars.request);
    }

    Schedule read(ToLongFunction<IntVar> value, Predicate<Literal> chosen) {
        var waiting = new ArrayList<Assignment>();
        for (var operation : vars.operations.values()) {
            for (var mode : operation.modes()) {
                if (chosen.test(mode.chosen())) {
                    waiting.add(new Assignment(
                            operation.job().id(),
                            operation.operation().id(),
                            mode.mode().machineId(),
                            value.applyAsLong(mode.setup()),
                            value.applyAsLong(operation.start()) + vars.now,
                            value.applyAsLong(operation.end()) + vars.now));
                }
            }
        }
        var maintenance = new ArrayList<MaintenancePlacement>();
        for (var task : vars.maintenance) {
            long start = value.applyAsLong(task.start()) + vars.now;
            maintenance.add(new MaintenancePlacement(
                    task.task().id(),
                    task.task().machineId(),
                    start,
                    start + task.task().duration()));
        }
        return tidy(vars.request.schedule(ORIGIN, waiting, maintenance));
    }

    /** What the objective does not see may lie about late; as soon as possible is what a floor expects. */
    private Schedule tidy(Schedule found) {
        var compact = dispatcher.compact(found);
        return found.score().betterThan(compact.score())
                        || !ScheduleChecker.check(vars.request.problem(), compact)
                                .isEmpty()
                ? found
                : compact;
    }
}
