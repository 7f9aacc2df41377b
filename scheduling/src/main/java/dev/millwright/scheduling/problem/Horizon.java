package dev.millwright.scheduling.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far plans of a problem may reach: after the last window and the last thing given a time, everything one after the
 * other.
 */
final class Horizon {
    private final Problem problem;
    private final ProblemIndex index;
    private final long longestTransport;

    Horizon(Problem problem, ProblemIndex index) {
        this.problem = problem;
        this.index = index;
        longestTransport = problem.transport().between().values().stream()
                .flatMap(row -> row.values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    long end() {
        long end = problem.now();
        for (var machine : problem.machines()) {
            end = Math.max(end, index.freeFrom(machine.id()));
            end = Math.max(end, lastEnd(machine.down()));
            end = Math.max(end, lastEnd(machine.breaks()));
        }
        for (var resource : problem.resources()) {
            end = Math.max(end, lastEnd(resource.away()));
        }
        for (var task : problem.maintenance()) {
            end = Math.max(end, task.latest());
        }
        long work = 0;
        for (var job : problem.jobs()) {
            end = Math.max(end, index.readyFrom(job));
            for (var operation : job.openOperations()) {
                var pin = operation.pin();
                end = pin == null || pin.start() == null ? end : Math.max(end, pin.start());
                work += longest(operation) + longestWay(operation);
            }
        }
        return end + work;
    }

    private static long lastEnd(List<Window> windows) {
        return windows.isEmpty() ? Long.MIN_VALUE : windows.getLast().to();
    }

    private long longestWay(Operation operation) {
        return index.predecessors(operation.id()).stream()
                .mapToLong(precedence -> precedence.lag() + longestTransport)
                .max()
                .orElse(0);
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
