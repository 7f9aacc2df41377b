package dev.millwright.scheduling.cpsat;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.Literal;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.Incumbent;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Searches for the best schedule with OR-Tools CP-SAT. */
public final class CpSatSolver {
    private static final String ORIGIN = "cp-sat";

    static {
        Loader.loadNativeLibraries();
    }

    private final SolverSettings settings;

    public CpSatSolver(SolverSettings settings) {
        this.settings = settings;
    }

    /**
     * Searches until the best is proven, the limit comes, or the signal stops it.
     *
     * @param hint where the search starts; null: nowhere
     * @param listener told of every better schedule, on the solver's thread
     */
    public Outcome solve(
            PlanRequest request, @Nullable Schedule hint, Consumer<Incumbent> listener, StopSignal signal) {
        var vars = new Variables(request, hint == null ? request.problem().now() : lastEnd(hint));
        new Constraints(vars).add();
        var objective = new ObjectiveTerms(vars);
        objective.add();
        if (hint != null) {
            new Hints(vars).from(hint, objective);
        }
        var search = new Search(vars, listener, signal);
        return search.run();
    }

    private static long lastEnd(Schedule schedule) {
        return schedule.assignments().stream().mapToLong(Assignment::end).max().orElse(0);
    }

    private final class Search extends CpSolverSolutionCallback {
        private final Variables vars;
        private final Consumer<Incumbent> listener;
        private final StopSignal signal;
        private final CpSolver solver = new CpSolver();
        private @Nullable RuntimeException listenerFailure;

        Search(Variables vars, Consumer<Incumbent> listener, StopSignal signal) {
            this.vars = vars;
            this.listener = listener;
            this.signal = signal;
        }

        Outcome run() {
            configure();
            if (signal.stopped()) {
                return new Outcome.TimedOut(Duration.ZERO);
            }
            Runnable stop = solver::stopSearch;
            signal.onStop(stop);
            try {
                return outcome(solver.solve(vars.model, this));
            } finally {
                signal.forget(stop);
            }
        }

        private void configure() {
            var parameters = solver.getParameters();
            parameters.setNumWorkers(settings.workers()).setRandomSeed(settings.seed());
            double seconds = settings.limit().toNanos() / 1e9;
            if (settings.deterministic()) {
                parameters.setMaxDeterministicTime(seconds);
            } else {
                parameters.setMaxTimeInSeconds(seconds);
            }
        }

        @Override
        public void onSolutionCallback() {
            try {
                var schedule = read(this::value, this::booleanValue);
                var total = schedule.score().total();
                listener.accept(new Incumbent(schedule, total, bestObjectiveBound(), seconds(wallTime())));
            } catch (RuntimeException failure) {
                // An exception must not cross the native frames; the caller gets it after the search.
                listenerFailure = failure;
                stopSearch();
            }
            if (signal.stopped()) {
                stopSearch();
            }
        }

        private Outcome outcome(CpSolverStatus status) {
            if (listenerFailure != null) {
                throw listenerFailure;
            }
            var elapsed = seconds(solver.wallTime());
            return switch (status) {
                case OPTIMAL, FEASIBLE ->
                    new Outcome.Solved(
                            read(solver::value, solver::booleanValue),
                            solver.bestObjectiveBound(),
                            status == CpSolverStatus.OPTIMAL,
                            elapsed);
                case INFEASIBLE -> new Outcome.Infeasible(List.of());
                case UNKNOWN -> new Outcome.TimedOut(elapsed);
                case MODEL_INVALID, UNRECOGNIZED ->
                    throw new IllegalStateException("The CP-SAT model is invalid: " + vars.model.validate()
                            + "\nLook for times beyond 2^50 seconds; choose an origin near the problem's now.");
            };
        }

        private Schedule read(ToLongFunction<IntVar> value, Predicate<Literal> chosen) {
            var waiting = new ArrayList<Assignment>();
            for (var operation : vars.operations) {
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
            var compact = new Dispatcher(vars.request).compact(found);
            return compact.score().total() <= found.score().total() ? compact : found;
        }
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
