package dev.millwright.scheduling.schedule;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Judges a schedule by the problem's own words alone; it shares no code with what builds schedules.
 *
 * <p>What runs now may lie in a down window: it began before, and its remaining time is the floor's knowledge.
 */
public final class ScheduleChecker {
    private final Problem problem;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, Assignment> placed = new HashMap<>();
    private final Map<String, Operation> operations = new HashMap<>();
    private final Map<String, List<Assignment>> ahead = new HashMap<>();

    private ScheduleChecker(Problem problem) {
        this.problem = problem;
    }

    /** Every rule the schedule breaks; empty when it breaks none. */
    public static List<Violation> check(Problem problem, Schedule schedule) {
        var checker = new ScheduleChecker(problem);
        checker.collect(schedule);
        problem.jobs().forEach(checker::job);
        problem.machines().forEach(machine -> checker.machine(machine, schedule));
        new MaintenanceCheck(problem, schedule, checker.ahead, checker.violations).check();
        return List.copyOf(checker.violations);
    }

    private void collect(Schedule schedule) {
        var owner = new HashMap<String, String>();
        for (var job : problem.jobs()) {
            for (var operation : job.operations()) {
                operations.put(operation.id(), operation);
                owner.put(operation.id(), job.id());
            }
        }
        for (var assignment : schedule.assignments()) {
            var id = assignment.operationId();
            if (!assignment.jobId().equals(owner.get(id))) {
                violations.add(new Violation.UnknownOperation(assignment.jobId(), id));
            } else if (placed.putIfAbsent(id, assignment) != null) {
                violations.add(new Violation.PlacedTwice(assignment.jobId(), id));
            }
        }
    }

    private void job(Job job) {
        Assignment before = null;
        for (var operation : job.operations()) {
            var assignment = placed.get(operation.id());
            if (assignment == null) {
                violations.add(new Violation.MissingOperation(job.id(), operation.id()));
                continue;
            }
            operation(job, operation, assignment);
            if (before != null && operation.waiting() && assignment.start() < before.end()) {
                violations.add(new Violation.OutOfSequence(before, assignment));
            }
            before = assignment;
        }
        if (before != null && job.deadline() != null && before.end() > job.deadline()) {
            violations.add(new Violation.DeadlineMissed(job.id(), before.end(), job.deadline()));
        }
    }

    private void operation(Job job, Operation operation, Assignment assignment) {
        switch (operation.progress()) {
            case Progress.Waiting() -> waiting(job, operation, assignment);
            case Progress.Running(var machine, var start, var remaining) -> {
                ahead.computeIfAbsent(assignment.machineId(), _ -> new ArrayList<>())
                        .add(assignment);
                real(assignment, machine, start, problem.now() + remaining);
            }
            case Progress.Done(var machine, var start, var end) -> real(assignment, machine, start, end);
        }
    }

    private void real(Assignment assignment, String machine, long start, long end) {
        var real = new Assignment(assignment.jobId(), assignment.operationId(), machine, 0, start, end);
        if (!assignment.equals(real)) {
            violations.add(new Violation.FloorMoved(assignment, real));
        }
    }

    private void waiting(Job job, Operation operation, Assignment assignment) {
        ahead.computeIfAbsent(assignment.machineId(), _ -> new ArrayList<>()).add(assignment);
        var mode = operation.modes().stream()
                .filter(each -> each.machineId().equals(assignment.machineId()))
                .findFirst();
        if (mode.isEmpty()) {
            violations.add(new Violation.WrongMachine(assignment));
        } else if (assignment.end() - assignment.start() != mode.get().duration()) {
            violations.add(new Violation.WrongDuration(assignment, mode.get().duration()));
        }
        if (assignment.start() < job.releaseDate()) {
            violations.add(new Violation.TooEarly(assignment, job.releaseDate()));
        }
        pinned(operation, assignment);
    }

    private void pinned(Operation operation, Assignment assignment) {
        var pin = operation.pin();
        if (pin != null) {
            var machine = pin.machineId();
            var start = pin.start();
            boolean elsewhere = machine != null && !machine.equals(assignment.machineId());
            boolean otherwise = start != null && start != assignment.start();
            if (elsewhere || otherwise) {
                violations.add(new Violation.PinBroken(assignment, machine, start));
            }
        }
    }

    private void machine(Machine machine, Schedule schedule) {
        var sequence = ahead.getOrDefault(machine.id(), new ArrayList<>());
        sequence.sort(Comparator.comparingLong(Assignment::start)
                .thenComparingLong(Assignment::end)
                .thenComparing(each -> schedule.assignments().indexOf(each)));
        var family = machine.setupState();
        Assignment before = null;
        for (var assignment : sequence) {
            var operation = Objects.requireNonNull(operations.get(assignment.operationId()));
            if (operation.waiting()) {
                windows(machine, assignment);
                long setup = problem.setups().between(machine.id(), family, operation.family());
                if (assignment.setupTime() != setup) {
                    violations.add(new Violation.WrongSetup(assignment, before, setup));
                }
            }
            if (before != null && assignment.setupStart() < before.end()) {
                violations.add(new Violation.MachineOverlap(before, assignment));
            }
            boolean leavesState = !operation.waiting() && operation.family() == null;
            family = leavesState ? family : operation.family();
            before = before == null || assignment.end() >= before.end() ? assignment : before;
        }
    }

    private void windows(Machine machine, Assignment assignment) {
        long earliest = Math.max(problem.now(), machine.availableFrom());
        if (assignment.setupStart() < earliest) {
            violations.add(new Violation.TooEarly(assignment, earliest));
        }
        for (var window : machine.down()) {
            if (window.overlaps(assignment.setupStart(), assignment.end())) {
                violations.add(new Violation.WhileDown(assignment, window));
            }
        }
    }
}
