package dev.millwright.scheduling.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import dev.millwright.scheduling.cpsat.OperationVars.ModeVars;
import dev.millwright.scheduling.problem.Window;
import java.util.ArrayList;
import java.util.List;

/** The rules of the floor, one short method each. */
final class Constraints {
    private final Variables vars;
    private final CpModel model;

    Constraints(Variables vars) {
        this.vars = vars;
        model = vars.model;
    }

    void add() {
        oneModeEach();
        lengthFollowsMode();
        machinesFree();
        oneThingAtATime();
        setupsFollowTheSequence();
        laterTurnsStand();
        deadlinesMet();
        pinsKept();
        maintenanceInItsWindow();
        new LinkConstraints(vars).add();
        new CalendarConstraints(vars).add();
        new ResourceConstraints(vars).add();
    }

    /** Every operation is done in exactly one mode. */
    private void oneModeEach() {
        for (var operation : vars.operations.values()) {
            model.addExactlyOne(operation.modes().stream().map(ModeVars::chosen).toArray(Literal[]::new));
        }
    }

    /** End = start + duration and interruption of the chosen mode; implied by most intervals, and stronger. */
    private void lengthFollowsMode() {
        for (var operation : vars.operations.values()) {
            var length = LinearExpr.newBuilder().add(operation.start());
            for (var mode : operation.modes()) {
                length.addTerm(mode.chosen(), mode.mode().duration());
                mode.stretches().forEach(stretch -> length.addTerm(stretch.chosen(), stretch.extra()));
            }
            model.addEquality(operation.end(), length);
        }
    }

    /** Nothing new on a machine before it is free of what it runs and available. */
    private void machinesFree() {
        vars.machines.forEach((machine, modes) -> {
            long free = vars.index.freeFrom(machine) - vars.now;
            if (free > 0) {
                modes.forEach(
                        mode -> model.addGreaterOrEqual(mode.takenFrom(), free).onlyEnforceIf(mode.chosen()));
            }
        });
    }

    /** Operations with their setups, down windows, breaks and maintenance share no time on a machine. */
    private void oneThingAtATime() {
        vars.machines.forEach((machine, modes) -> {
            if (vars.index.machine(machine).unlimited()) {
                return;
            }
            var taken = new ArrayList<IntervalVar>();
            modes.forEach(mode -> taken.add(mode.taken()));
            taken.addAll(maintenanceOn(vars, machine));
            if (vars.kinds.byIntervals(machine)) {
                taken.addAll(fixed(vars, vars.index.closedAhead(machine)));
            }
            model.addNoOverlap(taken);
        });
    }

    static List<IntervalVar> maintenanceOn(Variables vars, String machine) {
        return vars.maintenance.stream()
                .filter(task -> task.task().machineId().equals(machine))
                .map(Variables.MaintenanceVars::taken)
                .toList();
    }

    static List<IntervalVar> fixed(Variables vars, List<Window> windows) {
        return windows.stream()
                .map(window ->
                        vars.model.newFixedInterval(window.from() - vars.now, window.to() - window.from(), "closed"))
                .toList();
    }

    /** On machines with setups the operations form a sequence, and each needs the setup its forerunner asks for. */
    private void setupsFollowTheSequence() {
        vars.machinesWithSetups.forEach(machine -> new SetupCircuit(vars, machine).add());
    }

    /** What lies after the focus keeps its turn; on machines with setups the circuit sees to that. */
    private void laterTurnsStand() {
        if (vars.focus == null) {
            return;
        }
        vars.machines.forEach((machine, modes) -> {
            var later = vars.index.machine(machine).unlimited()
                    ? List.<ModeVars>of()
                    : new Turns(vars.focus, modes).later();
            for (int i = 1; i < later.size(); i++) {
                model.addGreaterOrEqual(
                        later.get(i).takenFrom(), later.get(i - 1).end());
            }
        });
    }

    /** A job with a deadline ends by it. */
    private void deadlinesMet() {
        for (var job : vars.request.problem().jobs()) {
            var deadline = job.deadline();
            if (deadline != null) {
                vars.lastOf(job.id()).forEach(last -> model.addLessOrEqual(last.end(), deadline - vars.now));
            }
        }
    }

    /** A pinned start stands; a pinned machine is the only mode there is. */
    private void pinsKept() {
        for (var operation : vars.operations.values()) {
            var pin = operation.operation().pin();
            var start = pin == null ? null : pin.start();
            if (start != null) {
                model.addEquality(operation.start(), start - vars.now);
            }
        }
    }

    /** Maintenance has ended by its latest. */
    private void maintenanceInItsWindow() {
        for (var task : vars.maintenance) {
            model.addLessOrEqual(
                    task.start(), task.task().latest() - task.task().duration() - vars.now);
        }
    }
}
