package dev.millwright.scheduling.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.Literal;
import dev.millwright.scheduling.cpsat.OperationVars.ModeVars;
import dev.millwright.scheduling.cpsat.OperationVars.Stretch;
import java.util.ArrayList;
import java.util.stream.Stream;

/** Breaks and stops on machines whose intervals alone do not keep them. */
final class CalendarConstraints {
    private final Variables vars;
    private final CpModel model;

    CalendarConstraints(Variables vars) {
        this.vars = vars;
        model = vars.model;
    }

    void add() {
        vars.machines.forEach((machine, modes) -> {
            if (!vars.kinds.byIntervals(machine)) {
                modes.forEach(this::startsWhereItMay);
                setupsInWorkingTime(machine);
                maintenanceInWorkingTime(machine);
            }
        });
    }

    /** A chosen mode is interrupted for one of the times it can be, and starts where it is so. */
    private void startsWhereItMay(ModeVars mode) {
        var choices = Stream.concat(
                        mode.stretches().stream().map(Stretch::chosen),
                        Stream.of(mode.chosen().not()))
                .toArray(Literal[]::new);
        model.addExactlyOne(choices);
        for (var stretch : mode.stretches()) {
            model.addLinearExpressionInDomain(mode.start(), stretch.starts()).onlyEnforceIf(stretch.chosen());
        }
    }

    /** No setup in a break or a stop. */
    private void setupsInWorkingTime(String machine) {
        if (vars.machinesWithSetups.contains(machine)) {
            var apart = new ArrayList<IntervalVar>(Constraints.fixed(vars, vars.index.closedAhead(machine)));
            for (var mode : vars.modesOn(machine)) {
                apart.add(model.newOptionalIntervalVar(
                        mode.takenFrom(),
                        mode.setup(),
                        mode.start(),
                        mode.chosen(),
                        "setup of " + mode.owner().operation().id()));
            }
            model.addNoOverlap(apart);
        }
    }

    /** No maintenance in a break or a stop. */
    private void maintenanceInWorkingTime(String machine) {
        var tasks = Constraints.maintenanceOn(vars, machine);
        if (!tasks.isEmpty()) {
            var apart = new ArrayList<IntervalVar>(Constraints.fixed(vars, vars.index.closedAhead(machine)));
            apart.addAll(tasks);
            model.addNoOverlap(apart);
        }
    }
}
