package dev.millwright.scheduling.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.Measure;
import java.util.HashMap;
import java.util.Map;

/** The weighted sum to minimise, equal to the total of {@link dev.millwright.scheduling.schedule.Score}. */
final class ObjectiveTerms {
    private final Variables vars;
    private final CpModel model;
    private final LinearExprBuilder sum = LinearExpr.newBuilder();
    final Map<String, IntVar> tardiness = new HashMap<>();
    final Map<String, IntVar> moved = new HashMap<>();
    final IntVar makespan;

    ObjectiveTerms(Variables vars) {
        this.vars = vars;
        model = vars.model;
        makespan = model.newIntVar(0, vars.horizon, "makespan");
    }

    void add() {
        if (vars.request.objective().weight(Measure.MAKESPAN) > 0) {
            addMakespan();
        }
        if (vars.request.objective().weight(Measure.TARDINESS) > 0) {
            addTardiness();
        }
        if (vars.request.adopted() != null) {
            addStability(vars.request.adopted().byOperation());
        }
        addMaintenanceDelay();
        model.minimize(sum);
    }

    private void addMakespan() {
        for (var chain : vars.jobs.values()) {
            if (!chain.isEmpty()) {
                model.addGreaterOrEqual(makespan, chain.getLast().end());
            }
        }
        for (var fixed : vars.request.floor()) {
            model.addGreaterOrEqual(makespan, fixed.end() - vars.now);
        }
        sum.addTerm(makespan, vars.request.objective().weight(Measure.MAKESPAN));
    }

    private void addTardiness() {
        for (var job : vars.request.problem().jobs()) {
            var chain = vars.jobs.get(job.id());
            long weight = job.weight() * vars.request.objective().weight(Measure.TARDINESS);
            if (chain == null || job.dueDate() == null || weight == 0) {
                continue;
            }
            if (chain.isEmpty()) {
                sum.add(weight * Math.max(0, lastEnd(job.id()) - job.dueDate()));
                continue;
            }
            long most = Math.max(0, vars.horizon + vars.now - job.dueDate());
            var late = model.newIntVar(0, most, "tardiness " + job.id());
            model.addGreaterOrEqual(
                    late, LinearExpr.newBuilder().add(chain.getLast().end()).add(vars.now - job.dueDate()));
            tardiness.put(job.id(), late);
            sum.addTerm(late, weight);
        }
    }

    private long lastEnd(String jobId) {
        return vars.request.floor().stream()
                .filter(assignment -> assignment.jobId().equals(jobId))
                .mapToLong(Assignment::end)
                .max()
                .orElseThrow();
    }

    private void addStability(Map<String, Assignment> adopted) {
        var objective = vars.request.objective();
        for (var operation : vars.operations) {
            var old = adopted.get(operation.operation().id());
            if (old == null) {
                continue;
            }
            if (objective.weight(Measure.MOVED_SECONDS) > 0) {
                long most = Math.max(vars.horizon, Math.abs(old.start() - vars.now)) + vars.horizon;
                var far = model.newIntVar(0, most, "moved " + old.operationId());
                var shift = LinearExpr.newBuilder().add(operation.start()).add(vars.now - old.start());
                model.addAbsEquality(far, shift);
                moved.put(old.operationId(), far);
                sum.addTerm(far, objective.weight(Measure.MOVED_SECONDS));
            }
            for (var mode : operation.modes()) {
                if (!mode.mode().machineId().equals(old.machineId())) {
                    sum.addTerm(mode.chosen(), objective.weight(Measure.CHANGED_MACHINES));
                }
            }
        }
    }

    private void addMaintenanceDelay() {
        for (var task : vars.maintenance) {
            sum.addTerm(task.start(), task.task().weight());
            sum.add(task.task().weight() * (vars.now - task.task().earliest()));
        }
    }
}
