package dev.millwright.scheduling.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import dev.millwright.scheduling.cpsat.OperationVars.ModeVars;
import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.Precedence;
import dev.millwright.scheduling.problem.Progress;
import java.util.ArrayList;

/** What comes after what: lag, transport, no-wait, blocking. */
final class LinkConstraints {
    private final Variables vars;
    private final CpModel model;

    LinkConstraints(Variables vars) {
        this.vars = vars;
        model = vars.model;
    }

    void add() {
        for (var after : vars.operations.values()) {
            for (var precedence : vars.index.predecessors(after.operation().id())) {
                var before = vars.operations.get(precedence.before());
                if (before == null) {
                    afterHistory(precedence, after);
                } else {
                    inSequence(precedence, before, after);
                    if (precedence.link() == Link.BLOCKING) {
                        blocks(before, after);
                    }
                }
            }
        }
        vars.machines.keySet().forEach(this::blockedByHistory);
    }

    /** A start not before the moment at which lag and transport have passed, and exactly then without a wait. */
    private void inSequence(Precedence precedence, OperationVars before, OperationVars after) {
        if (vars.request.problem().transport().isEmpty()) {
            start(precedence, before, after, 0);
            return;
        }
        for (var from : before.modes()) {
            for (var to : after.modes()) {
                start(precedence, before, after, way(from, to), from.chosen(), to.chosen());
            }
        }
    }

    private long way(ModeVars from, ModeVars to) {
        return vars.request
                .problem()
                .transport()
                .between(from.mode().machineId(), to.mode().machineId());
    }

    private void start(Precedence precedence, OperationVars before, OperationVars after, long way, Literal... when) {
        var moment = LinearExpr.newBuilder().add(before.end()).add(precedence.lag() + way);
        var constraint = precedence.link() == Link.NO_WAIT
                ? model.addEquality(after.start(), moment)
                : model.addGreaterOrEqual(after.start(), moment);
        if (when.length > 0) {
            constraint.onlyEnforceIf(when);
        }
    }

    /** The same after what is done or runs, as long as the moment has not passed. */
    private void afterHistory(Precedence precedence, OperationVars after) {
        for (var mode : after.modes()) {
            var moment = vars.index.moment(precedence, mode.mode().machineId());
            if (moment != null && moment >= vars.now) {
                var constraint = precedence.link() == Link.NO_WAIT
                        ? model.addEquality(after.start(), moment - vars.now)
                        : model.addGreaterOrEqual(after.start(), moment - vars.now);
                constraint.onlyEnforceIf(mode.chosen());
            }
        }
    }

    /** The part stays until the next operation starts, or on the same machine until its setup begins. */
    private void blocks(OperationVars before, OperationVars after) {
        model.addGreaterOrEqual(before.until(), before.end());
        for (var from : before.modes()) {
            for (var to : after.modes()) {
                model.addGreaterOrEqual(before.until(), leaves(from.mode().machineId(), to))
                        .onlyEnforceIf(new Literal[] {from.chosen(), to.chosen()});
            }
        }
    }

    private static IntVar leaves(String machine, ModeVars after) {
        return after.mode().machineId().equals(machine) ? after.takenFrom() : after.start();
    }

    /** What has begun and blocks a machine does so until the operation after it begins. */
    private void blockedByHistory(String machine) {
        var apart = new ArrayList<IntervalVar>();
        for (var after : vars.operations.values()) {
            for (var precedence : vars.index.predecessors(after.operation().id())) {
                if (precedence.link() == Link.BLOCKING && machine.equals(begunOn(precedence.before()))) {
                    long from = Math.max(0, vars.index.freeFrom(machine) - vars.now);
                    var until = model.newIntVar(from, vars.horizon, machine + " blocked by " + precedence.before());
                    for (var mode : after.modes()) {
                        model.addGreaterOrEqual(until, leaves(machine, mode)).onlyEnforceIf(mode.chosen());
                    }
                    var length = model.newIntVar(0, vars.horizon, "length");
                    apart.add(model.newIntervalVar(model.newConstant(from), length, until, "blocked"));
                }
            }
        }
        if (!apart.isEmpty() && !vars.index.machine(machine).unlimited()) {
            vars.modesOn(machine).forEach(mode -> apart.add(mode.taken()));
            apart.addAll(Constraints.maintenanceOn(vars, machine));
            model.addNoOverlap(apart);
        }
    }

    private String begunOn(String operationId) {
        var step = vars.index.step(operationId);
        return step == null
                ? ""
                : switch (step.operation().progress()) {
                    case Progress.Waiting() -> "";
                    case Progress.Running(var machine, var _, var _) -> machine;
                    case Progress.Done(var machine, var _, var _) -> machine;
                };
    }
}
