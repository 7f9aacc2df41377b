package dev.millwright.scheduling.problem;

import static java.util.Objects.requireNonNull;

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

    private ProblemIndex(Problem problem) {
        this.problem = problem;
        problem.machines().forEach(machine -> machines.put(machine.id(), machine));
        for (var job : problem.jobs()) {
            for (int i = 0; i < job.operations().size(); i++) {
                var operation = job.operations().get(i);
                steps.put(operation.id(), new Step(job, i, operation));
                if (operation.progress() instanceof Progress.Running run) {
                    running.put(run.machineId(), operation);
                }
            }
        }
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

    /** From when on a machine may do something new: now, its own availability, the end of what it runs. */
    public long freeFrom(String machineId) {
        long free = Math.max(problem.now(), machine(machineId).availableFrom());
        var operation = running.get(machineId);
        return operation != null && operation.progress() instanceof Progress.Running run
                ? Math.max(free, problem.now() + run.remaining())
                : free;
    }

    /** The windows after {@link #freeFrom} in which a machine is down. */
    public List<Window> downAhead(String machineId) {
        long free = freeFrom(machineId);
        var ahead = new ArrayList<Window>();
        for (var window : machine(machineId).down()) {
            if (window.to() > free) {
                ahead.add(window.from() >= free ? window : new Window(free, window.to()));
            }
        }
        return ahead;
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
        long horizon = problem.now();
        for (var machine : problem.machines()) {
            horizon = Math.max(horizon, freeFrom(machine.id()));
            for (var window : machine.down()) {
                horizon = Math.max(horizon, window.to());
            }
        }
        for (var task : problem.maintenance()) {
            horizon = Math.max(horizon, task.latest());
        }
        long work = 0;
        for (var job : problem.jobs()) {
            horizon = Math.max(horizon, readyFrom(job));
            for (var operation : job.openOperations()) {
                var pin = operation.pin();
                horizon = pin == null || pin.start() == null ? horizon : Math.max(horizon, pin.start());
                work += longest(operation);
            }
        }
        return horizon + work;
    }

    private long longest(Operation operation) {
        long longest = 0;
        for (var mode : operation.modes()) {
            longest = Math.max(longest, mode.duration() + longestSetup(mode.machineId(), operation.family()));
        }
        return longest;
    }

    private long longestSetup(String machineId, @Nullable String family) {
        long longest = 0;
        var matrix = problem.setups()
                .byMachine()
                .getOrDefault(machineId, problem.setups().byDefault());
        for (var from : matrix.keySet()) {
            longest = Math.max(longest, problem.setups().between(machineId, from, family));
        }
        return longest;
    }
}
