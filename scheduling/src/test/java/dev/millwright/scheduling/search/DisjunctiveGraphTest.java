package dev.millwright.scheduling.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.scheduling.Instances;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.schedule.PlanRequest;
import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DisjunctiveGraphTest {
    /** The search trusts longest paths that were only partly computed anew; here all of them are, after every move. */
    @Test
    void longestPathsAfterAMoveAreThoseOfTheWholeGraph() {
        for (long seed = 0; seed < 20; seed++) {
            var random = new SplittableRandom(seed);
            var shop = flexible(random);
            var graph = new DisjunctiveGraph(shop);
            graph.load(new RandomStart(shop, random).next(1));
            int moved = 0;
            for (int i = 0; i < 400; i++) {
                moved += moveAnywhere(graph, random) ? 1 : 0;
                var whole = new DisjunctiveGraph(shop);
                whole.load(graph.solution());
                for (int node = 0; node < shop.operations; node++) {
                    assertThat(graph.completion[node]).as("seed " + seed).isEqualTo(whole.completion[node]);
                    assertThat(graph.tail[node]).as("seed " + seed).isEqualTo(whole.tail[node]);
                    assertThat(graph.machineBefore[node]).as("seed " + seed).isEqualTo(whole.machineBefore[node]);
                }
                assertThat(graph.makespan()).isEqualTo(whole.makespan());
            }
            assertThat(moved).as("seed " + seed).isBetween(50, 399);
        }
    }

    @Test
    void aMoveThatLetsAnOperationWaitForItselfIsRefusedAndChangesNothing() {
        var shop = shop(Problem.of(
                java.util.List.of(Machine.of("a"), Machine.of("b")),
                java.util.List.of(
                        Job.of("J1", Operation.of("J1-1", new Mode("a", 3)), Operation.of("J1-2", new Mode("b", 2))),
                        Job.of("J2", Operation.of("J2-1", new Mode("b", 4)), Operation.of("J2-2", new Mode("a", 1))))));
        var graph = new DisjunctiveGraph(shop);
        graph.load(new int[] {0, 1, 2, 3}, new int[4]);
        assertThat(graph.makespan()).isEqualTo(10);

        // a takes J2-2 before J1-1 while b takes J1-2 before J2-1: each waits for the other
        assertThat(graph.move(3, 0, shop.source(0))).isFalse();

        assertThat(graph.solution().order()).containsExactly(0, 1, 2, 3);
        assertThat(graph.makespan()).isEqualTo(10);
        assertThat(graph.move(2, 0, shop.source(1))).isTrue();
        assertThat(graph.makespan()).isEqualTo(6);
    }

    /** Balas and Vazacopoulos' conditions promise that no block move ever closes a circle. */
    @Test
    void blockMovesNeverCloseACircle() {
        var shop = shop(Instances.ft10());
        var random = new SplittableRandom(3);
        var graph = new DisjunctiveGraph(shop);
        graph.load(new RandomStart(shop, random).next(1));
        var path = new CriticalPath(graph);
        var offered = new ArrayList<int[]>();
        var listening = new Candidates(random) {
            @Override
            void offer(int op, int newMode, int newAnchor, long estimate, boolean tabu) {
                offered.add(new int[] {op, newMode, newAnchor});
            }
        };
        var blocks = new BlockMoves(graph, new TabuList(shop.operations), listening);
        for (int i = 0; i < 300; i++) {
            offered.clear();
            path.draw(random);
            blocks.offer(path, 1, Integer.MAX_VALUE);
            assertThat(offered).isNotEmpty();
            for (var move : offered) {
                var copy = new DisjunctiveGraph(shop);
                copy.load(graph.solution());
                assertThat(copy.move(move[0], move[1], move[2])).isTrue();
            }
            var taken = offered.get(random.nextInt(offered.size()));
            graph.move(taken[0], taken[1], taken[2]);
        }
    }

    static boolean moveAnywhere(DisjunctiveGraph graph, SplittableRandom random) {
        var shop = graph.shop;
        int operation = random.nextInt(shop.operations);
        int mode = random.nextInt(shop.modes(operation));
        int anchor = shop.source(shop.machineOf[operation][mode]);
        for (int steps = random.nextInt(6); steps > 0 && graph.machineAfter[anchor] != shop.sink; steps--) {
            anchor = graph.machineAfter[anchor];
        }
        return anchor != operation && graph.machineBefore[operation] != anchor && graph.move(operation, mode, anchor);
    }

    private static JobShop flexible(SplittableRandom random) {
        return shop(drawn(random));
    }

    /** Six jobs of five operations on four machines, about half of them with a choice of two. */
    static Problem drawn(SplittableRandom random) {
        var machines = new ArrayList<Machine>();
        for (int m = 0; m < 4; m++) {
            machines.add(Machine.of("M" + m));
        }
        var jobs = new ArrayList<Job>();
        for (int j = 0; j < 6; j++) {
            var operations = new ArrayList<Operation>();
            for (int i = 0; i < 5; i++) {
                int first = random.nextInt(4);
                var one = new Mode("M" + first, 1 + random.nextInt(20));
                var other = new Mode("M" + (first + 1 + random.nextInt(3)) % 4, 1 + random.nextInt(20));
                operations.add(
                        random.nextBoolean()
                                ? Operation.of("J" + j + "-" + i, one)
                                : Operation.of("J" + j + "-" + i, one, other));
            }
            jobs.add(Job.of("J" + j, operations.toArray(Operation[]::new)));
        }
        return Problem.of(machines, jobs);
    }

    private static JobShop shop(Problem problem) {
        return JobShop.of(PlanRequest.of(problem)).orElseThrow();
    }
}
