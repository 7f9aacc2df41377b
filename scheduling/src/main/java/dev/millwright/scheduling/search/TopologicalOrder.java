package dev.millwright.scheduling.search;

import java.util.Arrays;

/**
 * All operations in an order in which each comes after those it waits for. When one operation changes its place among the
 * machines, only what lies between its old and its new position is put in order anew.
 */
final class TopologicalOrder {
    /** Who waits for whom, as the machines are sequenced now. */
    @FunctionalInterface
    interface Arcs {
        /** Whether one of those that an operation directly waits for is marked. */
        boolean waitsForMarked(int operation, boolean[] marked);
    }

    private final int[] order;
    private final int[] position;
    private final boolean[] marked;
    private final int[] aside;
    private int from;
    private int to;

    /** @param nodes operations first, then sources, which stand before everything, and the last a sink behind it all */
    TopologicalOrder(int operations, int nodes) {
        order = new int[operations];
        position = new int[nodes];
        marked = new boolean[nodes];
        aside = new int[operations];
        Arrays.fill(position, -1);
        position[nodes - 1] = operations;
    }

    /** Takes over a whole order. */
    void load(int[] sequence) {
        System.arraycopy(sequence, 0, order, 0, order.length);
        for (int i = 0; i < order.length; i++) {
            position[order[i]] = i;
        }
    }

    int at(int place) {
        return order[place];
    }

    int position(int node) {
        return position[node];
    }

    int[] copy() {
        return order.clone();
    }

    /**
     * Puts an operation, whose arcs have just changed, where it belongs.
     *
     * @param earlier the last position of those it waits for
     * @param later the first position of those that wait for it
     * @return false, and nothing has changed, when it would wait for itself
     */
    boolean settle(int operation, int earlier, int later, Arcs arcs) {
        int place = position[operation];
        from = Math.min(place, later);
        to = Math.max(place, earlier);
        if (earlier < place && place < later) {
            return true;
        }
        boolean sound = true;
        if (later <= earlier) {
            marked[operation] = true;
            for (int i = later; i <= earlier; i++) {
                int node = order[i];
                marked[node] |= arcs.waitsForMarked(node, marked);
            }
            sound = !arcs.waitsForMarked(operation, marked);
            marked[operation] = false;
        }
        if (sound) {
            reorder(operation, earlier);
        }
        for (int i = from; i <= to; i++) {
            marked[order[i]] = false;
        }
        return sound;
    }

    /** The first position whose operation has changed in the latest {@link #settle}. */
    int from() {
        return from;
    }

    /** The last position whose operation has changed in the latest {@link #settle}. */
    int to() {
        return to;
    }

    private void reorder(int operation, int earlier) {
        int write = from;
        int kept = 0;
        for (int i = from; i <= to; i++) {
            int node = order[i];
            if (node != operation) {
                if (i > earlier || marked[node]) {
                    aside[kept++] = node;
                } else {
                    order[write++] = node;
                }
            }
        }
        order[write++] = operation;
        System.arraycopy(aside, 0, order, write, kept);
        for (int i = from; i <= to; i++) {
            position[order[i]] = i;
        }
    }
}
