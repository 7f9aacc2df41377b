package dev.millwright.scheduling.search;

import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.PlanRequest;
import java.util.Arrays;

/** What a sequenced schedule costs by the request's objective, as one number that annealing can weigh. */
final class Worth {
    /** How much less each further level of a lexicographic objective counts. */
    private static final double NEXT_LEVEL = 1e-7;
    /** A second after a deadline, against a second of the dearest measure. */
    private static final double DEADLINE = 1_000;

    private final SequencedShop shop;
    private final double[] weight = new double[Measure.values().length];
    private final long now;
    private final long floorEnd;
    private final long[] fixedEnd;
    private final long[] due;
    private final long[] deadline;
    private final long[] jobWeight;
    private final long[] ready;
    private final int[][] lastsOf;
    private final int[] adoptedMachine;
    private final long[] adoptedStart;
    private final long[] load;
    private final long[] floorLoad;
    private final double deadlineWeight;

    Worth(SequencedShop shop, PlanRequest request) {
        this.shop = shop;
        weigh(request.objective());
        deadlineWeight = DEADLINE * Math.max(1, Arrays.stream(weight).max().orElse(1));
        now = shop.problem.now();
        int jobs = shop.jobs.size();
        fixedEnd = new long[jobs];
        due = new long[jobs];
        deadline = new long[jobs];
        jobWeight = new long[jobs];
        ready = new long[jobs];
        lastsOf = new int[jobs][];
        for (int j = 0; j < jobs; j++) {
            readJob(j);
        }
        load = new long[shop.machines];
        floorLoad = new long[shop.machines];
        floorEnd = floor();
        adoptedMachine = new int[shop.operations];
        adoptedStart = new long[shop.operations];
        readAdopted(request);
    }

    /** The cost of the graph as it stands. */
    double of(SequenceGraph graph) {
        long makespan = floorEnd - now;
        double cost = 0;
        for (int j = 0; j < lastsOf.length; j++) {
            long end = end(graph, j);
            makespan = Math.max(makespan, end - now);
            cost += weight[Measure.FLOW_TIME.ordinal()] * (end - ready[j]);
            if (end > due[j]) {
                cost += weight[Measure.TARDINESS.ordinal()] * jobWeight[j] * (end - due[j])
                        + weight[Measure.LATE_JOBS.ordinal()];
            }
            if (end > deadline[j]) {
                cost += deadlineWeight * (end - deadline[j]);
            }
        }
        cost += weight[Measure.MAKESPAN.ordinal()] * makespan;
        return cost + operations(graph);
    }

    /** When a job ends. */
    long end(SequenceGraph graph, int job) {
        long end = fixedEnd[job];
        for (int last : lastsOf[job]) {
            end = Math.max(end, graph.completion[last]);
        }
        return end;
    }

    /** How much sooner a job would have to end to cost nothing but makespan. */
    long lateness(SequenceGraph graph, int job) {
        return counts(Measure.FLOW_TIME)
                ? end(graph, job) - ready[job]
                : end(graph, job) - Math.min(due[job], deadline[job]);
    }

    boolean counts(Measure measure) {
        return weight[measure.ordinal()] > 0;
    }

    int[] lasts(int job) {
        return lastsOf[job];
    }

    private double operations(SequenceGraph graph) {
        boolean moves = counts(Measure.MOVED_SECONDS) || counts(Measure.CHANGED_MACHINES);
        boolean loads = counts(Measure.LARGEST_LOAD);
        if (!moves && !loads && !counts(Measure.SETUP_TIME) && !counts(Measure.COST)) {
            return 0;
        }
        System.arraycopy(floorLoad, 0, load, 0, load.length);
        double setup = 0;
        double moved = 0;
        double changed = 0;
        double modes = 0;
        for (int i = 0; i < shop.operations; i++) {
            int machine = graph.machine(i);
            setup += graph.setup[i];
            modes += shop.costOf[i][graph.mode[i]];
            load[machine] += graph.setup[i] + shop.durationOf[i][graph.mode[i]];
            if (moves && adoptedMachine[i] >= 0) {
                moved += Math.abs(graph.start[i] - adoptedStart[i]);
                changed += machine == adoptedMachine[i] ? 0 : 1;
            }
        }
        double largest = 0;
        for (int m = 0; loads && m < load.length; m++) {
            largest = shop.unlimited[m] ? largest : Math.max(largest, load[m]);
        }
        return weight[Measure.SETUP_TIME.ordinal()] * setup
                + weight[Measure.MOVED_SECONDS.ordinal()] * moved
                + weight[Measure.CHANGED_MACHINES.ordinal()] * changed
                + weight[Measure.LARGEST_LOAD.ordinal()] * largest
                + weight[Measure.COST.ordinal()] * modes;
    }

    private void weigh(Objective objective) {
        double scale = 1;
        for (var level : objective.levels()) {
            for (var measure : Measure.values()) {
                weight[measure.ordinal()] += scale * level.weight(measure);
            }
            scale *= NEXT_LEVEL;
        }
    }

    private void readJob(int j) {
        var job = shop.jobs.get(j);
        due[j] = job.dueDate() == null ? Long.MAX_VALUE / 4 : job.dueDate();
        deadline[j] = job.deadline() == null ? Long.MAX_VALUE / 4 : job.deadline();
        jobWeight[j] = job.weight();
        ready[j] = Math.max(now, job.releaseDate());
        fixedEnd[j] = Long.MIN_VALUE / 4;
        for (var operation : job.operations()) {
            fixedEnd[j] = Math.max(
                    fixedEnd[j],
                    switch (operation.progress()) {
                        case Progress.Waiting() -> Long.MIN_VALUE / 4;
                        case Progress.Running(var _, var _, var remaining) -> now + remaining;
                        case Progress.Done(var _, var _, var end) -> end;
                    });
        }
        int job0 = j;
        lastsOf[j] = java.util.stream.IntStream.range(0, shop.operations)
                .filter(i -> shop.jobOf[i] == job0
                        && Arrays.stream(shop.after[i]).noneMatch(next -> shop.jobOf[next] == job0))
                .toArray();
    }

    private long floor() {
        long end = now;
        for (var job : shop.problem.jobs()) {
            for (var operation : job.operations()) {
                if (operation.progress() instanceof Progress.Running(var machine, var _, var remaining)) {
                    end = Math.max(end, now + remaining);
                    floorLoad[shop.number(machine)] += remaining;
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
