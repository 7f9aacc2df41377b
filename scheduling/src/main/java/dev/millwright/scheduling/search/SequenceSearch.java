package dev.millwright.scheduling.search;

import dev.millwright.scheduling.schedule.MaintenancePlacement;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Improves a schedule by annealing the machines' sequences, for any objective and any rule that sequences can express.
 * Several workers cool side by side, the first calmly and two of three from hotter; each run starts from the best of all.
 */
public final class SequenceSearch implements LocalSearch {
    private static final String ORIGIN = "annealing";
    /** Keeps near the start: what large plants and adopted schedules need. */
    private static final double CALM = 0.1;
    /** Leaves the start behind: what small problems with many traps need. */
    private static final double HOT = 0.4;

    private final SequencedShop shop;
    private final PlanRequest request;
    private final Worth worth;
    private final Consumer<Schedule> listener;
    private final List<MaintenancePlacement> maintenance;
    private final AtomicInteger coolings = new AtomicInteger();
    private Sequences sequences;

    private SequenceSearch(SequencedShop shop, PlanRequest request, Schedule start, Consumer<Schedule> listener) {
        this.shop = shop;
        this.request = request;
        this.listener = listener;
        worth = new Worth(shop, request);
        maintenance = start.maintenance();
        sequences = Sequences.of(shop, worth, start);
    }

    static Optional<SequenceSearch> of(PlanRequest request, Schedule start, Consumer<Schedule> listener) {
        return SequencedShop.of(request, start.maintenance())
                .map(shop -> new SequenceSearch(shop, request, start, listener));
    }

    /** Every measure is zero or more. */
    @Override
    public double lowerBound() {
        return 0;
    }

    @Override
    public synchronized boolean optimal() {
        return sequences.cost() <= 0 && maintenance.isEmpty();
    }

    @Override
    public void offer(Schedule schedule) {
        offer(Sequences.of(shop, worth, schedule));
    }

    @Override
    public void run(int workers, long seed, DoubleSupplier progress) {
        Workers.run("annealing", workers, seed, random -> work(random, progress));
    }

    private void work(SplittableRandom random, DoubleSupplier progress) {
        double heat = coolings.getAndIncrement() % 3 == 0 ? CALM : HOT;
        // A worth of its own for each worker: it adds loads up in place.
        new Annealing(shop, new Worth(shop, request), random, this::offer).cool(start(), heat, progress);
    }

    private synchronized Sequences start() {
        return sequences;
    }

    private synchronized void offer(Sequences found) {
        if (found.cost() < sequences.cost()) {
            sequences = found;
            listener.accept(found.schedule(shop, request, maintenance, ORIGIN));
        }
    }
}
