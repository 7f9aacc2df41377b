package dev.millwright.scheduling.cpsat;

import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.Literal;
import dev.millwright.scheduling.cpsat.OperationVars.ModeVars;
import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Starts the search from a schedule that is known. */
final class Hints {
    private final Variables vars;
    private final Schedule schedule;
    private final Map<String, Assignment> known;

    Hints(Variables vars, Schedule schedule) {
        this.vars = vars;
        this.schedule = schedule;
        known = schedule.byOperation();
    }

    void give(ObjectiveTerms objective) {
        for (var operation : vars.operations.values()) {
            var assignment = known.get(operation.operation().id());
            if (assignment != null) {
                hint(operation.start(), assignment.start() - vars.now);
                hint(operation.end(), assignment.end() - vars.now);
                operation.modes().forEach(mode -> mode(mode, assignment));
                if (operation.blocks()) {
                    hint(operation.until(), until(assignment) - vars.now);
                }
            }
        }
        var placed = schedule.byTask();
        for (var task : vars.maintenance) {
            var placement = placed.get(task.task().id());
            if (placement != null) {
                hint(task.start(), placement.start() - vars.now);
            }
        }
        vars.arcs.keySet().forEach(this::sequence);
        jobs(objective.ofJobs);
        moved(objective.ofFloor);
    }

    private long until(Assignment assignment) {
        long until = assignment.end();
        for (var precedence : vars.index.successors(assignment.operationId())) {
            var after = known.get(precedence.after());
            if (precedence.link() == Link.BLOCKING && after != null) {
                boolean same = after.machineId().equals(assignment.machineId());
                until = Math.max(until, same ? after.setupStart() : after.start());
            }
        }
        return until;
    }

    private void mode(ModeVars mode, Assignment assignment) {
        boolean chosen = mode.mode().machineId().equals(assignment.machineId());
        hint(mode.chosen(), chosen);
        if (vars.machinesWithSetups.contains(mode.mode().machineId())) {
            hint(mode.takenFrom(), chosen ? assignment.setupStart() - vars.now : 0);
            hint(mode.setup(), chosen ? assignment.setupTime() : 0);
        }
        long extra = assignment.end() - assignment.start() - mode.mode().duration();
        mode.stretches().forEach(stretch -> hint(stretch.chosen(), chosen && stretch.extra() == extra));
    }

    private void sequence(String machine) {
        var modes = vars.modesOn(machine);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < modes.size(); i++) {
            var assignment = known.get(modes.get(i).owner().operation().id());
            if (assignment != null && assignment.machineId().equals(machine)) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingLong(i -> start(modes.get(i))));
        for (var arc : vars.arcs.getOrDefault(machine, List.of())) {
            int from = arc.from() < 0 ? -1 : order.indexOf(arc.from());
            boolean present = arc.from() < 0 || from >= 0;
            int after = from + 1 < order.size() ? order.get(from + 1) : -1;
            hint(arc.chosen(), present && after == arc.to());
        }
    }

    private long start(ModeVars mode) {
        var assignment = known.get(mode.owner().operation().id());
        return assignment == null ? Long.MAX_VALUE : assignment.start();
    }

    private void jobs(JobMeasures measures) {
        if (measures.makespan != null) {
            hint(measures.makespan, schedule.makespan());
        }
        for (var job : vars.request.problem().jobs()) {
            long end = job.operations().stream()
                    .map(operation -> known.get(operation.id()))
                    .filter(assignment -> assignment != null)
                    .mapToLong(Assignment::end)
                    .max()
                    .orElse(vars.now);
            var late = measures.tardiness.get(job.id());
            if (late != null && job.dueDate() != null) {
                hint(late, Math.max(0, end - job.dueDate()));
            }
            var ends = measures.ends.get(job.id());
            if (ends != null) {
                hint(ends, end - vars.now);
            }
        }
    }

    private void moved(FloorMeasures measures) {
        var adopted = vars.request.adopted();
        var before = adopted == null ? Map.<String, Assignment>of() : adopted.byOperation();
        measures.moved.forEach((operation, far) -> {
            var now = known.get(operation);
            var old = before.get(operation);
            if (now != null && old != null) {
                hint(far, Math.abs(now.start() - old.start()));
            }
        });
    }

    private void hint(IntVar variable, long value) {
        vars.model.addHint(variable, value);
    }

    private void hint(Literal literal, boolean value) {
        vars.model.addHint(literal, value);
    }
}
