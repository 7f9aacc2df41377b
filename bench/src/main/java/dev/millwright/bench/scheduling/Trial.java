package dev.millwright.bench.scheduling;

import static java.util.Objects.requireNonNull;

import dev.millwright.bench.scheduling.Selection.Chosen;
import dev.millwright.scheduling.SolverChoice;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.cpsat.StopSignal;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.schedule.Incumbent;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import dev.millwright.scheduling.schedule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One contestant on one instance, by this class's own clock: the limit counts from the call to the last thought. */
final class Trial {

    private static final double NANOS = 1e9;

    private final Chosen chosen;
    private final SolverChoice contestant;
    private final SolverSettings settings;
    private final Problem problem;
    private final Aim aim;
    private final List<List<Double>> trace = new ArrayList<>();
    private long began;
    private @Nullable Schedule last;

    Trial(Chosen chosen, Problem problem, SolverChoice contestant, SolverSettings settings) {
        this.chosen = chosen;
        this.problem = problem;
        this.contestant = contestant;
        this.settings = settings;
        aim = requireNonNull(Aim.of(chosen.known().objective()));
    }

    /**
     * Solves and judges.
     *
     * @param watcher told value and bound of every better schedule
     */
    Measured run(BiConsumer<Long, Double> watcher) {
        var signal = new StopSignal();
        var request = new PlanRequest(problem, aim.objective(), null);
        // A thread of its own: a solver that fills the common pool must not be able to put its end off.
        var limit = CompletableFuture.delayedExecutor(
                settings.limit().toMillis(),
                TimeUnit.MILLISECONDS,
                Thread.ofPlatform().daemon()::start);
        began = System.nanoTime();
        var timer = CompletableFuture.runAsync(signal::stop, limit);
        Outcome outcome;
        try {
            outcome = contestant.solve(request, settings, incumbent -> note(incumbent, watcher), signal);
        } finally {
            timer.cancel(false);
        }
        double seconds = seconds();
        return switch (outcome) {
            case Outcome.Solved solved -> {
                improved(solved.schedule(), seconds);
                var bound = contestant instanceof SolverChoice.Rule ? null : solved.bound();
                yield measured(
                        solved.schedule(),
                        bound,
                        solved.optimal(),
                        solved.schedule().origin(),
                        seconds);
            }
            case Outcome.Infeasible _ -> measured(null, null, false, "none, called infeasible", seconds);
            case Outcome.TimedOut _ -> measured(null, null, false, "none in time", seconds);
        };
    }

    private synchronized void note(Incumbent incumbent, BiConsumer<Long, Double> watcher) {
        if (improved(incumbent.schedule(), seconds())) {
            watcher.accept(aim.value(problem, incumbent.schedule()), incumbent.bound());
        }
    }

    private synchronized boolean improved(Schedule schedule, double seconds) {
        long value = aim.value(problem, schedule);
        if (last != null && value >= aim.value(problem, last)) {
            return false;
        }
        last = schedule;
        trace.add(List.of(rounded(seconds), (double) value));
        return true;
    }

    private Measured measured(
            @Nullable Schedule schedule, @Nullable Double bound, boolean proved, String origin, double seconds) {
        var known = chosen.known();
        List<Violation> violations = schedule == null ? List.of() : ScheduleChecker.check(problem, schedule);
        var value = schedule == null ? null : aim.value(problem, schedule);
        boolean keepsRules = schedule != null && violations.isEmpty();
        return new Measured(
                known.instance(),
                contestant.name(),
                known.family(),
                problem.jobs().size(),
                problem.machines().size(),
                problem.openOperations(),
                known.objective(),
                value,
                known.lb(),
                known.ub(),
                value == null || !keepsRules ? null : known.gap(value),
                bound,
                trace.isEmpty() ? null : trace.getLast().getFirst(),
                rounded(seconds),
                value != null && keepsRules && (proved || known.proves(value)),
                proved,
                schedule == null ? null : keepsRules,
                origin,
                violations.isEmpty() ? null : violations.getFirst().describe(),
                List.copyOf(trace));
    }

    private double seconds() {
        return (System.nanoTime() - began) / NANOS;
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
