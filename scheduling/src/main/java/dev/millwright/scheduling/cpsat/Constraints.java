package dev.millwright.scheduling.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import dev.millwright.scheduling.cpsat.Variables.ModeVars;
import dev.millwright.scheduling.cpsat.Variables.SetupArc;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** On machines with setups the chosen operations form one sequence, and each needs the setup from its forerunner. */
    private void setupsFollowTheSequence() {
        for (var machine : vars.machinesWithSetups) {
            var modes = vars.modesOn(machine);
            var circuit = model.addCircuit();
            var arcs = new ArrayList<SetupArc>();
            for (int to = 0; to < modes.size(); to++) {
                var mode = modes.get(to);
                circuit.addArc(to + 1, to + 1, mode.chosen().not());
                var last = model.newBoolVar("last");
                circuit.addArc(to + 1, 0, last);
                arcs.add(new SetupArc(to, -1, last));
                for (int from = -1; from < modes.size(); from++) {
                    if (from != to && !inJobOrder(modes, to, from)) {
                        arcs.add(arc(machine, modes, from, to));
                        circuit.addArc(from + 1, to + 1, arcs.getLast().chosen());
                    }
                }
                setupStart(mode);
            }
            var idle = model.newBoolVar("idle");
            circuit.addArc(0, 0, idle);
            arcs.add(new SetupArc(-1, -1, idle));
            vars.arcs.put(machine, arcs);
        }
    }

    /** Whether {@code first} must precede {@code second} because they are of one job, so that the arc back is void. */
    private static boolean inJobOrder(List<ModeVars> modes, int first, int second) {
        return second >= 0
                && first < second
                && modes.get(first)
                        .owner()
                        .job()
                        .id()
                        .equals(modes.get(second).owner().job().id());
    }

    private SetupArc arc(String machine, List<ModeVars> modes, int from, int to) {
        var chosen = model.newBoolVar("arc");
        var mode = modes.get(to);
        var before = from < 0
                ? vars.index.setupState(machine)
                : modes.get(from).owner().operation().family();
        long seconds = setup(machine, before, mode.owner().operation().family());
        model.addEquality(mode.setup(), seconds).onlyEnforceIf(chosen);
        if (from >= 0) {
            model.addGreaterOrEqual(mode.takenFrom(), modes.get(from).end()).onlyEnforceIf(chosen);
        }
        return new SetupArc(from, to, chosen);
    }

    private long setup(String machine, @Nullable String from, @Nullable String to) {
        return vars.request.problem().setups().between(machine, from, to);
    }

    /** The machine is taken from the setup on, which ends where the operation starts. */
    private void setupStart(ModeVars mode) {
        model.addEquality(
                        mode.start(),
                        LinearExpr.newBuilder().add(mode.takenFrom()).add(mode.setup()))
                .onlyEnforceIf(mode.chosen());
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
