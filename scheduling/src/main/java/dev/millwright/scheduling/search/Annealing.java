package dev.millwright.scheduling.search;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Simulated annealing over the machines' sequences: moves along what makes one costly job late (or the schedule long), and
 * now and then anywhere. Any objective, any rule that sequences can express; every candidate is timed in full.
 */
final class Annealing {
    /** Moves between two looks at the clock. */
    private static final int STRIDE = 50;
    /** Temperatures against the mean change of a move at the start, from hot to cold. */
    private static final double HOT = 0.2;

    private static final double COLD = 0.01;
    private static final double ANYWHERE_FOR_JOBS = 0.1;
    private static final double ANYWHERE_FOR_SUMS = 0.5;
    private static final int SAMPLED = 200;
    /** Share of a cooling between two better schedules that are told. */
    private static final double TELL_EVERY = 0.02;

    private final Worth worth;
    private final RandomGenerator random;
    private final SequenceGraph graph;
    private final Proposals proposals;
    private final double anywhere;
    private final Consumer<Sequences> found;
    private double cost;

    /** @param found told of better sequences while a cooling goes on */
    Annealing(SequencedShop shop, Worth worth, RandomGenerator random, Consumer<Sequences> found) {
        this.worth = worth;
        this.random = random;
        this.found = found;
        graph = new SequenceGraph(shop);
        proposals = new Proposals(graph, worth, random);
        boolean sums = worth.weights.countOperations() || worth.weights.flowTime() > 0;
        anywhere = sums ? ANYWHERE_FOR_SUMS : ANYWHERE_FOR_JOBS;
    }

    /**
     * Cools down once from a start.
     *
     * @param progress from 0 to 1, at which the cooling ends
     */
    void cool(Sequences start, DoubleSupplier progress) {
        load(start);
        double scale = meanChange();
        load(start);
        double best = start.cost();
        double told = 0;
        @Nullable Sequences untold = null;
        for (double done = progress.getAsDouble(); done < 1 && best > 0; done = progress.getAsDouble()) {
            if (untold != null && done - told > TELL_EVERY) {
                found.accept(untold);
                untold = null;
                told = done;
            }
            double temperature = scale * HOT * Math.pow(COLD / HOT, Math.max(0, done));
            for (int i = 0; i < STRIDE; i++) {
                step(temperature);
                if (cost < best) {
                    best = cost;
                    untold = new Sequences(cost, graph.order(), graph.mode.clone());
                }
            }
        }
        if (untold != null) {
            found.accept(untold);
        }
    }

    private void load(Sequences sequences) {
        graph.load(sequences.order(), sequences.mode());
        cost = worth.of(graph);
    }

    private double meanChange() {
        double sum = 0;
        int changes = 0;
        for (int i = 0; i < SAMPLED; i++) {
            double before = cost;
            step(Double.POSITIVE_INFINITY);
            sum += Math.abs(cost - before);
            changes += cost == before ? 0 : 1;
        }
        return changes == 0 ? 1 : sum / changes;
    }

    private void step(double temperature) {
        boolean proposed = random.nextDouble() < anywhere ? proposals.anywhere() : proposals.alongACriticalPath();
        if (!proposed) {
            return;
        }
        int operation = proposals.operation();
        int oldMode = graph.mode[operation];
        int oldAnchor = graph.machineBefore[operation];
        if (!graph.move(operation, proposals.mode(), proposals.anchor())) {
            return;
        }
        double next = worth.of(graph);
        if (next <= cost || random.nextDouble() < Math.exp((cost - next) / temperature)) {
            cost = next;
        } else {
            graph.move(operation, oldMode, oldAnchor);
        }
    }
}
