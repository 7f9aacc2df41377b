package dev.millwright.scheduling.cpsat;

import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.Literal;
import dev.millwright.scheduling.cpsat.Variables.ModeVars;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Starts the search from a schedule that is known. */
final class Hints {
    private final Variables vars;

    Hints(Variables vars) {
        this.vars = vars;
    }

    void from(Schedule schedule, ObjectiveTerms objective) {
        var known = schedule.byOperation();
        for (var operation : vars.operations) {
            var assignment = known.get(operation.operation().id());
            if (assignment != null) {
                hint(operation.start(), assignment.start() - vars.now);
                hint(operation.end(), assignment.end() - vars.now);
                operation.modes().forEach(mode -> mode(mode, assignment));
            }
        }
        var placed = schedule.byTask();
        for (var task : vars.maintenance) {
            var placement = placed.get(task.task().id());
            if (placement != null) {
                hint(task.start(), placement.start() - vars.now);
            }
        }
        vars.arcs.keySet().forEach(machine -> sequence(machine, known));
        measures(schedule, objective, known);
    }

    private void mode(ModeVars mode, Assignment assignment) {
        boolean chosen = mode.mode().machineId().equals(assignment.machineId());
        hint(mode.chosen(), chosen);
        if (vars.machinesWithSetups.contains(mode.mode().machineId())) {
            hint(mode.takenFrom(), chosen ? assignment.setupStart() - vars.now : 0);
            hint(mode.setup(), chosen ? assignment.setupTime() : 0);
        }
    }

    private void sequence(String machine, Map<String, Assignment> known) {
        var modes = vars.modesOn(machine);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < modes.size(); i++) {
            var assignment = known.get(modes.get(i).owner().operation().id());
            if (assignment != null && assignment.machineId().equals(machine)) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingLong(i -> start(modes.get(i), known)));
        for (var arc : vars.arcs.getOrDefault(machine, List.of())) {
            int from = arc.from() < 0 ? -1 : order.indexOf(arc.from());
            boolean present = arc.from() < 0 || from >= 0;
            int after = from + 1 < order.size() ? order.get(from + 1) : -1;
            hint(arc.chosen(), present && after == arc.to());
        }
    }

    private static long start(ModeVars mode, Map<String, Assignment> known) {
        var assignment = known.get(mode.owner().operation().id());
        return assignment == null ? Long.MAX_VALUE : assignment.start();
    }

    private void measures(Schedule schedule, ObjectiveTerms objective, Map<String, Assignment> known) {
        hint(objective.makespan, schedule.makespan());
        objective.tardiness.forEach((job, late) -> {
            var chain = vars.jobs.get(job);
            var last =
                    chain == null ? null : known.get(chain.getLast().operation().id());
            if (chain != null && last != null) {
                var due = chain.getLast().job().dueDate();
                hint(late, due == null ? 0 : Math.max(0, last.end() - due));
            }
        });
        var adopted = vars.request.adopted();
        if (adopted != null) {
            var before = adopted.byOperation();
            objective.moved.forEach((operation, far) -> {
                var now = known.get(operation);
                var old = before.get(operation);
                if (now != null && old != null) {
                    hint(far, Math.abs(now.start() - old.start()));
                }
            });
        }
    }

    private void hint(IntVar variable, long value) {
        vars.model.addHint(variable, value);
    }

    private void hint(Literal literal, boolean value) {
        vars.model.addHint(literal, value);
    }
}
