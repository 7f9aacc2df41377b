package dev.millwright.scheduling.problem;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks things up in a problem by id, and says what the floor's state means for each machine and job. */
public final class ProblemIndex {
    /** An operation and the job it belongs to. */
    public record Step(Job job, int position, Operation operation) {}

    private final Problem problem;
    private final Map<String, Machine> machines = new HashMap<>();
    private final Map<String, Step> steps = new HashMap<>();
    private final Map<String, Operation> running = new HashMap<>();
    private final Map<String, Resource> resources = new HashMap<>();
    private final Map<String, List<Precedence>> predecessors = new HashMap<>();
    private final Map<String, List<Precedence>> successors = new HashMap<>();

    private ProblemIndex(Problem problem) {
        this.problem = problem;
        problem.machines().forEach(machine -> machines.put(machine.id(), machine));
        problem.resources().forEach(resource -> resources.put(resource.id(), resource));
        problem.precedences().forEach(this::link);
        for (var job : problem.jobs()) {
            job.precedences().forEach(this::link);
            for (int i = 0; i < job.operations().size(); i++) {
                var operation = job.operations().get(i);
                steps.put(operation.id(), new Step(job, i, operation));
                if (operation.progress() instanceof Progress.Running run) {
                    running.put(run.machineId(), operation);
                }
            }
        }
    }

    private void link(Precedence precedence) {
        predecessors.computeIfAbsent(precedence.after(), _ -> new ArrayList<>()).add(precedence);
        successors.computeIfAbsent(precedence.before(), _ -> new ArrayList<>()).add(precedence);
    }

    public static ProblemIndex of(Problem problem) {
        return new ProblemIndex(problem);
    }

    /** The machine of this id; it must exist. */
    public Machine machine(String id) {
        return requireNonNull(machines.get(id), () -> "Unknown machine " + id);
    }

    /** The operation of this id with its job, or null. */
    public @Nullable Step step(String operationId) {
        return steps.get(operationId);
    }

    /** The resource of this id; it must exist. */
    public Resource resource(String id) {
        return requireNonNull(resources.get(id), () -> "Unknown resource " + id);
    }

    /** What an operation comes after, within its job and across jobs. */
    public List<Precedence> predecessors(String operationId) {
        return predecessors.getOrDefault(operationId, List.of());
    }

    /** What comes after an operation, within its job and across jobs. */
    public List<Precedence> successors(String operationId) {
        return successors.getOrDefault(operationId, List.of());
    }

    /** The breaks of a mode: nobody at the machine, or a resource it needs away. */
    public List<Window> breaks(Mode mode) {
        var breaks = machine(mode.machineId()).breaks();
        if (mode.needs().stream()
                .allMatch(need -> resource(need.resourceId()).away().isEmpty())) {
            return breaks;
        }
        var all = new ArrayList<>(breaks);
        mode.needs().forEach(need -> all.addAll(resource(need.resourceId()).away()));
        return Window.merged(all);
    }

    /** The operation that runs on a machine now, or null. */
    public @Nullable Operation running(String machineId) {
        return running.get(machineId);
    }

    /** The family a machine is set up for when the next operation comes. */
    public @Nullable String setupState(String machineId) {
        var operation = running.get(machineId);
        return operation != null && operation.family() != null
                ? operation.family()
                : machine(machineId).setupState();
    }

    /** Seconds that are left of what runs on a machine. */
    public long remaining(String machineId) {
        var operation = running.get(machineId);
        return operation != null && operation.progress() instanceof Progress.Running run ? run.remaining() : 0;
    }

    /** From when on a machine may do something new: now, its own availability, the end of what it runs. */
    public long freeFrom(String machineId) {
        long free = Math.max(problem.now(), machine(machineId).availableFrom());
        var operation = running.get(machineId);
        return operation != null
                        && operation.progress() instanceof Progress.Running run
                        && !machine(machineId).unlimited()
                ? Math.max(free, problem.now() + run.remaining())
                : free;
    }

    /** The windows after {@link #freeFrom} in which a machine is down. */
    public List<Window> downAhead(String machineId) {
        return ahead(machineId, machine(machineId).down());
    }

    private List<Window> ahead(String machineId, List<Window> windows) {
        long free = freeFrom(machineId);
        var ahead = new ArrayList<Window>();
        for (var window : windows) {
            if (window.to() > free) {
                ahead.add(window.from() >= free ? window : new Window(free, window.to()));
            }
        }
        return ahead;
    }

    /** When an operation that follows what has begun may start on a machine, by this precedence alone; else null. */
    public @Nullable Long moment(Precedence precedence, String machineId) {
        var before = steps.get(precedence.before());
        if (before == null) {
            return null;
        }
        return switch (before.operation().progress()) {
            case Progress.Waiting() -> null;
            case Progress.Running(var machine, var _, var remaining) ->
                problem.now()
                        + remaining
                        + precedence.lag()
                        + problem.transport().between(machine, machineId);
            case Progress.Done(var machine, var _, var end) ->
                end + precedence.lag() + problem.transport().between(machine, machineId);
        };
    }

    /** From when on a waiting operation may start on a machine: now, its job's release, and what has begun before it. */
    public long readyFrom(Step step, String machineId) {
        long ready = Math.max(problem.now(), step.job().releaseDate());
        for (var precedence : predecessors(step.operation().id())) {
            var moment = moment(precedence, machineId);
            ready = moment == null ? ready : Math.max(ready, moment);
        }
        return ready;
    }

    /** The windows after {@link #freeFrom} in which a machine is down or nobody works it. */
    public List<Window> closedAhead(String machineId) {
        var machine = machine(machineId);
        var closed = new ArrayList<>(machine.down());
        closed.addAll(machine.breaks());
        return ahead(machineId, Window.merged(closed));
    }

    /** From when on the first waiting operation of a job may start. */
    public long readyFrom(Job job) {
        long ready = Math.max(problem.now(), job.releaseDate());
        for (var operation : job.operations()) {
            if (operation.progress() instanceof Progress.Running run) {
                ready = Math.max(ready, problem.now() + run.remaining());
            }
        }
        return ready;
    }

    /** A time by which any sensible schedule has ended. */
    public long horizon() {
        return new Horizon(problem, this).end();
    }

    /** The waiting operations, each after those it follows (Kahn 1962), as listed where that leaves a choice. */
    public List<Step> waitingInOrder() {
        var missing = new HashMap<String, Integer>();
        var ready = new ArrayDeque<Step>();
        for (var job : problem.jobs()) {
            for (var operation : job.openOperations()) {
                int waiting = (int) predecessors(operation.id()).stream()
                        .filter(precedence -> waits(precedence.before()))
                        .count();
                missing.put(operation.id(), waiting);
                if (waiting == 0) {
                    ready.add(requireNonNull(step(operation.id())));
                }
            }
        }
        var order = new ArrayList<Step>();
        while (!ready.isEmpty()) {
            var step = ready.remove();
            order.add(step);
            for (var precedence : successors(step.operation().id())) {
                if (missing.merge(precedence.after(), -1, Integer::sum) == 0) {
                    ready.add(requireNonNull(step(precedence.after())));
                }
            }
        }
        return order;
    }

    private boolean waits(String operationId) {
        var step = steps.get(operationId);
        return step != null && step.operation().waiting();
    }
}
