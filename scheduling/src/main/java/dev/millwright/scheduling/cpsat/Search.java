package dev.millwright.scheduling.cpsat;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.Incumbent;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of CP-SAT over one model. */
final class Search extends CpSolverSolutionCallback {
    /** About what building a model takes, which the solver's clock does not see. */
    private static final Duration BUILDING = Duration.ofMillis(20);

    /** The least a level gets, in seconds: enough to take over what is known. */
    private static final double MOMENT = 0.05;

    static {
        Loader.loadNativeLibraries();
    }

    private final SolverSettings settings;
    private final Variables vars;
    private final SolutionReader reader;
    private final Consumer<Incumbent> listener;
    private final StopSignal signal;
    private final CpSolver solver = new CpSolver();
    private final ObjectiveTerms objective;
    /** The best that is known, from which each level starts. */
    private @Nullable Schedule best;

    private Duration spent = BUILDING;
    private @Nullable RuntimeException listenerFailure;

    /**
     * @param hint where the search starts; null: nowhere
     * @param focus what it may decide; null: everything
     */
    Search(
            PlanRequest request,
            @Nullable Schedule hint,
            @Nullable Focus focus,
            SolverSettings settings,
            Consumer<Incumbent> listener,
            StopSignal signal) {
        this.settings = settings;
        this.listener = listener;
        this.signal = signal;
        vars = new Variables(request, hint == null ? request.problem().now() : lastEnd(hint), focus);
        reader = new SolutionReader(vars);
        new Constraints(vars).add();
        objective = new ObjectiveTerms(vars);
        best = hint;
    }

    /** Loads OR-Tools once, ahead of the first search. */
    static void loadNatives() {
        // Touching the class is enough: its initialiser loads them.
    }

    private static long lastEnd(Schedule schedule) {
        return schedule.assignments().stream().mapToLong(Assignment::end).max().orElse(0);
    }

    /** Solves one level of the objective after the other, each within what the levels before it have reached. */
    Outcome run() {
        if (signal.stopped()) {
            return new Outcome.TimedOut(Duration.ZERO);
        }
        var levels = vars.request.objective().levels();
        Outcome outcome = level(levels.getFirst(), settings.limit().dividedBy(levels.size()));
        for (int level = 1; level < levels.size(); level++) {
            if (!(outcome instanceof Outcome.Solved solved) || signal.stopped()) {
                return outcome;
            }
            long reached = solved.schedule().score().levels().get(level - 1);
            vars.model.addLessOrEqual(objective.level(levels.get(level - 1)), reached);
            var left = settings.limit().minus(spent);
            outcome = then(solved, level(levels.get(level), left.dividedBy(levels.size() - level)));
        }
        return outcome;
    }

    private Outcome level(Objective.Level level, Duration limit) {
        configure(limit);
        vars.model.minimize(objective.level(level));
        vars.model.clearHints();
        if (best != null) {
            new Hints(vars, best).give(objective);
        }
        Runnable stop = solver::stopSearch;
        signal.onStop(stop);
        try {
            return outcome(solver.solve(vars.model, this));
        } finally {
            signal.forget(stop);
        }
    }

    /** The later level's schedule, with the first level's bound; a level without an answer leaves the one before. */
    private static Outcome.Solved then(Outcome.Solved before, Outcome after) {
        return after instanceof Outcome.Solved found
                        && !before.schedule()
                                .score()
                                .betterThan(found.schedule().score())
                ? new Outcome.Solved(
                        found.schedule(),
                        before.bound(),
                        before.optimal() && found.optimal(),
                        before.elapsed().plus(found.elapsed()))
                : new Outcome.Solved(before.schedule(), before.bound(), false, before.elapsed());
    }

    private void configure(Duration limit) {
        var parameters = solver.getParameters();
        // OR-Tools would take Ctrl-C from the JVM, and end the process abnormally when it comes between two searches.
        parameters
                .setNumWorkers(settings.workers())
                .setRandomSeed(settings.seed())
                .setCatchSigintSignal(false);
        if (vars.focus != null) {
            // Most of a focused model is settled; thorough presolve would take all of its second.
            parameters
                    .setCpModelProbingLevel(0)
                    .setSymmetryLevel(0)
                    .setMaxPresolveIterations(1)
                    .setLinearizationLevel(0);
        }
        double seconds = Math.max(MOMENT, limit.toNanos() / 1e9);
        if (settings.deterministic()) {
            parameters.setMaxDeterministicTime(seconds);
        } else {
            parameters.setMaxTimeInSeconds(seconds);
        }
    }

    @Override
    public void onSolutionCallback() {
        try {
            var schedule = reader.read(this::value, this::booleanValue);
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

    /** What this run took of its limit, in deterministic seconds in deterministic mode; building the model included. */
    Duration spent() {
        return spent;
    }

    private Outcome outcome(CpSolverStatus status) {
        if (listenerFailure != null) {
            throw listenerFailure;
        }
        var elapsed = seconds(solver.wallTime());
        spent = spent.plus(settings.deterministic() ? seconds(solver.response().getDeterministicTime()) : elapsed);
        return switch (status) {
            case OPTIMAL, FEASIBLE -> {
                var schedule = reader.read(solver::value, solver::booleanValue);
                best = schedule;
                yield new Outcome.Solved(
                        schedule, solver.bestObjectiveBound(), status == CpSolverStatus.OPTIMAL, elapsed);
            }
            case INFEASIBLE -> new Outcome.Infeasible(List.of());
            case UNKNOWN -> new Outcome.TimedOut(elapsed);
            case MODEL_INVALID, UNRECOGNIZED ->
                throw new IllegalStateException("The CP-SAT model is invalid: " + vars.model.validate()
                        + "\nLook for times beyond 2^50 seconds; choose an origin near the problem's now.");
        };
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
