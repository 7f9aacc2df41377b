package dev.millwright.scheduling.search;

import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Searches for a short makespan with some workers that share one pool of elites: each improves a start by tabu search, and
 * starts are drawn by a rule until the pool is full, then between two elites (after Peng, Lü and Cheng 2015).
 */
public final class MakespanSearch {
    private static final String ORIGIN = "tabu";
    /** Moves without a better solution after which a start is given up. */
    private static final int PATIENCE = 12_500;

    private static final int FIRST_ELITES = 8;
    private static final int MOST_ELITES = 30;
    /** How far the starting rule may stray. */
    private static final double NOISE = 0.5;

    private static final double LEAST_SHARE = 0.3;

    private final JobShop shop;
    private final PlanRequest request;
    private final Consumer<Schedule> listener;
    private final int goal;
    private ElitePool pool = new ElitePool(FIRST_ELITES);
    private int refused;
    private @Nullable Solution best;

    private MakespanSearch(JobShop shop, PlanRequest request, Consumer<Schedule> listener) {
        this.shop = shop;
        this.request = request;
        this.listener = listener;
        goal = shop.lowerBound();
    }

    /**
     * The search, if the request asks for the makespan alone and no rule counts but sequence and machines.
     *
     * @param listener told of every better schedule, one after the other, on the workers' threads
     */
    public static Optional<MakespanSearch> of(PlanRequest request, Consumer<Schedule> listener) {
        return JobShop.of(request).map(shop -> new MakespanSearch(shop, request, listener));
    }

    /** Whether such a request is this search's to answer. */
    public static boolean fits(PlanRequest request) {
        return JobShop.of(request).isPresent();
    }

    /** Seconds that no schedule's makespan is below. */
    public long lowerBound() {
        return goal;
    }

    /** Whether the best schedule is known to be one. */
    public synchronized boolean optimal() {
        return best != null && best.makespan() <= goal;
    }

    /** Takes a schedule of the request in, as one to start from. */
    public void offer(Schedule schedule) {
        offer(Solution.of(shop, schedule), schedule.origin());
    }

    /**
     * Searches with so many threads, the caller's among them, until time is up or the lower bound is met; a later call goes
     * on from there. With one worker, the same seed and the same answers of {@code lasts} the search is the same.
     *
     * @param lasts whether there is time left; asked by all workers, every some dozens of moves
     */
    public void run(int workers, long seed, BooleanSupplier lasts) {
        var seeds = new SplittableRandom(seed);
        var others = new ArrayList<Thread>();
        for (int i = 1; i < workers; i++) {
            var random = seeds.split();
            others.add(Thread.ofPlatform().name("tabu-" + i).daemon().start(() -> work(random, lasts)));
        }
        work(seeds, lasts);
        for (var other : others) {
            join(other);
        }
    }

    private void work(SplittableRandom random, BooleanSupplier lasts) {
        var tabu = new TabuSearch(shop, random, new Budget(() -> lasts.getAsBoolean() && !optimal()));
        var starts = new RandomStart(shop, random);
        var recombination = new Recombination(shop, random);
        while (lasts.getAsBoolean() && !optimal()) {
            var parents = parents(random);
            var start = parents.isEmpty()
                    ? starts.next(NOISE * random.nextDouble())
                    : recombination.between(parents.getFirst(), parents.getLast(), share(random));
            offer(tabu.improve(start, PATIENCE, goal), ORIGIN);
        }
    }

    private static double share(SplittableRandom random) {
        return LEAST_SHARE + (1 - 2 * LEAST_SHARE) * random.nextDouble();
    }

    private synchronized List<Solution> parents(SplittableRandom random) {
        return pool.full() ? List.of(pool.draw(random), pool.draw(random)) : List.of();
    }

    private synchronized void offer(Solution solution, String origin) {
        if (best == null || solution.makespan() < best.makespan()) {
            best = solution;
            listener.accept(solution.schedule(shop, request, origin));
        }
        refused = pool.offer(solution) ? 0 : refused + 1;
        if (refused > 2 * pool.capacity()) {
            // The pool has become one family: only the best stays, and the next pool is larger.
            pool = new ElitePool(Math.min(MOST_ELITES, 2 * pool.capacity()));
            pool.offer(best);
            refused = 0;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
