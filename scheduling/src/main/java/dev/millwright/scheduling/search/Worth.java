package dev.millwright.scheduling.search;

import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.schedule.PlanRequest;
import java.util.stream.IntStream;

/**
 * What a sequenced schedule costs by the request's objective, as one number that annealing can weigh. What is the same in
 * every schedule, such as jobs that only have to end, is left out.
 */
final class Worth {
    /** A second after a deadline or a pinned start, against one of the dearest measure. */
    private static final double BROKEN = 1_000;

    final Weights weights;
    final JobDates dates;
    private final SequencedShop shop;
    private final long now;
    private final long[] floorLoad;
    private final long[] load;
    private final long floorEnd;
    private final int[] adoptedMachine;
    private final long[] adoptedStart;
    private final double brokenWeight;
    private final int[] pinned;

    Worth(SequencedShop shop, PlanRequest request) {
        this.shop = shop;
        weights = Weights.of(request.objective());
        dates = new JobDates(shop);
        brokenWeight = BROKEN * Math.max(1, weights.heaviest());
        pinned = IntStream.range(0, shop.operations)
                .filter(i -> shop.pinnedStart[i] != SequencedShop.ANY_TIME)
                .toArray();
        now = shop.problem.now();
        floorLoad = new long[shop.machines];
        load = new long[shop.machines];
        floorEnd = floor();
        adoptedMachine = new int[shop.operations];
        adoptedStart = new long[shop.operations];
        readAdopted(request);
    }

    /** The cost of the graph as it stands. */
    double of(SequenceGraph graph) {
        long last = floorEnd;
        double cost = 0;
        for (int j = 0; j < dates.due.length; j++) {
            long end = dates.end(graph, j);
            last = Math.max(last, end);
            cost += weights.flowTime() * (end - dates.ready[j]);
            if (end > dates.due[j]) {
                cost += weights.tardiness() * dates.weight[j] * (end - dates.due[j]) + weights.lateJobs();
            }
            if (end > dates.deadline[j]) {
                cost += brokenWeight * (end - dates.deadline[j]);
            }
        }
        for (int i : pinned) {
            cost += brokenWeight * (graph.start[i] - shop.pinnedStart[i]);
        }
        cost += weights.makespan() * (last - now);
        return weights.countOperations() ? cost + operations(graph) : cost;
    }

    /** How much sooner a job would have to end to cost nothing but makespan. */
    long lateness(SequenceGraph graph, int job) {
        long end = dates.end(graph, job);
        return weights.flowTime() > 0 ? end - dates.ready[job] : end - Math.min(dates.due[job], dates.deadline[job]);
    }

    private double operations(SequenceGraph graph) {
        System.arraycopy(floorLoad, 0, load, 0, load.length);
        double cost = 0;
        for (int i = 0; i < shop.operations; i++) {
            int machine = graph.machine(i);
            cost += weights.setupTime() * graph.setup[i] + weights.cost() * shop.costOf[i][graph.mode[i]];
            load[machine] += graph.setup[i] + shop.durationOf[i][graph.mode[i]];
            if (weights.countMoves() && adoptedMachine[i] >= 0) {
                cost += weights.movedSeconds() * Math.abs(graph.start[i] - adoptedStart[i]);
                cost += machine == adoptedMachine[i] ? 0 : weights.changedMachines();
            }
        }
        long largest = 0;
        for (int m = 0; m < load.length; m++) {
            largest = shop.unlimited[m] ? largest : Math.max(largest, load[m]);
        }
        return cost + weights.largestLoad() * largest;
    }

    private long floor() {
        long end = now;
        for (var job : shop.problem.jobs()) {
            for (var operation : job.operations()) {
                if (operation.progress() instanceof Progress.Running running) {
                    end = Math.max(end, now + running.remaining());
                    floorLoad[shop.number(running.machineId())] += running.remaining();
                }
            }
        }
        return end;
    }

    private void readAdopted(PlanRequest request) {
        var adopted = request.adopted() == null ? null : request.adopted().byOperation();
        for (int i = 0; i < shop.operations; i++) {
            var place = adopted == null
                    ? null
                    : adopted.get(shop.operationList.get(i).id());
            adoptedMachine[i] = place == null ? -1 : shop.number(place.machineId());
            adoptedStart[i] = place == null ? 0 : place.start();
        }
    }
}
