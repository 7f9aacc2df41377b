package dev.millwright.scheduling.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses precedences between operations nobody knows, against the floor, or in a circle. */
final class PrecedenceCheck {
    private final Map<String, List<String>> followers = new LinkedHashMap<>();
    private final Set<String> finished = new HashSet<>();
    private final LinkedHashSet<String> path = new LinkedHashSet<>();

    private PrecedenceCheck() {}

    static void check(List<Job> jobs, List<Precedence> acrossJobs) {
        var operations = new HashMap<String, Operation>();
        jobs.forEach(job -> job.operations().forEach(operation -> operations.put(operation.id(), operation)));
        for (var precedence : acrossJobs) {
            begunInOrder(
                    "The problem",
                    known(operations, precedence, precedence.before()),
                    known(operations, precedence, precedence.after()));
        }
        var check = new PrecedenceCheck();
        jobs.forEach(job -> job.precedences().forEach(check::add));
        acrossJobs.forEach(check::add);
        List.copyOf(check.followers.keySet()).forEach(check::noCircleFrom);
    }

    /** What has begun comes after what is done, and nothing else. */
    static void begunInOrder(String who, Operation before, Operation after) {
        Check.that(
                after.waiting() || before.progress() instanceof Progress.Done,
                who + ": " + after.id() + " has begun before " + before.id() + " was done",
                "Report the earlier operation as done, or put this one back to waiting.");
    }

    private static Operation known(Map<String, Operation> operations, Precedence precedence, String id) {
        var operation = operations.get(id);
        if (operation == null) {
            throw new IllegalArgumentException("The precedence " + precedence + " names the unknown operation '" + id
                    + "'\nCorrect the id, or add the operation to a job.");
        }
        return operation;
    }

    private void add(Precedence precedence) {
        followers.computeIfAbsent(precedence.before(), _ -> new ArrayList<>()).add(precedence.after());
    }

    /** Walks along the precedences with a stack of its own: jobs of thousands of operations are no surprise. */
    private void noCircleFrom(String root) {
        var open = new ArrayList<String>(List.of(root));
        while (!open.isEmpty()) {
            var operation = open.getLast();
            if (finished.contains(operation)) {
                open.removeLast();
            } else if (path.add(operation)) {
                for (var follower : followers.getOrDefault(operation, List.of())) {
                    Check.that(
                            !path.contains(follower),
                            "The precedences go in a circle: " + circle(follower),
                            "Leave one of them out.");
                    open.add(follower);
                }
            } else {
                path.remove(operation);
                finished.add(operation);
                open.removeLast();
            }
        }
    }

    private String circle(String first) {
        var words = new StringBuilder();
        for (var operation : path) {
            if (!words.isEmpty() || operation.equals(first)) {
                words.append(operation).append(" -> ");
            }
        }
        return words + first;
    }
}
