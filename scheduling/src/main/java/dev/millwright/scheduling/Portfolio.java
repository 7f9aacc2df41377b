package dev.millwright.scheduling;

import dev.millwright.scheduling.cpsat.CpSatSolver;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.cpsat.StopSignal;
import dev.millwright.scheduling.replanning.Conflicts;
import dev.millwright.scheduling.schedule.Incumbent;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import dev.millwright.scheduling.search.CriticalPathSearch;
import dev.millwright.scheduling.search.LocalSearch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Local search on all workers first. Then one worker goes to CP-SAT, which starts from the best schedule known to prove it
 * or to beat it, while the others search on. What local search cannot express CP-SAT has to itself. Whatever is told keeps
 * every rule and is better than what was told before.
 */
final class Portfolio {
    /** Of larger plain job shops CP-SAT is percents off for minutes: its worker does more for the tabu search. */
    private static final int PROVABLE_OPERATIONS = 300;
    /** Smaller problems CP-SAT proves in no time. */
    private static final int TINY_OPERATIONS = 40;
    /** The share of the limit in which local search has all workers. */
    private static final double ALONE = 0.3;

    private final PlanRequest request;
    private final SolverSettings settings;
    private final Consumer<Incumbent> listener;
    private final StopSignal signal;
    private final Pace pace;
    private @Nullable Schedule best;
    private double bound;
    private boolean proven;
    private boolean infeasible;

    Portfolio(PlanRequest request, SolverSettings settings, Consumer<Incumbent> listener, StopSignal signal) {
        this.request = request;
        this.settings = settings;
        this.listener = listener;
        this.signal = signal;
        pace = new Pace(settings, signal, request.problem().openOperations());
    }

    Outcome run(Schedule first) {
        tell(first);
        LocalSearch.of(request, first, this::tell).ifPresentOrElse(this::searchAndProve, this::exactAlone);
        if (infeasible) {
            return new Outcome.Infeasible(Conflicts.of(request.problem()));
        }
        var found = best;
        return found == null
                ? new Outcome.TimedOut(pace.elapsed())
                : new Outcome.Solved(found, bound, optimal(found), pace.elapsed());
    }

    private void searchAndProve(LocalSearch local) {
        learn(local.lowerBound());
        int operations = request.problem().openOperations();
        boolean prove = !(local instanceof CriticalPathSearch) || operations <= PROVABLE_OPERATIONS;
        double alone = operations <= TINY_OPERATIONS ? 0 : prove ? ALONE : 1;
        if (alone > 0) {
            local.run(settings.workers(), settings.seed(), pace.through(0, alone));
        }
        if (prove && !signal.stopped() && !local.optimal()) {
            proveBeside(local, alone);
        }
        proven |= local.optimal();
    }

    private void proveBeside(LocalSearch local, double alone) {
        var proof = new StopSignal();
        Runnable stop = proof::stop;
        signal.onStop(stop);
        var prover = Thread.ofPlatform().name("prover").daemon().start(() -> {
            exact(1, alone, local::offer, proof);
            proof.stop();
        });
        if (settings.workers() > 1) {
            var progress = pace.through(alone, 1);
            local.run(settings.workers() - 1, ~settings.seed(), () -> proof.stopped() ? 1 : progress.getAsDouble());
            if (local.optimal()) {
                proof.stop();
            }
        }
        join(prover);
        signal.forget(stop);
    }

    private void exactAlone() {
        exact(settings.workers(), 0, _ -> {}, signal);
    }

    /** @param after the share of the limit that is gone */
    private void exact(int workers, double after, Consumer<Schedule> found, StopSignal stop) {
        var left = pace.leftAfter(after);
        if (!left.isPositive()) {
            return;
        }
        var solver = new CpSatSolver(new SolverSettings(left, workers, settings.seed(), settings.deterministic()));
        Consumer<Incumbent> better = incumbent -> {
            if (request.objective().levels().size() == 1) {
                learn(incumbent.bound()); // else it may be of a later level
            }
            tell(incumbent.schedule());
            found.accept(incumbent.schedule());
        };
        switch (solver.solve(request, best(), better, stop)) {
            case Outcome.Solved solved -> {
                learn(solved.bound());
                tell(solved.schedule());
                proven = solved.optimal();
            }
            case Outcome.Infeasible _ -> infeasible = best() == null;
            case Outcome.TimedOut _ -> {} // what local search has found stands
        }
    }

    private boolean optimal(Schedule found) {
        return proven
                || (request.objective().levels().size() == 1 && found.score().total() <= bound);
    }

    private synchronized void learn(double lowerBound) {
        bound = Math.max(bound, lowerBound);
    }

    private synchronized void tell(Schedule schedule) {
        var known = best;
        if ((known == null || schedule.score().betterThan(known.score()))
                && ScheduleChecker.check(request.problem(), schedule).isEmpty()) {
            best = schedule;
            listener.accept(new Incumbent(schedule, schedule.score().total(), bound, pace.elapsed()));
        }
    }

    private synchronized @Nullable Schedule best() {
        return best;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
