package dev.millwright.scheduling.search;

import java.util.random.RandomGenerator;

/** One longest path through a graph, drawn at random where several tie. */
final class CriticalPath {
    private final DisjunctiveGraph graph;
    private final int[] backwards;
    private int length;

    CriticalPath(DisjunctiveGraph graph) {
        this.graph = graph;
        backwards = new int[graph.shop.operations];
    }

    /** Draws a longest path of the graph as it is now. */
    void draw(RandomGenerator random) {
        drawTo(end(random), random);
    }

    /** Draws a longest path to the end of an operation. */
    void drawTo(int end, RandomGenerator random) {
        length = 0;
        int node = end;
        while (node < graph.shop.operations) {
            backwards[length++] = node;
            int start = graph.start(node);
            int jobBefore = graph.shop.jobBefore[node];
            int machineBefore = graph.machineBefore[node];
            boolean byJob = graph.completion[jobBefore] == start;
            boolean byMachine = graph.completion[machineBefore] == start;
            node = byJob && (!byMachine || random.nextBoolean()) ? jobBefore : machineBefore;
        }
    }

    int length() {
        return length;
    }

    /** The operation at a place, from the front. */
    int at(int place) {
        return backwards[length - 1 - place];
    }

    /** The place after the last of those that follow one another on one machine, from a place on. */
    int blockEnd(int from) {
        int to = from + 1;
        while (to < length && graph.machineBefore[at(to)] == at(to - 1)) {
            to++;
        }
        return to;
    }

    private int end(RandomGenerator random) {
        int end = -1;
        int ties = 0;
        for (int last : graph.shop.lasts) {
            if (graph.completion[last] == graph.makespan() && random.nextInt(++ties) == 0) {
                end = last;
            }
        }
        return end;
    }
}
