package dev.millwright.scheduling.search;

/**
 * The moves of critical operations to other machines (Mastrolilli and Gambardella 2000): into every gap of an alternative
 * machine where no circle can arise, judged by the longest path through the operation in its new place.
 */
final class TransferMoves {
    private final DisjunctiveGraph graph;
    private final TabuList tabu;
    private final Candidates candidates;
    private int iteration;
    private long aspiration;

    TransferMoves(DisjunctiveGraph graph, TabuList tabu, Candidates candidates) {
        this.graph = graph;
        this.tabu = tabu;
        this.candidates = candidates;
    }

    /** Offers every move off a path; a tabu one counts as free when it promises less than {@code best}. */
    void offer(CriticalPath path, int now, long best) {
        iteration = now;
        aspiration = best;
        for (int i = 0; i < path.length(); i++) {
            int operation = path.at(i);
            for (int mode = 0; mode < graph.shop.modes(operation); mode++) {
                if (mode != graph.mode[operation]) {
                    machine(operation, mode);
                }
            }
        }
    }

    private void machine(int operation, int mode) {
        var shop = graph.shop;
        int machine = shop.machineOf[operation][mode];
        int duration = shop.durationOf[operation][mode];
        int ready = graph.completion[shop.jobBefore[operation]];
        int rest = graph.tail[shop.jobAfter[operation]];
        boolean forbidden = tabu.forbids(operation, shop.source(machine), iteration);
        int anchor = shop.source(machine);
        int next = graph.machineAfter[anchor];
        // No path leads from a node that ends after the job's forerunner to that forerunner, and none from the job's
        // next
        // operation to a node whose tail is longer.
        while (next != shop.sink && graph.completion[next] <= ready) {
            anchor = next;
            next = graph.machineAfter[next];
        }
        while (true) {
            int estimate = Math.max(ready, graph.completion[anchor]) + duration + Math.max(rest, graph.tail[next]);
            candidates.offer(operation, mode, anchor, estimate, forbidden && estimate >= aspiration);
            if (next == shop.sink || graph.tail[next] <= rest) {
                return;
            }
            anchor = next;
            next = graph.machineAfter[next];
        }
    }
}
