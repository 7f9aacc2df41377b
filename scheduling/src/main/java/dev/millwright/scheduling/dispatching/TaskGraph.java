package dev.millwright.scheduling.dispatching;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.problem.WorkingTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A problem's open work in numbers, each task after those it follows. */
final class TaskGraph {
    final Problem problem;
    final ProblemIndex index;
    final List<Task> tasks = new ArrayList<>();
    final double meanDuration;
    final double meanSetup;
    private final Map<String, Integer> machines = new HashMap<>();
    private final Map<String, Integer> resources = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    TaskGraph(Problem problem, ProblemIndex index) {
        this.problem = problem;
        this.index = index;
        problem.machines().forEach(machine -> machines.put(machine.id(), machines.size()));
        problem.resources().forEach(resource -> resources.put(resource.id(), resources.size()));
        var jobs = new HashMap<String, Integer>();
        problem.jobs().forEach(job -> jobs.put(job.id(), jobs.size()));
        for (var step : index.waitingInOrder()) {
            numbers.put(step.operation().id(), tasks.size());
            tasks.add(task(step, jobs.getOrDefault(step.job().id(), 0)));
        }
        meanDuration = Math.max(
                1, tasks.stream().mapToDouble(Task::meanDuration).average().orElse(1));
        meanSetup = problem.setups().mean();
    }

    /** The job of a task. */
    Job job(Task task) {
        return problem.jobs().get(task.job());
    }

    int machine(String id) {
        return machines.getOrDefault(id, -1);
    }

    int resource(String id) {
        return resources.getOrDefault(id, -1);
    }

    /** The way between two machines by number. */
    long transport(int from, int to) {
        return problem.transport().isEmpty()
                ? 0
                : problem.transport()
                        .between(
                                problem.machines().get(from).id(),
                                problem.machines().get(to).id());
    }

    /** The machines that begun work blocks until a task begins. */
    List<Integer> frees(Task task) {
        var machines = new ArrayList<Integer>();
        for (var precedence : index.predecessors(task.operation().id())) {
            var machine = precedence.link() == Link.BLOCKING ? begunOn(precedence.before()) : null;
            if (machine != null) {
                machines.add(machine(machine));
            }
        }
        return machines;
    }

    /** The machine on which an operation was done or runs, or null while it waits. */
    @Nullable
    String begunOn(String operationId) {
        var step = index.step(operationId);
        return step == null
                ? null
                : switch (step.operation().progress()) {
                    case Progress.Waiting() -> null;
                    case Progress.Running(var machine, var _, var _) -> machine;
                    case Progress.Done(var machine, var _, var _) -> machine;
                };
    }

    private Task task(ProblemIndex.Step step, int job) {
        var operation = step.operation();
        var choices = operation.allowedModes().stream()
                .map(mode -> choice(step, mode))
                .toList();
        var ties = new ArrayList<Task.Tie>();
        for (var precedence : index.predecessors(operation.id())) {
            var before = numbers.get(precedence.before());
            if (before != null) {
                ties.add(new Task.Tie(before, precedence.link(), precedence.lag()));
            }
        }
        double mean =
                choices.stream().mapToLong(Task.Choice::duration).average().orElse(0);
        return new Task(tasks.size(), job, operation, choices, ties, mean);
    }

    private Task.Choice choice(ProblemIndex.Step step, Mode mode) {
        long ready = index.readyFrom(step, mode.machineId());
        var pin = step.operation().pin();
        var start = pin == null ? null : pin.start();
        var holds = mode.needs().stream()
                .map(need -> new Task.Hold(resources.getOrDefault(need.resourceId(), -1), need.amount()))
                .toList();
        return new Task.Choice(
                machine(mode.machineId()),
                mode.duration(),
                start == null ? ready : Math.max(ready, start),
                new WorkingTime(index.breaks(mode)),
                holds);
    }
}
