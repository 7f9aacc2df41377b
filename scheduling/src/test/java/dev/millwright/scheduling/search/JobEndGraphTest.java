package dev.millwright.scheduling.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.SetupTimes;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.PlanRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JobEndGraphTest {
    /** Jobs without a release date are free since ever, which no sum may overflow. */
    private static final long NOW = 1_000;

    private static final Objective DATES =
            Objective.of(Measure.TARDINESS).and(Measure.LATE_JOBS, 5).and(Measure.FLOW_TIME, 1);

    /** Paths partly computed anew against those of the whole graph, and the cost against the scorer's. */
    @Test
    void pathsToAllJobsEndsAndTheirCostAreRightAfterEveryMove() {
        for (long seed = 0; seed < 10; seed++) {
            var random = new SplittableRandom(seed);
            var request = request(random);
            var shop = JobShop.of(request).orElseThrow();
            var graph = (JobEndGraph) shop.graph();
            graph.load(new RandomStart(shop, random).next(1));
            for (int i = 0; i < 200; i++) {
                DisjunctiveGraphTest.moveAnywhere(graph, random);
                var whole = (JobEndGraph) shop.graph();
                whole.load(graph.solution());
                for (int node = 0; node < shop.operations; node++) {
                    assertThat(graph.tails[node]).as("seed " + seed).isEqualTo(whole.tails[node]);
                }
                var schedule = graph.solution().schedule(shop, request, "test");
                assertThat(graph.value()).isEqualTo(schedule.score().total());
            }
        }
    }

    /** The longest path through any operation to any job's end is never longer than until that end, and one attains it. */
    @Test
    void someOperationLiesOnTheLongestPathToEachJobsEnd() {
        var random = new SplittableRandom(1);
        var shop = JobShop.of(request(random)).orElseThrow();
        var graph = (JobEndGraph) shop.graph();
        graph.load(new RandomStart(shop, random).next(1));
        for (int job = 0; job < graph.jobs; job++) {
            int longest = 0;
            for (int node = 0; node < shop.operations; node++) {
                longest = Math.max(longest, graph.start(node) + graph.tails[node][job]);
            }
            assertThat(longest).isEqualTo(graph.end(job));
        }
    }

    /** A move that closes a circle is refused in silence: the search would stand still. */
    @Test
    void everyMoveOfferedCanBeTaken() {
        var random = new SplittableRandom(4);
        var shop = JobShop.of(request(random)).orElseThrow();
        var graph = (JobEndGraph) shop.graph();
        graph.load(new RandomStart(shop, random).next(1));
        var offered = new ArrayList<int[]>();
        var listening = new Candidates(random) {
            @Override
            void offer(int op, int newMode, int newAnchor, long estimate, boolean tabu) {
                offered.add(new int[] {op, newMode, newAnchor});
                super.offer(op, newMode, newAnchor, estimate, tabu);
            }
        };
        var moves = graph.moves(new TabuList(shop.operations), listening, random);
        int refused = 0;
        int all = 0;
        for (int i = 0; i < 300; i++) {
            offered.clear();
            listening.clear();
            moves.offer(1, Long.MAX_VALUE);
            assertThat(offered).isNotEmpty();
            for (var move : offered) {
                var copy = shop.graph();
                copy.load(graph.solution());
                refused += copy.move(move[0], move[1], move[2]) ? 0 : 1;
                all++;
            }
            var taken = offered.get(random.nextInt(offered.size()));
            graph.move(taken[0], taken[1], taken[2]);
        }
        assertThat(refused).as("of " + all).isZero();
    }

    private static PlanRequest request(SplittableRandom random) {
        var drawn = DisjunctiveGraphTest.drawn(random);
        var jobs = new ArrayList<Job>();
        for (var job : drawn.jobs()) {
            jobs.add(job.due(NOW + 20 + random.nextInt(60)).weighing(1 + random.nextInt(4)));
        }
        return new PlanRequest(new Problem(NOW, drawn.machines(), jobs, SetupTimes.none(), List.of()), DATES, null);
    }
}
