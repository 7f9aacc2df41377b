package dev.millwright.scheduling.search;

/**
 * The moves within the blocks of a critical path that can shorten it: an operation goes to its block's end or front (N6,
 * Balas and Vazacopoulos 1998), and the first or last of a block goes inside (N7, Zhang et al. 2007). Their conditions
 * rule out circles, and their estimate is exact when the longest path stays among the operations that moved.
 */
final class BlockMoves {
    private final DisjunctiveGraph graph;
    private final TabuList tabu;
    private final Candidates candidates;
    private final int[] completions;
    private int iteration;
    private long aspiration;

    BlockMoves(DisjunctiveGraph graph, TabuList tabu, Candidates candidates) {
        this.graph = graph;
        this.tabu = tabu;
        this.candidates = candidates;
        completions = new int[graph.shop.operations];
    }

    /** Offers every move along a path; a tabu one counts as free when it promises less than {@code best}. */
    void offer(CriticalPath path, int now, long best) {
        iteration = now;
        aspiration = best;
        for (int from = 0; from < path.length(); ) {
            int to = path.blockEnd(from);
            if (to - from > 1) {
                block(path, from, to - 1);
            }
            from = to;
        }
    }

    private void block(CriticalPath path, int first, int last) {
        boolean opens = first == 0;
        boolean closes = last == path.length() - 1;
        boolean pair = last - first == 1;
        if (!closes) {
            for (int i = first; i < last; i++) {
                behind(path.at(i), path.at(last), last - i);
            }
            for (int i = first + 1; i < last - 1; i++) {
                inFront(path.at(last), path.at(i), last - i);
            }
        }
        if (!opens && (closes || !pair)) { // the one swap of a pair has been offered above
            for (int i = first + 1; i <= last; i++) {
                inFront(path.at(i), path.at(first), i - first);
            }
            for (int i = first + 2; i < last; i++) {
                behind(path.at(first), path.at(i), i - first);
            }
        }
    }

    /** {@code moved} to right behind {@code target}, some places later on its machine. */
    private void behind(int moved, int target, int places) {
        int[] completion = graph.completion;
        int[] tail = graph.tail;
        int jobAfter = graph.shop.jobAfter[moved];
        if (target == jobAfter || tail[target] < tail[jobAfter]) {
            return;
        }
        int before = completion[graph.machineBefore[moved]];
        boolean forbidden = false;
        int node = moved;
        for (int i = 0; i < places; i++) {
            node = graph.machineAfter[node];
            before = Math.max(completion[graph.shop.jobBefore[node]], before) + graph.duration[node];
            completions[i] = before;
            forbidden |= tabu.forbids(node, moved, iteration);
        }
        int ownTail = Math.max(tail[jobAfter], tail[graph.machineAfter[target]]) + graph.duration[moved];
        int longest = Math.max(completion[graph.shop.jobBefore[moved]], before) + ownTail;
        int behind = ownTail;
        for (int i = places - 1; i >= 0; i--) {
            int rest = Math.max(tail[graph.shop.jobAfter[node]], behind);
            longest = Math.max(longest, completions[i] + rest);
            behind = rest + graph.duration[node];
            node = graph.machineBefore[node];
        }
        candidates.offer(moved, graph.mode[moved], target, longest, forbidden && longest >= aspiration);
    }

    /** {@code moved} to right in front of {@code target}, some places earlier on its machine. */
    private void inFront(int moved, int target, int places) {
        int[] completion = graph.completion;
        int[] tail = graph.tail;
        int jobBefore = graph.shop.jobBefore[moved];
        if (target == jobBefore || completion[target] < completion[jobBefore]) {
            return;
        }
        int behind = tail[graph.machineAfter[moved]];
        boolean forbidden = false;
        int node = moved;
        for (int i = 0; i < places; i++) {
            node = graph.machineBefore[node];
            behind = Math.max(tail[graph.shop.jobAfter[node]], behind) + graph.duration[node];
            completions[i] = behind;
            forbidden |= tabu.forbids(moved, node, iteration);
        }
        int anchor = graph.machineBefore[target];
        int own = Math.max(completion[jobBefore], completion[anchor]) + graph.duration[moved];
        int longest = own + Math.max(tail[graph.shop.jobAfter[moved]], behind);
        int before = own;
        for (int i = places - 1; i >= 0; i--) {
            int head = Math.max(completion[graph.shop.jobBefore[node]], before);
            longest = Math.max(longest, head + completions[i]);
            before = head + graph.duration[node];
            node = graph.machineAfter[node];
        }
        candidates.offer(moved, graph.mode[moved], anchor, longest, forbidden && longest >= aspiration);
    }
}
