package dev.millwright.scheduling.search;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The disjunctive graph of a complete selection (Roy and Sussmann 1964): each operation with its neighbours in its job and
 * on its machine, and the longest paths from the sources and to the sink.
 */
class DisjunctiveGraph implements TopologicalOrder.Arcs {
    final JobShop shop;
    final int[] machineBefore;
    final int[] machineAfter;
    /** By node; sources and sink take no time. */
    final int[] duration;
    /** Longest path from a source to the end of a node. */
    final int[] completion;
    /** Longest path from the start of a node to the sink. */
    final int[] tail;

    final int[] mode;
    private final TopologicalOrder order;
    private int makespan;

    DisjunctiveGraph(JobShop shop) {
        this.shop = shop;
        machineBefore = new int[shop.nodes];
        machineAfter = new int[shop.nodes];
        duration = new int[shop.nodes];
        completion = shop.sourceEnd.clone();
        tail = new int[shop.nodes];
        mode = new int[shop.operations];
        order = new TopologicalOrder(shop.operations, shop.nodes);
    }

    /** Takes the machines' sequences from a solution. */
    void load(Solution solution) {
        load(solution.order(), solution.mode());
    }

    /** Every machine takes its operations in this order, which keeps each job's sequence. */
    void load(int[] sequence, int[] modes) {
        order.load(sequence);
        System.arraycopy(modes, 0, mode, 0, mode.length);
        var last = new int[shop.machines];
        Arrays.setAll(last, shop::source);
        for (int node : sequence) {
            int machine = machine(node);
            duration[node] = shop.durationOf[node][mode[node]];
            machineBefore[node] = last[machine];
            machineAfter[last[machine]] = node;
            last[machine] = node;
        }
        for (int node : last) {
            machineAfter[node] = shop.sink;
        }
        lengthen(0, shop.operations - 1);
    }

    int machine(int operation) {
        return shop.machineOf[operation][mode[operation]];
    }

    int start(int operation) {
        return completion[operation] - duration[operation];
    }

    int makespan() {
        return makespan;
    }

    /** What the search makes small. */
    long value() {
        return makespan;
    }

    /** The moves that can make it smaller. */
    Neighbourhood moves(TabuList tabu, Candidates candidates, RandomGenerator random) {
        return new MakespanMoves(this, tabu, candidates, random);
    }

    /** The operation at a place of the order. */
    final int at(int place) {
        return order.at(place);
    }

    Solution solution() {
        var starts = new int[shop.operations];
        Arrays.setAll(starts, this::start);
        return new Solution(value(), order.copy(), mode.clone(), starts);
    }

    /**
     * Lets an operation come right after {@code anchor} in one of its modes.
     *
     * @param anchor an operation on the mode's machine, or that machine's source
     * @return false, and nothing has changed, when that would let an operation wait for itself
     */
    boolean move(int operation, int newMode, int anchor) {
        int oldMode = mode[operation];
        int oldAnchor = machineBefore[operation];
        place(operation, newMode, anchor);
        int earlier = Math.max(order.position(shop.jobBefore[operation]), order.position(anchor));
        int later = Math.min(order.position(shop.jobAfter[operation]), order.position(machineAfter[operation]));
        if (!order.settle(operation, earlier, later, this)) {
            place(operation, oldMode, oldAnchor);
            return false;
        }
        lengthen(order.from(), order.to());
        return true;
    }

    @Override
    public boolean waitsForMarked(int operation, boolean[] marked) {
        return marked[shop.jobBefore[operation]] || marked[machineBefore[operation]];
    }

    private void place(int operation, int newMode, int anchor) {
        int before = machineBefore[operation];
        int behind = machineAfter[operation];
        machineAfter[before] = behind;
        machineBefore[behind] = before;
        int next = machineAfter[anchor];
        machineAfter[anchor] = operation;
        machineBefore[operation] = anchor;
        machineAfter[operation] = next;
        machineBefore[next] = operation;
        mode[operation] = newMode;
        duration[operation] = shop.durationOf[operation][newMode];
    }

    /** Longest paths anew: to all from one position on, and from all up to another. */
    void lengthen(int from, int to) {
        for (int i = from; i < shop.operations; i++) {
            int node = order.at(i);
            completion[node] =
                    Math.max(completion[shop.jobBefore[node]], completion[machineBefore[node]]) + duration[node];
        }
        for (int i = to; i >= 0; i--) {
            int node = order.at(i);
            tail[node] = Math.max(tail[shop.jobAfter[node]], tail[machineAfter[node]]) + duration[node];
        }
        makespan = 0;
        for (int last : shop.lasts) {
            makespan = Math.max(makespan, completion[last]);
        }
    }
}
