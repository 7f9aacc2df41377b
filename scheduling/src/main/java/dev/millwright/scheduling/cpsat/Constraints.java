package dev.millwright.scheduling.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import dev.millwright.scheduling.cpsat.Variables.ModeVars;
import java.util.ArrayList;

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
        jobsInSequence();
        machinesFree();
        oneThingAtATime();
        setupsFollowTheSequence();
        laterTurnsStand();
        deadlinesMet();
        pinsKept();
        maintenanceInItsWindow();
    }

    /** Every operation is done in exactly one mode. */
    private void oneModeEach() {
        for (var operation : vars.operations) {
            model.addExactlyOne(operation.modes().stream().map(ModeVars::chosen).toArray(Literal[]::new));
        }
    }

    /** End = start + duration of the chosen mode; implied by the intervals where there are no setups, and stronger. */
    private void lengthFollowsMode() {
        for (var operation : vars.operations) {
            var length = LinearExpr.newBuilder().add(operation.start());
            operation
                    .modes()
                    .forEach(mode -> length.addTerm(mode.chosen(), mode.mode().duration()));
            model.addEquality(operation.end(), length);
        }
    }

    /** An operation starts after the one before it in its job. */
    private void jobsInSequence() {
        for (var chain : vars.jobs.values()) {
            for (int i = 1; i < chain.size(); i++) {
                model.addGreaterOrEqual(chain.get(i).start(), chain.get(i - 1).end());
            }
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

    /** Operations with their setups, down windows and maintenance share no time on a machine. */
    private void oneThingAtATime() {
        vars.machines.forEach((machine, modes) -> {
            var taken = new ArrayList<IntervalVar>();
            modes.forEach(mode -> taken.add(mode.taken()));
            for (var window : vars.index.downAhead(machine)) {
                taken.add(model.newFixedInterval(window.from() - vars.now, window.to() - window.from(), "down"));
            }
            for (var task : vars.maintenance) {
                if (task.task().machineId().equals(machine)) {
                    taken.add(task.taken());
                }
            }
            model.addNoOverlap(taken);
        });
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
            var later = new Turns(vars.focus, modes).later();
            for (int i = 1; i < later.size(); i++) {
                model.addGreaterOrEqual(
                        later.get(i).takenFrom(), later.get(i - 1).end());
            }
        });
    }

    /** A job with a deadline ends by it. */
    private void deadlinesMet() {
        for (var chain : vars.jobs.values()) {
            var deadline = chain.isEmpty() ? null : chain.getLast().job().deadline();
            if (deadline != null) {
                model.addLessOrEqual(chain.getLast().end(), deadline - vars.now);
            }
        }
    }

    /** A pinned start stands; a pinned machine is the only mode there is. */
    private void pinsKept() {
        for (var operation : vars.operations) {
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
