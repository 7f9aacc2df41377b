package dev.millwright.scheduling.schedule;

import dev.millwright.scheduling.problem.Machine;
import java.util.ArrayList;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The checker's rules for one machine: one thing at a time, the setups between, nothing while it is down. */
final class MachineCheck {
    private final Inspection inspection;

    MachineCheck(Inspection inspection) {
        this.inspection = inspection;
    }

    void check() {
        for (var machine : inspection.problem.machines()) {
            for (var assignment : inspection.ahead(machine.id())) {
                windows(machine, assignment);
            }
            sequence(machine);
        }
    }

    private void sequence(Machine machine) {
        var order = new ArrayList<>(inspection.ahead(machine.id()));
        order.sort(Comparator.comparingLong(Assignment::start)
                .thenComparingLong(Assignment::end)
                .thenComparing(each -> inspection.schedule.assignments().indexOf(each)));
        if (machine.unlimited()) {
            order.forEach(each -> setup(each, null, 0));
            return;
        }
        var family = machine.setupState();
        var before = blockedByHistory(machine);
        for (var assignment : order) {
            var operation = inspection.operation(assignment);
            if (operation.waiting()) {
                setup(
                        assignment,
                        before,
                        inspection.problem.setups().between(machine.id(), family, operation.family()));
            }
            if (before != null) {
                apart(before, assignment);
            }
            boolean leavesState = !operation.waiting() && operation.family() == null;
            family = leavesState ? family : operation.family();
            before = before == null || inspection.until(assignment) >= inspection.until(before) ? assignment : before;
        }
    }

    /** A part that is done and still on the machine, its next operation waiting. */
    private @Nullable Assignment blockedByHistory(Machine machine) {
        return inspection.taking(machine.id()).stream()
                .filter(inspection::done)
                .max(Comparator.comparingLong(inspection::until))
                .orElse(null);
    }

    private void apart(Assignment before, Assignment after) {
        if (after.setupStart() < before.end()) {
            inspection.report(new Violation.MachineOverlap(before, after));
        } else if (after.setupStart() < inspection.until(before)) {
            inspection.report(new LinkViolation.StillBlocked(before, inspection.until(before), after));
        }
    }

    private void setup(Assignment assignment, @Nullable Assignment before, long setup) {
        if (assignment.setupTime() != setup) {
            inspection.report(new Violation.WrongSetup(assignment, before, setup));
        }
    }

    private void windows(Machine machine, Assignment assignment) {
        if (!inspection.operation(assignment).waiting()) {
            return;
        }
        long earliest = Math.max(inspection.problem.now(), machine.availableFrom());
        if (assignment.setupStart() < earliest) {
            inspection.report(new Violation.TooEarly(assignment, earliest));
        }
        for (var window : machine.down()) {
            if (window.overlaps(assignment.setupStart(), assignment.end())) {
                inspection.report(new Violation.WhileDown(assignment, window));
            }
        }
    }
}
