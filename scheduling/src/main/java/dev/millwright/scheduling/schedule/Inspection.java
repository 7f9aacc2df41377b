package dev.millwright.scheduling.schedule;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Precedence;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.problem.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One schedule under the checker's eye: what it places, what the problem says about it, and what was found wrong. */
final class Inspection {
    final Problem problem;
    final Schedule schedule;
    final List<Violation> violations = new ArrayList<>();
    final Map<String, Assignment> placed = new HashMap<>();
    final Map<String, Machine> machines = new HashMap<>();
    final List<Precedence> precedences = new ArrayList<>();
    private final Map<String, List<Assignment>> ahead = new HashMap<>();
    private final Map<String, Long> held = new HashMap<>();
    private final Map<String, Operation> operations = new HashMap<>();
    private final Map<String, Resource> resources = new HashMap<>();

    Inspection(Problem problem, Schedule schedule) {
        this.problem = problem;
        this.schedule = schedule;
        problem.machines().forEach(machine -> machines.put(machine.id(), machine));
        problem.resources().forEach(resource -> resources.put(resource.id(), resource));
        var owner = new HashMap<String, String>();
        for (var job : problem.jobs()) {
            job.operations().forEach(operation -> owner.put(operation.id(), job.id()));
            job.operations().forEach(operation -> operations.put(operation.id(), operation));
            precedences.addAll(job.precedences());
        }
        precedences.addAll(problem.precedences());
        for (var assignment : schedule.assignments()) {
            var id = assignment.operationId();
            if (!assignment.jobId().equals(owner.get(id))) {
                report(new Violation.UnknownOperation(assignment.jobId(), id));
            } else if (placed.putIfAbsent(id, assignment) != null) {
                report(new Violation.PlacedTwice(assignment.jobId(), id));
            } else if (!done(assignment)) {
                ahead.computeIfAbsent(assignment.machineId(), _ -> new ArrayList<>())
                        .add(assignment);
            }
        }
        problem.jobs().forEach(this::missing);
        precedences.forEach(this::hold);
    }

    private void missing(Job job) {
        for (var operation : job.operations()) {
            if (!placed.containsKey(operation.id())) {
                report(new Violation.MissingOperation(job.id(), operation.id()));
            }
        }
    }

    private void hold(Precedence precedence) {
        var before = placed.get(precedence.before());
        var after = placed.get(precedence.after());
        if (precedence.link() == Link.BLOCKING && before != null && after != null) {
            boolean same = before.machineId().equals(after.machineId());
            held.merge(precedence.before(), same ? after.setupStart() : after.start(), Math::max);
        }
    }

    /** Until when an operation's part is on its machine: its end, or later where it waits there for its next one. */
    long until(Assignment assignment) {
        return Math.max(assignment.end(), held.getOrDefault(assignment.operationId(), Long.MIN_VALUE));
    }

    void report(Violation violation) {
        violations.add(violation);
    }

    Operation operation(Assignment assignment) {
        return Objects.requireNonNull(operations.get(assignment.operationId()));
    }

    /** What takes time on a machine from now on: the placed operations that are not done. */
    List<Assignment> ahead(String machineId) {
        return ahead.getOrDefault(machineId, List.of());
    }

    /** What takes time on a machine from now on, parts included that are done and wait there for their next operation. */
    List<Assignment> taking(String machineId) {
        var taking = new ArrayList<>(ahead(machineId));
        placed.values().stream()
                .filter(each -> each.machineId().equals(machineId))
                .filter(each -> done(each) && until(each) > problem.now())
                .forEach(taking::add);
        return taking;
    }

    boolean done(Assignment assignment) {
        return operation(assignment).progress() instanceof Progress.Done;
    }

    /** The mode that an assignment is in, or null when its machine cannot do it. */
    @Nullable
    Mode mode(Assignment assignment) {
        return operation(assignment).modes().stream()
                .filter(mode -> mode.machineId().equals(assignment.machineId()))
                .findFirst()
                .orElse(null);
    }

    Resource resource(String id) {
        return Objects.requireNonNull(resources.get(id));
    }
}
