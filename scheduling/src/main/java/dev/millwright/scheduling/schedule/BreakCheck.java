package dev.millwright.scheduling.schedule;

import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Window;
import java.util.ArrayList;

/** The checker's rules for one waiting operation and its breaks: how long it takes, and what may interrupt it. */
final class BreakCheck {
    private final Inspection inspection;
    private final Assignment assignment;
    private final Mode mode;
    private final boolean stretches;

    BreakCheck(Inspection inspection, Assignment assignment, Mode mode) {
        this.inspection = inspection;
        this.assignment = assignment;
        this.mode = mode;
        stretches = inspection.operation(assignment).stretches();
    }

    void check() {
        var machine = inspection.machines.get(mode.machineId());
        var machineBreaks = machine == null ? new ArrayList<Window>() : new ArrayList<>(machine.breaks());
        for (var pause : machineBreaks) {
            if (assignment.setupTime() > 0 && pause.overlaps(assignment.setupStart(), assignment.start())) {
                inspection.report(new CalendarViolation.DuringBreak(assignment, pause));
            }
        }
        var all = machineBreaks;
        mode.needs()
                .forEach(need ->
                        all.addAll(inspection.resource(need.resourceId()).away()));
        long length = mode.duration();
        for (var pause : Window.merged(all)) {
            if (pause.overlaps(assignment.start(), assignment.end())) {
                if (mayInterrupt(pause)) {
                    length += pause.to() - pause.from();
                } else {
                    inspection.report(new CalendarViolation.DuringBreak(assignment, pause));
                }
            }
        }
        if (assignment.end() - assignment.start() != length) {
            inspection.report(new Violation.WrongDuration(assignment, length));
        }
    }

    /** Some work lies before the break and some after it. */
    private boolean mayInterrupt(Window pause) {
        return stretches && assignment.start() < pause.from() && pause.to() < assignment.end();
    }
}
