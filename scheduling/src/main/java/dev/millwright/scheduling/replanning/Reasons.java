package dev.millwright.scheduling.replanning;

import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what stands where an operation was to be: the hardest obstacle first, another operation's turn last. */
final class Reasons {
    private final Problem problem;
    private final ProblemIndex index;
    private final Schedule next;
    private final Map<String, Assignment> placed;
    private final Map<String, List<Assignment>> machines = new HashMap<>();

    Reasons(Problem problem, ProblemIndex index, Schedule next) {
        this.problem = problem;
        this.index = index;
        this.next = next;
        placed = next.byOperation();
        for (var assignment : next.assignments()) {
            machines.computeIfAbsent(assignment.machineId(), _ -> new ArrayList<>())
                    .add(assignment);
        }
    }

    @Nullable
    Cause of(Assignment old, Assignment now) {
        boolean sooner = now.start() < old.start();
        if (sooner && now.machineId().equals(old.machineId())) {
            return new Cause.RoomSooner(now.machineId());
        }
        var cause = down(old);
        cause = cause == null ? busy(old) : cause;
        cause = cause == null ? maintained(old) : cause;
        cause = cause == null ? waits(old) : cause;
        cause = cause == null ? givesWay(old) : cause;
        if (cause == null && sooner) {
            return new Cause.RoomSooner(now.machineId());
        }
        return cause == null && old.start() < problem.now() ? new Cause.StartPassed(old.start()) : cause;
    }

    private @Nullable Cause down(Assignment old) {
        var machine = problem.machines().stream()
                .filter(each -> each.id().equals(old.machineId()))
                .findFirst();
        if (machine.isEmpty()) {
            return null;
        }
        for (var window : machine.get().down()) {
            if (window.overlaps(old.setupStart(), old.end()) && window.to() > problem.now()) {
                return new Cause.MachineDown(old.machineId(), window.to());
            }
        }
        long available = machine.get().availableFrom();
        return available > old.setupStart() && available > problem.now()
                ? new Cause.MachineDown(old.machineId(), available)
                : null;
    }

    private @Nullable Cause busy(Assignment old) {
        var running = index.running(old.machineId());
        if (running != null && running.progress() instanceof Progress.Running run) {
            long end = problem.now() + run.remaining();
            return end > old.setupStart() ? new Cause.MachineBusy(old.machineId(), running.id(), end) : null;
        }
        return null;
    }

    private @Nullable Cause maintained(Assignment old) {
        for (var placement : next.maintenance()) {
            if (placement.machineId().equals(old.machineId())
                    && placement.start() < old.end()
                    && old.setupStart() < placement.end()) {
                return new Cause.Maintained(old.machineId(), placement.taskId(), placement.end());
            }
        }
        return null;
    }

    private @Nullable Cause waits(Assignment old) {
        for (var precedence : index.predecessors(old.operationId())) {
            var before = placed.get(precedence.before());
            long moment = before == null
                    ? Long.MIN_VALUE
                    : before.end()
                            + precedence.lag()
                            + problem.transport().between(before.machineId(), old.machineId());
            if (moment > old.start()) {
                return new Cause.WaitsFor(precedence.before(), moment);
            }
        }
        return null;
    }

    private @Nullable Cause givesWay(Assignment old) {
        for (var other : machines.getOrDefault(old.machineId(), List.of())) {
            if (!other.operationId().equals(old.operationId())
                    && other.setupStart() < old.end()
                    && old.setupStart() < other.end()) {
                return new Cause.GivesWay(old.machineId(), other.operationId(), other.end());
            }
        }
        return null;
    }
}
