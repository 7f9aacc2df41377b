package dev.millwright.scheduling.search;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A disjunctive graph that knows the longest path from every operation to the end of every job, and what the jobs' ends
 * cost (Mati, Dauzère-Pérès and Lahlou 2011).
 */
final class JobEndGraph extends DisjunctiveGraph {
    /** From where no path leads to a job's end; still negative after any path is added. */
    private static final int UNREACHED = -(1 << 30);

    final JobCosts costs;
    final int jobs;
    /** By node and job: the longest path from the node's start to the job's end. */
    final int[][] tails;
    /** By operation: the tails of what follows it in its job, the job's own end included. */
    final int[][] jobTails;

    private long cost;

    JobEndGraph(JobShop shop, JobCosts costs) {
        super(shop);
        this.costs = costs;
        jobs = costs.jobs();
        tails = new int[shop.nodes][jobs];
        Arrays.fill(tails[shop.sink], UNREACHED);
        jobTails = new int[shop.operations][];
        for (int i = 0; i < shop.operations; i++) {
            jobTails[i] = tails[shop.jobAfter[i]];
        }
        for (int j = 0; j < jobs; j++) {
            var end = new int[jobs];
            Arrays.fill(end, UNREACHED);
            end[j] = 0;
            jobTails[shop.lasts[j]] = end;
        }
    }

    /** When a job ends. */
    int end(int job) {
        return completion[shop.lasts[job]];
    }

    @Override
    long value() {
        return cost;
    }

    @Override
    Neighbourhood moves(TabuList tabu, Candidates candidates, RandomGenerator random) {
        return new JobEndMoves(this, tabu, candidates, random);
    }

    @Override
    void lengthen(int from, int to) {
        super.lengthen(from, to);
        for (int i = to; i >= 0; i--) {
            int node = at(i);
            longer(tails[node], jobTails[node], tails[machineAfter[node]], duration[node]);
        }
        cost = 0;
        for (int j = 0; j < jobs; j++) {
            cost += costs.of(j, end(j));
        }
    }

    private static void longer(int[] tail, int[] inJob, int[] onMachine, int duration) {
        for (int j = 0; j < tail.length; j++) {
            tail[j] = Math.max(inJob[j], onMachine[j]) + duration;
        }
    }
}
