package dev.millwright.scheduling.search;

import java.util.Arrays;

/**
 * A schedule as the sequence on every machine: each operation starts as soon as its machine, its forerunners and the
 * calendar let it. After a move only what the move delays or hastens is timed anew.
 */
final class SequenceGraph implements TopologicalOrder.Arcs {
    final SequencedShop shop;
    final int[] mode;
    /** By node. */
    final int[] machineBefore;

    final int[] machineAfter;
    /** By operation. */
    final long[] start;

    final long[] completion;
    final long[] setup;
    private final TopologicalOrder order;
    private final boolean[] dirty;

    SequenceGraph(SequencedShop shop) {
        this.shop = shop;
        mode = new int[shop.operations];
        machineBefore = new int[shop.sink + 1];
        machineAfter = new int[shop.sink + 1];
        start = new long[shop.operations];
        completion = new long[shop.operations];
        setup = new long[shop.operations];
        order = new TopologicalOrder(shop.operations, shop.sink + 1);
        dirty = new boolean[shop.sink + 1];
    }

    /** Every machine takes its operations in this order, in which none comes before what it waits for. */
    void load(int[] sequence, int[] modes) {
        order.load(sequence);
        System.arraycopy(modes, 0, mode, 0, mode.length);
        var last = new int[shop.machines];
        Arrays.setAll(last, shop::source);
        for (int node : sequence) {
            int machine = machine(node);
            if (shop.unlimited[machine]) {
                machineBefore[node] = shop.source(machine);
                machineAfter[node] = shop.sink;
            } else {
                machineBefore[node] = last[machine];
                machineAfter[last[machine]] = node;
                last[machine] = node;
            }
        }
        for (int node : last) {
            machineAfter[node] = shop.sink;
        }
        for (int i = 0; i < shop.operations; i++) {
            time(order.at(i));
        }
    }

    int machine(int operation) {
        return shop.machineOf[operation][mode[operation]];
    }

    int[] order() {
        return order.copy();
    }

    /** When an operation could start if its machine were free: its release and what it follows. */
    long ready(int operation) {
        int chosen = mode[operation];
        int machine = shop.machineOf[operation][chosen];
        long ready = shop.readyOf[operation][chosen];
        int[] before = shop.before[operation];
        for (int k = 0; k < before.length; k++) {
            long moment = completion[before[k]] + shop.lag[operation][k] + shop.way(machine(before[k]), machine);
            ready = Math.max(ready, moment);
        }
        return ready;
    }

    /** When its machine could let an operation start. */
    long free(int operation) {
        int before = machineBefore[operation];
        return setup[operation]
                + (before < shop.operations ? completion[before] : shop.machineFree[before - shop.operations]);
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
        int oldAfter = machineAfter[operation];
        place(operation, newMode, anchor);
        int earlier = order.position(machineBefore[operation]);
        for (int before : shop.before[operation]) {
            earlier = Math.max(earlier, order.position(before));
        }
        int later = order.position(machineAfter[operation]);
        for (int after : shop.after[operation]) {
            later = Math.min(later, order.position(after));
        }
        if (!order.settle(operation, earlier, later, this)) {
            place(operation, oldMode, oldAnchor);
            return false;
        }
        dirty[operation] = true;
        dirty[oldAfter] = true;
        dirty[machineAfter[operation]] = true;
        if (oldMode != newMode) {
            for (int after : shop.after[operation]) {
                dirty[after] = true; // the way to it has changed
            }
        }
        timeFrom(order.from());
        return true;
    }

    @Override
    public boolean waitsForMarked(int operation, boolean[] marked) {
        if (marked[machineBefore[operation]]) {
            return true;
        }
        for (int before : shop.before[operation]) {
            if (marked[before]) {
                return true;
            }
        }
        return false;
    }

    private void place(int operation, int newMode, int anchor) {
        if (!shop.unlimited[machine(operation)]) {
            machineAfter[machineBefore[operation]] = machineAfter[operation];
            machineBefore[machineAfter[operation]] = machineBefore[operation];
        }
        mode[operation] = newMode;
        machineBefore[operation] = anchor;
        if (shop.unlimited[machine(operation)]) {
            machineAfter[operation] = shop.sink;
        } else {
            machineAfter[operation] = machineAfter[anchor];
            machineBefore[machineAfter[anchor]] = operation;
            machineAfter[anchor] = operation;
        }
    }

    private void timeFrom(int from) {
        for (int i = from; i < shop.operations; i++) {
            int node = order.at(i);
            if (dirty[node]) {
                dirty[node] = false;
                long before = completion[node];
                time(node);
                if (completion[node] != before) {
                    dirty[machineAfter[node]] = true;
                    for (int after : shop.after[node]) {
                        dirty[after] = true;
                    }
                }
            }
        }
        dirty[shop.sink] = false;
    }

    private void time(int node) {
        int machine = machine(node);
        int before = machineBefore[node];
        long duration = shop.durationOf[node][mode[node]];
        setup[node] =
                shop.unlimited[machine] ? 0 : shop.setups.before(machine, before < shop.operations ? before : -1, node);
        long earliest = Math.max(ready(node), free(node));
        start[node] = shop.calendar[machine].start(earliest, setup[node], duration, shop.stretches[node]);
        completion[node] = shop.calendar[machine].end(start[node], duration, shop.stretches[node]);
    }
}
