package dev.millwright.scheduling.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import dev.millwright.scheduling.cpsat.OperationVars.ModeVars;
import dev.millwright.scheduling.schedule.Assignment;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What counts from machines, modes and the adopted schedule. */
final class FloorMeasures {
    private final Variables vars;
    private final CpModel model;
    private final Map<String, Assignment> adopted;

    final Map<String, IntVar> moved = new HashMap<>();

    FloorMeasures(Variables vars) {
        this.vars = vars;
        model = vars.model;
        var schedule = vars.request.adopted();
        adopted = schedule == null ? Map.of() : schedule.byOperation();
    }

    LinearExpr setupTime() {
        var sum = LinearExpr.newBuilder();
        vars.machinesWithSetups.forEach(machine -> vars.modesOn(machine).forEach(mode -> sum.add(mode.setup())));
        return sum.build();
    }

    LinearExpr largestLoad() {
        var largest = model.newIntVar(0, vars.horizon, "largest load");
        vars.machines.forEach((machine, modes) -> {
            if (!vars.index.machine(machine).unlimited()) {
                var load = LinearExpr.newBuilder().add(vars.index.remaining(machine));
                modes.forEach(mode ->
                        load.addTerm(mode.chosen(), mode.mode().duration()).add(mode.setup()));
                model.addGreaterOrEqual(largest, load);
            }
        });
        return LinearExpr.term(largest, 1);
    }

    LinearExpr maintenanceDelay() {
        var sum = LinearExpr.newBuilder();
        for (var task : vars.maintenance) {
            sum.addTerm(task.start(), task.task().weight());
            sum.add(task.task().weight() * (vars.now - task.task().earliest()));
            var startCost = task.task().startCost();
            if (startCost != null) {
                sum.add(new StartCostTerm(model, task.start(), vars.now).of(startCost));
            }
        }
        return sum.build();
    }

    LinearExpr movedSeconds() {
        var sum = LinearExpr.newBuilder();
        for (var operation : vars.operations.values()) {
            var old = adopted.get(operation.operation().id());
            if (old != null) {
                long most = Math.max(vars.horizon, Math.abs(old.start() - vars.now)) + vars.horizon;
                var far = model.newIntVar(0, most, "moved " + old.operationId());
                model.addAbsEquality(
                        far, LinearExpr.newBuilder().add(operation.start()).add(vars.now - old.start()));
                moved.put(old.operationId(), far);
                sum.add(far);
            }
        }
        return sum.build();
    }

    LinearExpr changedMachines() {
        return overModes(mode -> {
            var old = adopted.get(mode.owner().operation().id());
            return old == null || old.machineId().equals(mode.mode().machineId()) ? 0 : 1;
        });
    }

    LinearExpr cost() {
        return overModes(mode -> mode.mode().cost());
    }

    private LinearExpr overModes(ToLongFunction<ModeVars> price) {
        var sum = LinearExpr.newBuilder();
        for (var operation : vars.operations.values()) {
            for (var mode : operation.modes()) {
                sum.addTerm(mode.chosen(), price.applyAsLong(mode));
            }
        }
        return sum.build();
    }
}
