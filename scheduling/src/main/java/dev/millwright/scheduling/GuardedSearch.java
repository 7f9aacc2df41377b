package dev.millwright.scheduling;

import dev.millwright.scheduling.cpsat.CpSatSolver;
import dev.millwright.scheduling.cpsat.StopSignal;
import dev.millwright.scheduling.replanning.Conflicts;
import dev.millwright.scheduling.schedule.Incumbent;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The exact search around a first plan: never worse than it, and every plan told is better than the one before. */
final class GuardedSearch {
    /** Every measure is zero or more. */
    private static final double NO_BOUND = 0;

    private final CpSatSolver solver;
    private final PlanRequest request;
    private final Consumer<Incumbent> listener;
    private final StopSignal signal;
    private @Nullable Schedule best;

    GuardedSearch(CpSatSolver solver, PlanRequest request, Consumer<Incumbent> listener, StopSignal signal) {
        this.solver = solver;
        this.request = request;
        this.listener = listener;
        this.signal = signal;
    }

    Outcome run(Schedule first) {
        boolean keepsRules = ScheduleChecker.check(request.problem(), first).isEmpty();
        if (keepsRules) {
            tell(new Incumbent(first, first.score().total(), NO_BOUND, Duration.ZERO));
        }
        return switch (solver.solve(request, keepsRules ? first : null, this::tell, signal)) {
            case Outcome.Solved solved -> better(solved);
            case Outcome.TimedOut(var elapsed) ->
                best == null ? new Outcome.TimedOut(elapsed) : new Outcome.Solved(best, NO_BOUND, false, elapsed);
            case Outcome.Infeasible _ -> new Outcome.Infeasible(Conflicts.of(request.problem()));
        };
    }

    private void tell(Incumbent incumbent) {
        if (best == null || incumbent.schedule().score().betterThan(best.score())) {
            best = incumbent.schedule();
            listener.accept(incumbent);
        }
    }

    private Outcome.Solved better(Outcome.Solved solved) {
        var told = best;
        return told == null || !told.score().betterThan(solved.schedule().score())
                ? solved
                : new Outcome.Solved(told, solved.bound(), solved.optimal(), solved.elapsed());
    }
}
