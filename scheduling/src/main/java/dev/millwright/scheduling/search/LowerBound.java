package dev.millwright.scheduling.search;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What no schedule's value can be below: a makespan by jobs and machines alone, a sum over jobs by each job alone. */
final class LowerBound {
    private final JobShop shop;
    private final int[] head;
    private final int[] tail;

    LowerBound(JobShop shop) {
        this.shop = shop;
        head = new int[shop.nodes];
        tail = new int[shop.nodes];
        for (int i = 0; i < shop.operations; i++) {
            int before = shop.jobBefore[i];
            head[i] = before >= shop.operations ? shop.sourceEnd[before] : head[before] + shortest(before);
        }
        for (int i = shop.operations - 1; i >= 0; i--) {
            int after = shop.jobAfter[i];
            tail[i] = after == shop.sink ? 0 : tail[after] + shortest(after);
        }
    }

    long value() {
        return shop.costs == null ? makespan() : costs(shop.costs);
    }

    private long costs(JobCosts costs) {
        long sum = 0;
        for (int j = 0; j < costs.jobs(); j++) {
            int last = shop.lasts[j];
            sum += costs.of(j, head[last] + shortest(last));
        }
        return sum;
    }

    private int makespan() {
        int bound = allMachines();
        for (int i = 0; i < shop.operations; i++) {
            bound = Math.max(bound, head[i] + shortest(i) + tail[i]);
        }
        for (int m = 0; m < shop.machines; m++) {
            bound = Math.max(bound, machine(m));
        }
        return bound;
    }

    /** Earliest head, all the work that must be done here, shortest tail. */
    private int machine(int machine) {
        int work = 0;
        int first = Integer.MAX_VALUE;
        int last = Integer.MAX_VALUE;
        for (int i = 0; i < shop.operations; i++) {
            if (shop.modes(i) == 1 && shop.machineOf[i][0] == machine) {
                work += shop.durationOf[i][0];
                first = Math.min(first, head[i]);
                last = Math.min(last, tail[i]);
            }
        }
        return work == 0 ? 0 : Math.max(first, shop.sourceEnd[shop.source(machine)]) + work + last;
    }

    /** All the work, as if it could be spread evenly over machines that are all free at the first's time. */
    private int allMachines() {
        int free = IntStream.range(0, shop.machines)
                .map(machine -> shop.sourceEnd[shop.source(machine)])
                .min()
                .orElse(0);
        long work =
                IntStream.range(0, shop.operations).mapToLong(this::shortest).sum();
        return (int) (free + (work + shop.machines - 1) / Math.max(1, shop.machines));
    }

    private int shortest(int operation) {
        return Arrays.stream(shop.durationOf[operation]).min().orElseThrow();
    }
}
