package dev.millwright.scheduling.cpsat;

import com.google.ortools.sat.CircuitConstraint;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import dev.millwright.scheduling.cpsat.OperationVars.ModeVars;
import dev.millwright.scheduling.cpsat.Variables.SetupArc;
import java.util.ArrayList;
import java.util.List;

/** One machine with setups: its chosen operations form one sequence, each with the setup its forerunner asks for. */
final class SetupCircuit {
    private final Variables vars;
    private final CpModel model;
    private final String machine;
    private final List<ModeVars> modes;
    private final Turns turns;
    private final List<SetupArc> arcs = new ArrayList<>();

    SetupCircuit(Variables vars, String machine) {
        this.vars = vars;
        this.machine = machine;
        model = vars.model;
        modes = vars.modesOn(machine);
        turns = new Turns(vars.focus, modes);
    }

    void add() {
        var circuit = model.addCircuit();
        for (int to = 0; to < modes.size(); to++) {
            var mode = modes.get(to);
            circuit.addArc(to + 1, to + 1, mode.chosen().not());
            setupEndsAtTheStart(mode);
            for (int from = Turns.NONE; from < modes.size(); from++) {
                if (from != to && turns.mayFollow(from, to)) {
                    follows(circuit, from, to);
                }
            }
            if (turns.mayFollow(to, Turns.NONE)) {
                arc(circuit, to, Turns.NONE);
            }
        }
        arc(circuit, Turns.NONE, Turns.NONE);
        vars.arcs.put(machine, arcs);
    }

    private void follows(CircuitConstraint circuit, int from, int to) {
        var chosen = arc(circuit, from, to);
        var mode = modes.get(to);
        var family = from < 0
                ? vars.index.setupState(machine)
                : modes.get(from).owner().operation().family();
        long seconds = vars.request
                .problem()
                .setups()
                .between(machine, family, mode.owner().operation().family());
        model.addEquality(mode.setup(), seconds).onlyEnforceIf(chosen.chosen());
        if (from >= 0) {
            model.addGreaterOrEqual(mode.takenFrom(), modes.get(from).end()).onlyEnforceIf(chosen.chosen());
        }
    }

    private SetupArc arc(CircuitConstraint circuit, int from, int to) {
        var arc = new SetupArc(from, to, model.newBoolVar(from + " then " + to + " on " + machine));
        circuit.addArc(from + 1, to + 1, arc.chosen());
        arcs.add(arc);
        return arc;
    }

    /** The machine is taken from the setup on, which ends where the operation starts. */
    private void setupEndsAtTheStart(ModeVars mode) {
        model.addEquality(
                        mode.start(),
                        LinearExpr.newBuilder().add(mode.takenFrom()).add(mode.setup()))
                .onlyEnforceIf(mode.chosen());
    }
}
