package dev.millwright.scheduling.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CumulativeConstraint;
import com.google.ortools.sat.LinearExpr;
import dev.millwright.scheduling.cpsat.OperationVars.ModeVars;
import dev.millwright.scheduling.problem.Need;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.problem.Resource;
import java.util.TreeMap;

/** No more of a resource in use at once than there is. Its hours are part of each mode's calendar. */
final class ResourceConstraints {
    private final Variables vars;
    private final CpModel model;

    ResourceConstraints(Variables vars) {
        this.vars = vars;
        model = vars.model;
    }

    void add() {
        for (var resource : vars.request.problem().resources()) {
            var use = model.addCumulative(resource.capacity());
            running(resource, use);
            for (var operation : vars.operations.values()) {
                for (var mode : operation.modes()) {
                    mode.mode().needs().stream()
                            .filter(need -> need.resourceId().equals(resource.id()))
                            .forEach(need -> waiting(mode, need, use));
                }
            }
        }
    }

    private void waiting(ModeVars mode, Need need, CumulativeConstraint use) {
        var length =
                mode.stretches().isEmpty() ? LinearExpr.constant(mode.mode().duration()) : vars.anyLength();
        var name = mode.owner().operation().id() + " holds " + need.resourceId();
        use.addDemand(
                model.newOptionalIntervalVar(mode.start(), length, mode.end(), mode.chosen(), name), need.amount());
    }

    /** What runs holds what it has, even if that is more than there is. */
    private void running(Resource resource, CumulativeConstraint use) {
        var amountUntil = new TreeMap<Long, Integer>();
        for (var job : vars.request.problem().jobs()) {
            for (var operation : job.operations()) {
                if (operation.progress() instanceof Progress.Running(var machine, var _, var remaining)) {
                    operation.modes().stream()
                            .filter(mode -> mode.machineId().equals(machine))
                            .flatMap(mode -> mode.needs().stream())
                            .filter(need -> need.resourceId().equals(resource.id()))
                            .forEach(need -> amountUntil.merge(remaining, need.amount(), Integer::sum));
                }
            }
        }
        long from = 0;
        int amount = amountUntil.values().stream().mapToInt(Integer::intValue).sum();
        for (var step : amountUntil.entrySet()) {
            use.addDemand(
                    model.newFixedInterval(from, step.getKey() - from, "running"),
                    Math.min(amount, resource.capacity()));
            amount -= step.getValue();
            from = step.getKey();
        }
    }
}
