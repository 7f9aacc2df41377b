package dev.millwright.scheduling.search;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Tabu search over the moves of critical operations (Nowicki and Smutnicki 1996; Zhang et al. 2007): always the most
 * promising move, even uphill, but never soon one that undoes another.
 */
final class TabuSearch {
    /** Moves after which a best solution is told. */
    private static final int SETTLED = 200;

    private final JobShop shop;
    private final RandomGenerator random;
    private final Budget budget;
    private final DisjunctiveGraph graph;
    private final Candidates candidates;
    private final int tenure;

    TabuSearch(JobShop shop, RandomGenerator random, Budget budget) {
        this.shop = shop;
        this.random = random;
        this.budget = budget;
        graph = shop.graph();
        candidates = new Candidates(random);
        tenure = 10 + shop.lasts.length / Math.max(1, shop.machines);
    }

    /**
     * The best solution met from {@code start} on, until none better has come for {@code patience} moves, the budget is
     * spent, or {@code goal} is reached.
     *
     * @param found told on the way of what stays the best for some moves
     */
    Solution improve(Solution start, int patience, long goal, Consumer<Solution> found) {
        var tabu = new TabuList(shop.operations);
        var moves = graph.moves(tabu, candidates, random);
        graph.load(start);
        var best = graph.solution();
        int last = patience;
        boolean told = true;
        for (int now = 1; now <= last && best.value() > goal && budget.lasts(); now++) {
            candidates.clear();
            moves.offer(now, best.value());
            if (candidates.none()) {
                return best; // every path is one block: no order of it is better
            }
            take(tabu, now);
            if (graph.value() < best.value()) {
                best = graph.solution();
                last = now + patience;
                told = false;
            } else if (!told && now >= last - patience + SETTLED) {
                found.accept(best);
                told = true;
            }
        }
        return best;
    }

    private void take(TabuList tabu, int now) {
        int operation = candidates.operation();
        int anchor = candidates.anchor();
        int until = now + tenure + random.nextInt(tenure / 2 + 1);
        int machine = graph.machine(operation);
        if (machine == shop.machineOf[operation][candidates.mode()]) {
            forbidReturn(tabu, operation, anchor, until);
        } else {
            tabu.forbid(operation, shop.source(machine), until);
        }
        graph.move(operation, candidates.mode(), anchor);
    }

    /** What the operation passes on its machine may not soon be passed the other way. */
    private void forbidReturn(TabuList tabu, int operation, int anchor, int until) {
        boolean later = graph.completion[anchor] > graph.completion[operation]
                || (graph.completion[anchor] == graph.completion[operation] && behind(operation, anchor));
        if (later) {
            for (int node = operation; node != anchor; ) {
                node = graph.machineAfter[node];
                tabu.forbid(operation, node, until);
            }
        } else {
            for (int node = graph.machineBefore[operation]; node != anchor; node = graph.machineBefore[node]) {
                tabu.forbid(node, operation, until);
            }
        }
    }

    private boolean behind(int operation, int anchor) {
        int node = operation;
        while (node < shop.operations && node != anchor) {
            node = graph.machineAfter[node];
        }
        return node == anchor;
    }
}
