package dev.millwright.scheduling.search;

import java.util.random.RandomGenerator;

/** Proposes moves for annealing; the one proposed last is kept here until the next. */
final class Proposals {
    private static final int FARTHEST = 6;
    private static final double OTHER_MACHINE = 0.3;
    private static final double SWAP = 0.6;

    private final SequenceGraph graph;
    private final SequencedShop shop;
    private final Worth worth;
    private final RandomGenerator random;
    private final int[] waiting;
    private int operation;
    private int mode;
    private int anchor;

    Proposals(SequenceGraph graph, Worth worth, RandomGenerator random) {
        this.graph = graph;
        shop = graph.shop;
        this.worth = worth;
        this.random = random;
        waiting = new int[shop.operations];
    }

    int operation() {
        return operation;
    }

    int mode() {
        return mode;
    }

    int anchor() {
        return anchor;
    }

    /** Any operation, some places on, or into another machine. */
    boolean anywhere() {
        int node = random.nextInt(shop.operations);
        boolean leaves = shop.modes(node) > 1 && random.nextBoolean();
        return leaves ? elsewhere(node) : shifted(node, random.nextBoolean());
    }

    /** An operation whose machine keeps a costly job waiting: it, or what it waits for, goes another way. */
    boolean alongACriticalPath() {
        int found = trace(costlyJob());
        if (found == 0) {
            return anywhere();
        }
        int node = waiting[random.nextInt(found)];
        int before = graph.machineBefore[node];
        if (random.nextDouble() < OTHER_MACHINE) {
            int moved = random.nextBoolean() ? node : before;
            if (shop.modes(moved) > 1) {
                return elsewhere(moved);
            }
        }
        if (random.nextDouble() < SWAP) {
            return propose(node, graph.mode[node], graph.machineBefore[before]);
        }
        return random.nextBoolean() ? shifted(node, false) : shifted(before, true);
    }

    /** The last of all now and then, else one of those that are late; the later of two drawn. */
    private int costlyJob() {
        int jobs = shop.jobs.size();
        int job = random.nextInt(jobs);
        int other = random.nextInt(jobs);
        long one = worth.lateness(graph, job);
        long two = worth.lateness(graph, other);
        int later = one >= two ? job : other;
        if (Math.max(one, two) > 0 && random.nextInt(8) != 0) {
            return later;
        }
        int last = 0;
        for (int j = 1; j < jobs; j++) {
            last = worth.dates.end(graph, j) > worth.dates.end(graph, last) ? j : last;
        }
        return last;
    }

    /** Walks back from a job's end along what each start waits for; notes those that wait for their machine. */
    private int trace(int job) {
        int node = -1;
        for (int last : worth.dates.lasts[job]) {
            node = node < 0 || graph.completion[last] > graph.completion[node] ? last : node;
        }
        int found = 0;
        while (node >= 0) {
            int before = graph.machineBefore[node];
            long ready = graph.ready(node);
            if (before < shop.operations && graph.free(node) >= ready) {
                waiting[found++] = node;
                node = before;
            } else {
                node = latestForerunner(node, ready);
            }
        }
        return found;
    }

    private int latestForerunner(int node, long ready) {
        int machine = graph.machine(node);
        for (int k = 0; k < shop.before[node].length; k++) {
            int before = shop.before[node][k];
            long moment = graph.completion[before] + shop.lag[node][k] + shop.way(graph.machine(before), machine);
            if (moment == ready) {
                return before;
            }
        }
        return -1;
    }

    private boolean shifted(int node, boolean later) {
        if (shop.unlimited[graph.machine(node)]) {
            return false;
        }
        int places = 1 + random.nextInt(FARTHEST);
        int target = later ? graph.machineAfter[node] : graph.machineBefore[graph.machineBefore[node]];
        boolean front = !later && graph.machineBefore[node] >= shop.operations;
        if (front || target == shop.sink) {
            return false;
        }
        for (int i = 1; i < places; i++) {
            if (later ? graph.machineAfter[target] == shop.sink : target >= shop.operations) {
                break;
            }
            target = later ? graph.machineAfter[target] : graph.machineBefore[target];
        }
        return propose(node, graph.mode[node], target);
    }

    /** Into another machine, about where its time is. */
    private boolean elsewhere(int node) {
        int newMode = random.nextInt(shop.modes(node));
        if (newMode == graph.mode[node]) {
            return false;
        }
        int machine = shop.machineOf[node][newMode];
        int target = shop.source(machine);
        if (!shop.unlimited[machine]) {
            long time = graph.start[node];
            for (int next = graph.machineAfter[target];
                    next != shop.sink && graph.start[next] < time;
                    next = graph.machineAfter[next]) {
                target = next;
            }
            for (int steps = random.nextInt(4) - 1; steps > 0 && target < shop.operations; steps--) {
                target = graph.machineBefore[target];
            }
        }
        return propose(node, newMode, target);
    }

    private boolean propose(int node, int newMode, int target) {
        operation = node;
        mode = newMode;
        anchor = target;
        return target != node && target != shop.sink;
    }
}
