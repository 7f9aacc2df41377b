package dev.millwright.scheduling.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order on the floor: its operations, one after the other unless it says otherwise.
 *
 * @param weight what a second of tardiness costs, relative to other jobs
 * @param releaseDate no operation starts before
 * @param dueDate finishing later costs; null: never tardy
 * @param deadline finishing later is refused; null: none
 * @param precedences between its operations; an operation that none names starts any time after the release
 */
public record Job(
        String id,
        long weight,
        long releaseDate,
        @Nullable Long dueDate,
        @Nullable Long deadline,
        List<Operation> operations,
        List<Precedence> precedences) {
    public Job {
        Check.name(id, "job id");
        operations = List.copyOf(operations);
        precedences = List.copyOf(precedences);
        Check.that(weight >= 0, "Job " + id + " has weight " + weight, "Use a weight of zero or more.");
        Check.that(!operations.isEmpty(), "Job " + id + " has no operation", "Leave the job out, or give its route.");
        ownOperations(id, operations, precedences);
    }

    /** A job whose operations follow one another as listed. */
    public Job(
            String id,
            long weight,
            long releaseDate,
            @Nullable Long dueDate,
            @Nullable Long deadline,
            List<Operation> operations) {
        this(id, weight, releaseDate, dueDate, deadline, operations, chain(operations, Link.PLAIN));
    }

    /** A job released at once, with no date to meet and weight 1. */
    public static Job of(String id, Operation... operations) {
        return new Job(id, 1, Long.MIN_VALUE, null, null, List.of(operations));
    }

    /** This job with a due date. */
    public Job due(long date) {
        return new Job(id, weight, releaseDate, date, deadline, operations, precedences);
    }

    /** This job with a weight. */
    public Job weighing(long newWeight) {
        return new Job(id, newWeight, releaseDate, dueDate, deadline, operations, precedences);
    }

    /** This job with a release date. */
    public Job released(long date) {
        return new Job(id, weight, date, dueDate, deadline, operations, precedences);
    }

    /** This job with a deadline. */
    public Job deadline(long date) {
        return new Job(id, weight, releaseDate, dueDate, date, operations, precedences);
    }

    /** This job with other precedences than one after the other: branches, joins. */
    public Job precedences(Precedence... instead) {
        return new Job(id, weight, releaseDate, dueDate, deadline, operations, List.of(instead));
    }

    /** This job as a chain in which each operation follows the one before it so closely. */
    public Job linked(Link link) {
        return new Job(id, weight, releaseDate, dueDate, deadline, operations, chain(operations, link));
    }

    /** This job with these operations in place of those of the same id. */
    public Job operations(List<Operation> instead) {
        return new Job(id, weight, releaseDate, dueDate, deadline, instead, precedences);
    }

    /** Whether each operation follows the one listed before it, and nothing else. */
    public boolean isChain() {
        if (precedences.size() != operations.size() - 1) {
            return false;
        }
        for (int i = 0; i < precedences.size(); i++) {
            var precedence = precedences.get(i);
            if (!precedence.before().equals(operations.get(i).id())
                    || !precedence.after().equals(operations.get(i + 1).id())) {
                return false;
            }
        }
        return true;
    }

    /** The operations the planner still decides about, as listed. */
    public List<Operation> openOperations() {
        return operations.stream().filter(Operation::waiting).toList();
    }

    private static List<Precedence> chain(List<Operation> operations, Link link) {
        var chain = new ArrayList<Precedence>();
        for (int i = 1; i < operations.size(); i++) {
            chain.add(
                    new Precedence(operations.get(i - 1).id(), operations.get(i).id(), link, 0));
        }
        return chain;
    }

    private static void ownOperations(String id, List<Operation> operations, List<Precedence> precedences) {
        var own = new HashMap<String, Operation>();
        operations.forEach(operation -> own.put(operation.id(), operation));
        for (var precedence : precedences) {
            var before = own.get(precedence.before());
            var after = own.get(precedence.after());
            Check.that(
                    before != null && after != null,
                    "Job " + id + " has the precedence " + precedence + ", which is not between its own operations "
                            + own.keySet(),
                    "Correct the id, or put a precedence across jobs into the problem.");
            if (before != null && after != null) {
                PrecedenceCheck.begunInOrder("Job " + id, before, after);
            }
        }
    }
}
