package dev.millwright.scheduling.search;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The moves along one longest path, drawn anew each time. */
final class MakespanMoves implements Neighbourhood {
    private final CriticalPath path;
    private final BlockMoves blocks;
    private final TransferMoves transfers;
    private final RandomGenerator random;
    private final boolean flexible;

    MakespanMoves(DisjunctiveGraph graph, TabuList tabu, Candidates candidates, RandomGenerator random) {
        path = new CriticalPath(graph);
        blocks = new BlockMoves(graph, tabu, candidates);
        transfers = new TransferMoves(graph, tabu, candidates);
        this.random = random;
        flexible = IntStream.range(0, graph.shop.operations).anyMatch(i -> graph.shop.modes(i) > 1);
    }

    @Override
    public void offer(int now, long best) {
        path.draw(random);
        blocks.offer(path, now, best);
        if (flexible) {
            transfers.offer(path, now, best);
        }
    }
}
