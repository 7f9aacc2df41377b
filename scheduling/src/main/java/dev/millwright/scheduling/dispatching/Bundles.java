package dev.millwright.scheduling.dispatching;

import dev.millwright.scheduling.problem.Link;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds which tasks have to be placed together: tied ones, and whatever would come both before and after them. */
final class Bundles {
    private final List<Task> tasks;
    private final int[] group;

    private Bundles(List<Task> tasks) {
        this.tasks = tasks;
        group = new int[tasks.size()];
        for (int t = 0; t < group.length; t++) {
            group[t] = t;
        }
    }

    static List<Bundle> of(List<Task> tasks) {
        var bundles = new Bundles(tasks);
        boolean tied = false;
        for (var task : tasks) {
            for (var tie : task.before()) {
                if (tie.link() != Link.PLAIN) {
                    bundles.join(tie.task(), task.number());
                    tied = true;
                }
            }
        }
        // Tasks alone are in no circle, and looking for one takes longer than placing them.
        var circle = tied ? bundles.circle() : Set.<Integer>of();
        while (!circle.isEmpty()) {
            int any = circle.iterator().next();
            circle.forEach(member -> bundles.join(any, member));
            circle = bundles.circle();
        }
        return bundles.bundles();
    }

    private int root(int task) {
        int root = task;
        while (group[root] != root) {
            root = group[root];
        }
        group[task] = root;
        return root;
    }

    /** The lowest number leads, so that a group's root comes first in topological order. */
    private void join(int one, int other) {
        int a = root(one);
        int b = root(other);
        group[Math.max(a, b)] = Math.min(a, b);
    }

    /** The groups that lie on circles or between two of them: what is left when all beginnings and ends are taken off. */
    private Set<Integer> circle() {
        var left = new TreeSet<Integer>();
        for (var task : tasks) {
            left.add(root(task.number()));
        }
        boolean smaller = true;
        while (smaller) {
            var withPredecessor = new HashSet<Integer>();
            var withSuccessor = new HashSet<Integer>();
            for (var task : tasks) {
                for (var tie : task.before()) {
                    int from = root(tie.task());
                    int to = root(task.number());
                    if (from != to && left.contains(from) && left.contains(to)) {
                        withSuccessor.add(from);
                        withPredecessor.add(to);
                    }
                }
            }
            smaller = left.removeIf(each -> !withPredecessor.contains(each) || !withSuccessor.contains(each));
        }
        return left;
    }

    private List<Bundle> bundles() {
        var numbers = new int[tasks.size()];
        var members = new ArrayList<List<Task>>();
        var before = new ArrayList<Set<Integer>>();
        for (var task : tasks) {
            int root = root(task.number());
            if (root == task.number()) {
                numbers[root] = members.size();
                members.add(new ArrayList<>());
                before.add(new TreeSet<>());
            }
            members.get(numbers[root]).add(task);
        }
        for (var task : tasks) {
            int bundle = numbers[root(task.number())];
            for (var tie : task.before()) {
                before.get(bundle).add(numbers[root(tie.task())]);
            }
            before.get(bundle).remove(bundle);
        }
        var bundles = new ArrayList<Bundle>();
        for (int b = 0; b < members.size(); b++) {
            bundles.add(new Bundle(b, members.get(b), List.copyOf(before.get(b))));
        }
        return bundles;
    }
}
