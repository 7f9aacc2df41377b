package dev.millwright.scheduling.search;

import java.util.Arrays;
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
    /** How much colder a cooling ends than it began. */
    private static final double COOLED = 0.08;

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
    private int operation;
    private int oldMode;
    private int oldAnchor;

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
     * @param heat the first temperature, against what a move from the start usually costs more
     * @param progress from 0 to 1, at which the cooling ends
     */
    void cool(Sequences start, double heat, DoubleSupplier progress) {
        graph.load(start.order(), start.mode());
        cost = worth.of(graph);
        double hot = heat * usualLoss();
        double best = start.cost();
        double told = 0;
        @Nullable Sequences untold = null;
        for (double done = progress.getAsDouble(); done < 1 && best > 0; done = progress.getAsDouble()) {
            if (untold != null && done - told > TELL_EVERY) {
                found.accept(untold);
                untold = null;
                told = done;
            }
            double temperature = hot * Math.pow(COOLED, Math.max(0, done));
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

    /** The median of what a move from here would cost more. */
    private double usualLoss() {
        var losses = new double[SAMPLED];
        int known = 0;
        for (int i = 0; i < SAMPLED; i++) {
            if (moved()) {
                double loss = worth.of(graph) - cost;
                takeBack();
                if (loss > 0) {
                    losses[known++] = loss;
                }
            }
        }
        Arrays.sort(losses, 0, known);
        return known == 0 ? 1 : losses[known / 2];
    }

    private void step(double temperature) {
        if (!moved()) {
            return;
        }
        double next = worth.of(graph);
        if (next <= cost || random.nextDouble() < Math.exp((cost - next) / temperature)) {
            cost = next;
        } else {
            takeBack();
        }
    }

    private boolean moved() {
        boolean proposed = random.nextDouble() < anywhere ? proposals.anywhere() : proposals.alongACriticalPath();
        if (!proposed) {
            return false;
        }
        operation = proposals.operation();
        oldMode = graph.mode[operation];
        oldAnchor = graph.machineBefore[operation];
        return graph.move(operation, proposals.mode(), proposals.anchor());
    }

    private void takeBack() {
        graph.move(operation, oldMode, oldAnchor);
    }
}
