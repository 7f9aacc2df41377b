package dev.millwright.scheduling.search;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Moves along the critical path of one job that costs something, drawn anew each time: an operation goes to the end or the
 * front of its block, past its neighbour, or to another machine. Each is judged by the longest paths to all jobs' ends
 * through what it moves (Mati, Dauzère-Pérès and Lahlou 2011).
 */
final class JobEndMoves implements Neighbourhood {
    private final JobEndGraph graph;
    private final JobShop shop;
    private final TabuList tabu;
    private final Candidates candidates;
    private final RandomGenerator random;
    private final CriticalPath path;
    private final int[] drawn;
    private final int[] sequence;
    private final int[] completions;
    private final int[] through;
    private final int[] before;
    private final int[] behind;
    private int iteration;
    private long aspiration;

    JobEndMoves(JobEndGraph graph, TabuList tabu, Candidates candidates, RandomGenerator random) {
        this.graph = graph;
        shop = graph.shop;
        this.tabu = tabu;
        this.candidates = candidates;
        this.random = random;
        path = new CriticalPath(graph);
        sequence = new int[shop.operations];
        completions = new int[shop.operations];
        drawn = new int[graph.jobs];
        through = new int[graph.jobs];
        before = new int[graph.jobs];
        behind = new int[graph.jobs];
    }

    @Override
    public void offer(int now, long best) {
        iteration = now;
        aspiration = best;
        int pressing = 0;
        for (int job = 0; job < graph.jobs; job++) {
            if (graph.costs.pressing(job, graph.end(job))) {
                drawn[pressing++] = job;
            }
        }
        while (pressing > 0 && candidates.none()) {
            int place = random.nextInt(pressing);
            path.drawTo(shop.lasts[drawn[place]], random);
            alongThePath();
            drawn[place] = drawn[--pressing];
        }
    }

    private void alongThePath() {
        for (int from = 0; from < path.length(); ) {
            int to = path.blockEnd(from);
            block(from, to - 1);
            from = to;
        }
        for (int i = 0; i < path.length(); i++) {
            int operation = path.at(i);
            for (int mode = 0; mode < shop.modes(operation); mode++) {
                if (mode != graph.mode[operation]) {
                    transfer(operation, mode);
                }
            }
        }
    }

    private void block(int first, int last) {
        for (int i = first; i < last; i++) {
            later(path.at(i), path.at(last));
            if (i + 1 < last) {
                later(path.at(i), path.at(i + 1));
            }
        }
        for (int i = first + 2; i <= last; i++) {
            sooner(path.at(i), path.at(first));
        }
    }

    /** {@code moved} to right behind {@code target} on its machine. */
    private void later(int moved, int target) {
        int jobAfter = shop.jobAfter[moved];
        if (target == jobAfter || (jobAfter != shop.sink && graph.completion[jobAfter] <= graph.start(target))) {
            return; // a path may lead from one to the other
        }
        int count = 0;
        boolean forbidden = false;
        for (int node = moved; node != target; ) {
            node = graph.machineAfter[node];
            sequence[count++] = node;
            forbidden |= tabu.forbids(node, moved, iteration);
        }
        sequence[count++] = moved;
        judge(moved, target, count, graph.machineBefore[moved], graph.machineAfter[target], forbidden);
    }

    /** {@code moved} to right in front of {@code target} on its machine. */
    private void sooner(int moved, int target) {
        int jobBefore = shop.jobBefore[moved];
        if (target == jobBefore
                || (jobBefore < shop.operations && graph.completion[target] <= graph.start(jobBefore))) {
            return;
        }
        int count = 0;
        boolean forbidden = false;
        sequence[count++] = moved;
        for (int node = target; node != moved; node = graph.machineAfter[node]) {
            sequence[count++] = node;
            forbidden |= tabu.forbids(moved, node, iteration);
        }
        int anchor = graph.machineBefore[target];
        judge(moved, anchor, count, anchor, graph.machineAfter[moved], forbidden);
    }

    private void judge(int moved, int anchor, int count, int previous, int next, boolean forbidden) {
        forget();
        int completion = graph.completion[previous];
        for (int i = 0; i < count; i++) {
            int node = sequence[i];
            completion = Math.max(graph.completion[shop.jobBefore[node]], completion) + graph.duration[node];
            completions[i] = completion;
            lengthen(before, graph.start(node), graph.tails[node]);
        }
        System.arraycopy(graph.tails[next], 0, behind, 0, behind.length);
        for (int i = count - 1; i >= 0; i--) {
            int node = sequence[i];
            passThrough(completions[i], graph.jobTails[node], graph.duration[node]);
        }
        offer(moved, graph.mode[moved], anchor, forbidden);
    }

    /** Into every gap of another machine where no circle can arise. */
    private void transfer(int operation, int mode) {
        int machine = shop.machineOf[operation][mode];
        int ready = graph.completion[shop.jobBefore[operation]];
        int follows = shop.jobAfter[operation];
        int latest = follows == shop.sink ? Integer.MAX_VALUE : graph.completion[follows];
        boolean forbidden = tabu.forbids(operation, shop.source(machine), iteration);
        int anchor = shop.source(machine);
        int next = graph.machineAfter[anchor];
        while (next != shop.sink && graph.completion[next] <= ready) {
            anchor = next;
            next = graph.machineAfter[next];
        }
        while (true) {
            forget();
            lengthen(before, graph.start(operation), graph.tails[operation]);
            int duration = shop.durationOf[operation][mode];
            System.arraycopy(graph.tails[next], 0, behind, 0, behind.length);
            passThrough(Math.max(ready, graph.completion[anchor]) + duration, graph.jobTails[operation], duration);
            offer(operation, mode, anchor, forbidden);
            if (next == shop.sink || next == follows || graph.start(next) >= latest) {
                return;
            }
            anchor = next;
            next = graph.machineAfter[next];
        }
    }

    private void forget() {
        Arrays.fill(through, Integer.MIN_VALUE);
        Arrays.fill(before, Integer.MIN_VALUE);
    }

    private static void lengthen(int[] longest, int start, int[] tail) {
        for (int j = 0; j < longest.length; j++) {
            longest[j] = Math.max(longest[j], start + tail[j]);
        }
    }

    private void passThrough(int completion, int[] inJob, int duration) {
        for (int j = 0; j < through.length; j++) {
            int rest = Math.max(inJob[j], behind[j]);
            through[j] = Math.max(through[j], completion + rest);
            behind[j] = rest + duration;
        }
    }

    /** A job whose longest path led through what is moved ends as the new paths say; the others no sooner than before. */
    private void offer(int moved, int mode, int anchor, boolean forbidden) {
        long cost = 0;
        for (int j = 0; j < through.length; j++) {
            int end = graph.end(j);
            cost += graph.costs.of(j, before[j] == end ? through[j] : Math.max(end, through[j]));
        }
        candidates.offer(moved, mode, anchor, cost, forbidden && cost >= aspiration);
    }
}
