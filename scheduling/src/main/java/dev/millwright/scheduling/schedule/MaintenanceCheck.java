package dev.millwright.scheduling.schedule;

import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Problem;

/** The checker's rules for maintenance: once each, inside its window, alone on its machine. */
final class MaintenanceCheck {
    private final Inspection inspection;
    private final Problem problem;
    private final Schedule schedule;

    MaintenanceCheck(Inspection inspection) {
        this.inspection = inspection;
        problem = inspection.problem;
        schedule = inspection.schedule;
    }

    void check() {
        for (var task : problem.maintenance()) {
            var placements = schedule.maintenance().stream()
                    .filter(placement -> placement.taskId().equals(task.id()))
                    .toList();
            if (placements.size() != 1) {
                inspection.report(new Violation.MaintenanceMissing(task.id(), placements.size()));
            }
            placements.forEach(placement -> placement(task, placement));
        }
    }

    private void placement(MaintenanceTask task, MaintenancePlacement placement) {
        long from = Math.max(problem.now(), task.earliest());
        if (!placement.machineId().equals(task.machineId())
                || placement.end() - placement.start() != task.duration()
                || placement.start() < from
                || placement.end() > task.latest()) {
            inspection.report(new Violation.MaintenanceMisplaced(
                    placement, task.machineId(), task.duration(), from, task.latest()));
        }
        for (var machine : problem.machines()) {
            if (machine.id().equals(placement.machineId())) {
                machine.down().stream()
                        .filter(window -> window.overlaps(placement.start(), placement.end()))
                        .forEach(window -> overlap(placement, "down time", window.from(), window.to()));
                machine.breaks().stream()
                        .filter(window -> window.overlaps(placement.start(), placement.end()))
                        .forEach(window -> overlap(placement, "break", window.from(), window.to()));
                if (placement.start() < machine.availableFrom()) {
                    overlap(placement, "time before it is available", problem.now(), machine.availableFrom());
                }
            }
        }
        for (var assignment : inspection.taking(placement.machineId())) {
            if (assignment.setupStart() < placement.end() && placement.start() < inspection.until(assignment)) {
                overlap(placement, assignment.operationId(), assignment.setupStart(), inspection.until(assignment));
            }
        }
        for (var other : schedule.maintenance()) {
            if (other.machineId().equals(placement.machineId())
                    && other.taskId().compareTo(placement.taskId()) > 0
                    && other.start() < placement.end()
                    && placement.start() < other.end()) {
                overlap(placement, "maintenance " + other.taskId(), other.start(), other.end());
            }
        }
    }

    private void overlap(MaintenancePlacement placement, String other, long from, long to) {
        inspection.report(new Violation.MaintenanceOverlap(placement, other, from, to));
    }
}
