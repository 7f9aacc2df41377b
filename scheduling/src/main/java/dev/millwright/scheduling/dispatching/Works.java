package dev.millwright.scheduling.dispatching;

import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What building any number of schedules of one problem has in common: tasks, bundles, and which are urgent. */
final class Works {
    /** Pinned in time, or awaited by what has begun. */
    private static final int FIRST = 0;
    /** Comes before what is pinned. */
    private static final int SOON = 1;

    static final int ORDINARY = 2;

    final TaskGraph graph;
    final List<Bundle> bundles;
    final double[] workRemaining;
    final int[] operationsRemaining;
    private final int[] urgency;
    /** The machines of each bundle by number, then its resources. */
    private final List<BitSet> used = new ArrayList<>();

    private final List<List<Integer>> after = new ArrayList<>();

    Works(Problem problem, ProblemIndex index) {
        graph = new TaskGraph(problem, index);
        bundles = Bundles.of(graph.tasks);
        workRemaining = new double[problem.jobs().size()];
        operationsRemaining = new int[problem.jobs().size()];
        for (var task : graph.tasks) {
            workRemaining[task.job()] += task.meanDuration();
            operationsRemaining[task.job()]++;
        }
        urgency = new int[bundles.size()];
        for (var bundle : bundles) {
            urgency[bundle.number()] = awaited(bundle) ? FIRST : ORDINARY;
            used.add(used(bundle));
            after.add(new ArrayList<>());
        }
        for (var bundle : bundles) {
            if (!pinned(bundle)) {
                bundle.before().forEach(before -> after.get(before).add(bundle.number()));
            }
        }
        bundles.stream()
                .filter(bundle -> urgency[bundle.number()] == FIRST)
                .toList()
                .forEach(this::hurry);
    }

    int urgency(Bundle bundle) {
        return urgency[bundle.number()];
    }

    /** The bundles that wait for this one. */
    List<Integer> after(Bundle bundle) {
        return after.get(bundle.number());
    }

    /** Whether the time of all that waits for other bundles is known, so that it need not wait for their places. */
    static boolean pinned(Bundle bundle) {
        var own = bundle.tasks().stream().map(Task::number).toList();
        return bundle.tasks().stream()
                .allMatch(task ->
                        task.pinnedStart() != null || task.before().stream().allMatch(tie -> own.contains(tie.task())));
    }

    /** Whether a place for one may take a place from the other. */
    boolean meet(Bundle one, Bundle other) {
        return used.get(one.number()).intersects(used.get(other.number()))
                || other.before().contains(one.number());
    }

    private boolean awaited(Bundle bundle) {
        return bundle.tasks().stream()
                .anyMatch(task -> task.pinnedStart() != null
                        || graph.index.predecessors(task.operation().id()).stream()
                                .anyMatch(precedence ->
                                        precedence.link() != Link.PLAIN && graph.begunOn(precedence.before()) != null));
    }

    private void hurry(Bundle bundle) {
        var ahead = new ArrayDeque<>(bundle.before());
        while (!ahead.isEmpty()) {
            int before = ahead.remove();
            if (urgency[before] == ORDINARY) {
                urgency[before] = SOON;
                ahead.addAll(bundles.get(before).before());
            }
        }
    }

    private BitSet used(Bundle bundle) {
        var set = new BitSet();
        int machines = graph.problem.machines().size();
        for (var task : bundle.tasks()) {
            for (var choice : task.choices()) {
                set.set(choice.machine());
                choice.holds().forEach(hold -> set.set(machines + hold.resource()));
            }
        }
        return set;
    }
}
