package dev.millwright.scheduling;

import dev.millwright.scheduling.cpsat.CpSatSolver;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.cpsat.StopSignal;
import dev.millwright.scheduling.schedule.Incumbent;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.search.MakespanSearch;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tabu search on all workers. What is small enough then gives one worker to CP-SAT, which starts from the best schedule
 * known to prove it or to beat it, while the others search on.
 */
final class MakespanPortfolio {
    /** Larger problems CP-SAT neither proves nor improves in a minute on one core. */
    private static final int PROVABLE_OPERATIONS = 300;
    /** The share of the limit in which tabu search has all workers. */
    private static final double ALONE = 0.3;
    /** What a look at the clock stands for in deterministic mode, for each operation: some dozens of moves. */
    private static final long NANOS_A_LOOK = 1_000;

    private final PlanRequest request;
    private final SolverSettings settings;
    private final Consumer<Incumbent> listener;
    private final StopSignal signal;
    private final long began = System.nanoTime();
    private final MakespanSearch tabu;
    private @Nullable Schedule best;
    private double bound;

    private MakespanPortfolio(
            PlanRequest request, SolverSettings settings, Consumer<Incumbent> listener, StopSignal signal) {
        this.request = request;
        this.settings = settings;
        this.listener = listener;
        this.signal = signal;
        tabu = MakespanSearch.of(request, this::tell).orElseThrow();
        bound = tabu.lowerBound();
    }

    static Optional<Outcome> solve(
            PlanRequest request,
            Schedule first,
            SolverSettings settings,
            Consumer<Incumbent> listener,
            StopSignal signal) {
        return MakespanSearch.fits(request)
                ? Optional.of(new MakespanPortfolio(request, settings, listener, signal).run(first))
                : Optional.empty();
    }

    private Outcome run(Schedule first) {
        boolean provable = request.problem().openOperations() <= PROVABLE_OPERATIONS;
        tabu.offer(first);
        tabu.run(settings.workers(), settings.seed(), until(provable ? ALONE : 1));
        if (provable && !signal.stopped() && !tabu.optimal()) {
            prove();
        }
        var found = best();
        return new Outcome.Solved(found, bound, found.makespan() <= bound, elapsed());
    }

    private void prove() {
        var proof = new StopSignal();
        Runnable stop = proof::stop;
        signal.onStop(stop);
        var prover = Thread.ofPlatform().name("prover").daemon().start(() -> {
            beatOrProve(proof);
            proof.stop();
        });
        if (settings.workers() > 1) {
            var lasts = until(1);
            tabu.run(settings.workers() - 1, ~settings.seed(), () -> !proof.stopped() && lasts.getAsBoolean());
            if (tabu.optimal()) {
                proof.stop();
            }
        }
        join(prover);
        signal.forget(stop);
    }

    private void beatOrProve(StopSignal proof) {
        var left = settings.limit().minus(settings.deterministic() ? share(ALONE) : elapsed());
        if (left.isPositive()) {
            var solver = new CpSatSolver(new SolverSettings(left, 1, settings.seed(), settings.deterministic()));
            var outcome = solver.solve(request, best(), incumbent -> tabu.offer(incumbent.schedule()), proof);
            if (outcome instanceof Outcome.Solved solved) {
                tabu.offer(solved.schedule());
                learn(solved.bound());
            }
        }
    }

    private BooleanSupplier until(double share) {
        if (settings.deterministic()) {
            long cost = NANOS_A_LOOK * Math.max(1, request.problem().openOperations());
            var looks = new AtomicLong(share(share).toNanos() / cost);
            return () -> !signal.stopped() && looks.decrementAndGet() >= 0;
        }
        long end = began + share(share).toNanos();
        return () -> !signal.stopped() && System.nanoTime() - end < 0;
    }

    private Duration share(double share) {
        return Duration.ofNanos((long) (settings.limit().toNanos() * share));
    }

    private synchronized void learn(double proven) {
        bound = Math.max(bound, Math.ceil(proven - 1e-6));
    }

    private synchronized void tell(Schedule better) {
        best = better;
        listener.accept(new Incumbent(better, better.makespan(), bound, elapsed()));
    }

    private synchronized Schedule best() {
        return Objects.requireNonNull(best);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
