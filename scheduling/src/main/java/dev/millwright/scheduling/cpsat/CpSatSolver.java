package dev.millwright.scheduling.cpsat;

import dev.millwright.scheduling.schedule.Incumbent;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Searches for the best schedule with OR-Tools CP-SAT. */
public final class CpSatSolver {
    /** With more at a time, a second and a half on two cores finds less. */
    private static final int FREE_OPERATIONS = 32;

    private final SolverSettings settings;

    public CpSatSolver(SolverSettings settings) {
        Search.loadNatives();
        this.settings = settings;
    }

    /**
     * Searches until the best is proven, the limit comes, or the signal stops it. Problems too large for one model are
     * improved window by window from the hint on, without a proof.
     *
     * @param hint a schedule that keeps every rule, where the search starts; null: none is known
     * @param listener told of better schedules, on the solver's thread
     */
    public Outcome solve(
            PlanRequest request, @Nullable Schedule hint, Consumer<Incumbent> listener, StopSignal signal) {
        return hint != null && ModelSize.of(request.problem()).tooLarge()
                ? new WindowSearch(request, FREE_OPERATIONS, settings, listener, signal).improve(hint)
                : new Search(request, hint, null, settings, listener, signal).run();
    }
}
