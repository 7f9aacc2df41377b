package dev.millwright.scheduling.search;

import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Searches for a short makespan, or for jobs that end in time, with some workers that share one pool of elites: each
 * improves a start by tabu search along critical paths, and starts are drawn by a rule until the pool is full, then between two elites (after Peng, Lü and Cheng 2015).
 */
public final class CriticalPathSearch implements LocalSearch {
    private static final String ORIGIN = "tabu";
    /** Moves without a better solution after which a start is given up. */
    private static final int PATIENCE = 12_500;

    private static final int FIRST_ELITES = 8;
    private static final int MOST_ELITES = 30;
    /** How far the starting rule may stray. */
    private static final double NOISE = 0.5;

    private static final double LEAST_SHARE = 0.3;
    private static final double MOST_SHAKEN = 0.1;

    private final JobShop shop;
    private final PlanRequest request;
    private final Consumer<Schedule> listener;
    private final long goal;
    private ElitePool pool = new ElitePool(FIRST_ELITES);
    private int refused;
    private @Nullable Solution best;

    private CriticalPathSearch(JobShop shop, PlanRequest request, Consumer<Schedule> listener) {
        this.shop = shop;
        this.request = request;
        this.listener = listener;
        goal = shop.lowerBound();
    }

    static Optional<CriticalPathSearch> of(PlanRequest request, Schedule start, Consumer<Schedule> listener) {
        return JobShop.of(request).map(shop -> {
            var search = new CriticalPathSearch(shop, request, listener);
            search.offer(start);
            return search;
        });
    }

    @Override
    public double lowerBound() {
        return goal;
    }

    @Override
    public synchronized boolean optimal() {
        return best != null && best.value() <= goal;
    }

    @Override
    public void offer(Schedule schedule) {
        offer(Solution.of(shop, schedule), schedule.origin());
    }

    @Override
    public void run(int workers, long seed, DoubleSupplier progress) {
        Workers.run("tabu", workers, seed, random -> work(random, () -> progress.getAsDouble() < 1 && !optimal()));
    }

    private void work(SplittableRandom random, BooleanSupplier lasts) {
        var tabu = new TabuSearch(shop, random, new Budget(lasts));
        var starts = new RandomStart(shop, random);
        var recombination = new Recombination(shop, random);
        while (lasts.getAsBoolean()) {
            var parents = parents(random);
            var start = parents.isEmpty()
                    ? fresh(starts.next(NOISE * random.nextDouble()), recombination, random)
                    : recombination.between(parents.getFirst(), parents.getLast(), share(random));
            var improved = tabu.improve(start, PATIENCE, goal, better -> tell(better, ORIGIN));
            offer(improved, ORIGIN);
        }
    }

    /** Rules are good at a short makespan, but seldom at due dates: there the best known is shaken instead. */
    private Solution fresh(Solution drawn, Recombination recombination, SplittableRandom random) {
        var known = best();
        return shop.costs == null || known == null
                ? drawn
                : recombination.between(known, drawn, 1 - MOST_SHAKEN * random.nextDouble());
    }

    private synchronized @Nullable Solution best() {
        return best;
    }

    private static double share(SplittableRandom random) {
        return LEAST_SHARE + (1 - 2 * LEAST_SHARE) * random.nextDouble();
    }

    private synchronized List<Solution> parents(SplittableRandom random) {
        return pool.full() ? List.of(pool.draw(random), pool.draw(random)) : List.of();
    }

    private synchronized Solution tell(Solution solution, String origin) {
        if (best == null || solution.value() < best.value()) {
            best = solution;
            listener.accept(solution.schedule(shop, request, origin));
        }
        return best;
    }

    private synchronized void offer(Solution solution, String origin) {
        var known = tell(solution, origin);
        refused = pool.offer(solution) ? 0 : refused + 1;
        if (refused > 2 * pool.capacity()) {
            // The pool has become one family: only the best stays, and the next pool is larger.
            pool = new ElitePool(Math.min(MOST_ELITES, 2 * pool.capacity()));
            pool.offer(known);
            refused = 0;
        }
    }
}
