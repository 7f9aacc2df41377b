package dev.millwright.scheduling.search;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Schedules by a randomised rule: among what can start first, who is most urgent, give or take: by work remaining, or by its date. */
final class RandomStart {
    private final JobShop shop;
    private final RandomGenerator random;
    private final int[] remaining;

    RandomStart(JobShop shop, RandomGenerator random) {
        this.shop = shop;
        this.random = random;
        remaining = new int[shop.nodes];
        for (int i = shop.operations - 1; i >= 0; i--) {
            remaining[i] = (int) Arrays.stream(shop.durationOf[i]).average().orElse(0) + remaining[shop.jobAfter[i]];
        }
    }

    /** @param noise 0 for the plain rule; 1 lets a job with half the work go first now and then */
    Solution next(double noise) {
        int jobs = shop.lasts.length;
        var next = new int[jobs];
        var ready = new int[jobs];
        var free = new int[shop.machines];
        for (int m = 0; m < free.length; m++) {
            free[m] = shop.sourceEnd[shop.source(m)];
        }
        for (int j = 0; j < jobs; j++) {
            int source = shop.operations + shop.machines + j;
            next[j] = shop.jobAfter[source];
            ready[j] = shop.sourceEnd[source];
        }
        var order = new int[shop.operations];
        var mode = new int[shop.operations];
        for (int placed = 0; placed < order.length; placed++) {
            int job = pick(next, ready, free, noise);
            int operation = next[job];
            int chosen = soonest(operation, ready[job], free);
            int machine = shop.machineOf[operation][chosen];
            ready[job] = Math.max(ready[job], free[machine]) + shop.durationOf[operation][chosen];
            free[machine] = ready[job];
            mode[operation] = chosen;
            order[placed] = operation;
            next[job] = shop.jobAfter[operation];
        }
        var graph = shop.graph();
        graph.load(order, mode);
        return graph.solution();
    }

    private int pick(int[] next, int[] ready, int[] free, double noise) {
        int first = Integer.MAX_VALUE;
        for (int j = 0; j < next.length; j++) {
            if (next[j] != shop.sink) {
                first = Math.min(first, start(next[j], ready[j], free));
            }
        }
        int best = -1;
        double most = -1;
        for (int j = 0; j < next.length; j++) {
            if (next[j] != shop.sink && start(next[j], ready[j], free) == first) {
                double urgency = urgency(j, next[j], first) * (1 + noise * random.nextDouble());
                if (urgency > most) {
                    most = urgency;
                    best = j;
                }
            }
        }
        return best;
    }

    private double urgency(int job, int operation, int at) {
        var costs = shop.costs;
        return costs == null ? remaining[operation] : costs.urgency(job, at, remaining[operation]);
    }

    private int start(int operation, int ready, int[] free) {
        int machine = shop.machineOf[operation][soonest(operation, ready, free)];
        return Math.max(ready, free[machine]);
    }

    private int soonest(int operation, int ready, int[] free) {
        int best = 0;
        int end = Integer.MAX_VALUE;
        for (int k = 0; k < shop.modes(operation); k++) {
            int done = Math.max(ready, free[shop.machineOf[operation][k]]) + shop.durationOf[operation][k];
            if (done < end) {
                end = done;
                best = k;
            }
        }
        return best;
    }
}
