package dev.millwright.scheduling.schedule;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import java.util.List;

/**
 * Judges a schedule by the problem's own words alone; it shares no code with what builds schedules.
 *
 * <p>What runs now may lie in a down window or a break: it began before, and its remaining time is the floor's knowledge.
 */
public final class ScheduleChecker {
    private final Inspection inspection;

    private ScheduleChecker(Inspection inspection) {
        this.inspection = inspection;
    }

    /** Every rule the schedule breaks; empty when it breaks none. */
    public static List<Violation> check(Problem problem, Schedule schedule) {
        var inspection = new Inspection(problem, schedule);
        var checker = new ScheduleChecker(inspection);
        problem.jobs().forEach(checker::job);
        new LinkCheck(inspection).check();
        new MachineCheck(inspection).check();
        new ResourceCheck(inspection).check();
        new MaintenanceCheck(inspection).check();
        return List.copyOf(inspection.violations);
    }

    private void job(Job job) {
        long end = Long.MIN_VALUE;
        for (var operation : job.operations()) {
            var assignment = inspection.placed.get(operation.id());
            if (assignment != null) {
                operation(job, operation, assignment);
                end = Math.max(end, assignment.end());
            }
        }
        if (job.deadline() != null && end > job.deadline()) {
            inspection.report(new Violation.DeadlineMissed(job.id(), end, job.deadline()));
        }
    }

    private void operation(Job job, Operation operation, Assignment assignment) {
        switch (operation.progress()) {
            case Progress.Waiting() -> waiting(job, operation, assignment);
            case Progress.Running(var machine, var start, var remaining) ->
                real(assignment, machine, start, inspection.problem.now() + remaining);
            case Progress.Done(var machine, var start, var end) -> real(assignment, machine, start, end);
        }
    }

    private void real(Assignment assignment, String machine, long start, long end) {
        var real = new Assignment(assignment.jobId(), assignment.operationId(), machine, 0, start, end);
        if (!assignment.equals(real)) {
            inspection.report(new Violation.FloorMoved(assignment, real));
        }
    }

    private void waiting(Job job, Operation operation, Assignment assignment) {
        var mode = inspection.mode(assignment);
        if (mode == null) {
            inspection.report(new Violation.WrongMachine(assignment));
        } else {
            new BreakCheck(inspection, assignment, mode).check();
        }
        if (assignment.start() < job.releaseDate()) {
            inspection.report(new Violation.TooEarly(assignment, job.releaseDate()));
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
                inspection.report(new Violation.PinBroken(assignment, machine, start));
            }
        }
    }
}
