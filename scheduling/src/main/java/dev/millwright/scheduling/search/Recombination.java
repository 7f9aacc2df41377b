package dev.millwright.scheduling.search;

import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A solution between two: operations in the order of a weighted mean of their starts in both. Such a mean keeps whatever
 * both agree on, each job's sequence included, so that the child needs no repair.
 */
final class Recombination {
    private final JobShop shop;
    private final RandomGenerator random;

    Recombination(JobShop shop, RandomGenerator random) {
        this.shop = shop;
        this.random = random;
    }

    /** @param share of the first parent, from 0 to 1 */
    Solution between(Solution first, Solution second, double share) {
        var place = new int[shop.operations];
        for (int i = 0; i < place.length; i++) {
            place[first.order()[i]] = i;
        }
        var key = new double[shop.operations];
        for (int i = 0; i < key.length; i++) {
            key[i] = share * first.start()[i] + (1 - share) * second.start()[i];
        }
        // Equal keys mean equal starts in both, as durations are positive or the first parent's order decides.
        int[] order = IntStream.range(0, shop.operations)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> key[i]).thenComparingInt(i -> place[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var mode = new int[shop.operations];
        for (int i = 0; i < mode.length; i++) {
            mode[i] = random.nextDouble() < share ? first.mode()[i] : second.mode()[i];
        }
        var graph = shop.graph();
        graph.load(order, mode);
        return graph.solution();
    }
}
