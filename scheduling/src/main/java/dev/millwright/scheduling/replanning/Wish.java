package dev.millwright.scheduling.replanning;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Precedence;
import dev.millwright.scheduling.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Something that people asked of a plan and could give up. */
sealed interface Wish {
    String describe();

    /** The problem without this wish. */
    Problem givenUp(Problem problem);

    /** A job is to end by its deadline. */
    record Deadline(String jobId) implements Wish {
        @Override
        public String describe() {
            return "deadline of " + jobId;
        }

        @Override
        public Problem givenUp(Problem problem) {
            return problem.jobs(problem.jobs().stream()
                    .map(job -> job.id().equals(jobId)
                            ? new Job(
                                    job.id(),
                                    job.weight(),
                                    job.releaseDate(),
                                    job.dueDate(),
                                    null,
                                    job.operations(),
                                    job.precedences())
                            : job)
                    .toList());
        }
    }

    /** An operation is to stay on a machine, at a start, or both: pinned, or frozen. */
    record Pinned(String operationId) implements Wish {
        @Override
        public String describe() {
            return "pin of " + operationId;
        }

        @Override
        public Problem givenUp(Problem problem) {
            return problem.jobs(problem.jobs().stream()
                    .map(job -> job.operations(
                            job.operations().stream().map(this::unpinned).toList()))
                    .toList());
        }

        private Operation unpinned(Operation operation) {
            return operation.id().equals(operationId) ? operation.pin(null) : operation;
        }
    }

    /** An operation is to follow another at once. */
    record NoWait(Precedence precedence) implements Wish {
        @Override
        public String describe() {
            return "no wait between " + precedence.before() + " and " + precedence.after();
        }

        @Override
        public Problem givenUp(Problem problem) {
            var across = problem.precedences().stream().map(this::loosened).toArray(Precedence[]::new);
            return problem.precedences(across)
                    .jobs(problem.jobs().stream()
                            .map(job -> job.precedences(job.precedences().stream()
                                    .map(this::loosened)
                                    .toArray(Precedence[]::new)))
                            .toList());
        }

        private Precedence loosened(Precedence each) {
            return each.equals(precedence) ? new Precedence(each.before(), each.after(), Link.PLAIN, each.lag()) : each;
        }
    }

    /** A machine is to be maintained within a window. */
    record Maintenance(String taskId) implements Wish {
        @Override
        public String describe() {
            return "window of maintenance " + taskId;
        }

        @Override
        public Problem givenUp(Problem problem) {
            return new Problem(
                    problem.now(),
                    problem.machines(),
                    problem.jobs(),
                    problem.setups(),
                    problem.maintenance().stream()
                            .filter(task -> !task.id().equals(taskId))
                            .toList(),
                    problem.resources(),
                    problem.precedences(),
                    problem.transport(),
                    problem.tariff());
        }
    }

    /** Everything that people ask of a problem. */
    static List<Wish> of(Problem problem) {
        var wishes = new ArrayList<Wish>();
        for (var job : problem.jobs()) {
            if (job.deadline() != null) {
                wishes.add(new Deadline(job.id()));
            }
            job.openOperations().stream()
                    .filter(operation -> operation.pin() != null)
                    .forEach(operation -> wishes.add(new Pinned(operation.id())));
            noWaits(job.precedences(), wishes);
        }
        noWaits(problem.precedences(), wishes);
        problem.maintenance().forEach(task -> wishes.add(new Maintenance(task.id())));
        return wishes;
    }

    private static void noWaits(List<Precedence> precedences, List<Wish> wishes) {
        precedences.stream()
                .filter(precedence -> precedence.link() == Link.NO_WAIT)
                .forEach(precedence -> wishes.add(new NoWait(precedence)));
    }
}
