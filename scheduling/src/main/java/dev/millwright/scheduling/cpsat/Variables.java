package dev.millwright.scheduling.cpsat;

import static java.util.Objects.requireNonNull;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import dev.millwright.scheduling.cpsat.OperationVars.ModeVars;
import dev.millwright.scheduling.cpsat.OperationVars.Stretch;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.ProblemIndex;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.PlanRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the solver decides. Times in the model count from the problem's now. */
final class Variables {
    record MaintenanceVars(MaintenanceTask task, IntVar start, IntervalVar taken) {}

    /** The choice that {@code to} comes right after {@code from} on a machine; -1 stands for the machine's ends. */
    record SetupArc(int from, int to, BoolVar chosen) {}

    final PlanRequest request;
    final @Nullable Focus focus;
    final ProblemIndex index;
    final MachineKinds kinds;
    final CpModel model = new CpModel();
    final long now;
    final long horizon;
    final Map<String, List<OperationVars>> jobs = new LinkedHashMap<>();
    final Map<String, OperationVars> operations = new LinkedHashMap<>();
    final Map<String, List<ModeVars>> machines = new LinkedHashMap<>();
    final List<MaintenanceVars> maintenance = new ArrayList<>();
    final Set<String> machinesWithSetups;
    final Map<String, List<SetupArc>> arcs = new HashMap<>();
    private final IntVar zero;

    /** @param focus the operations to decide about freely; null: all */
    Variables(PlanRequest request, long upperBound, @Nullable Focus focus) {
        this.request = request;
        this.focus = focus;
        index = ProblemIndex.of(request.problem());
        kinds = new MachineKinds(request.problem(), index);
        machinesWithSetups = kinds.withSetups;
        now = request.problem().now();
        horizon = Math.max(upperBound, index.horizon() - now + worthWaitingFor()) - now;
        zero = model.newConstant(0);
        request.problem().machines().forEach(machine -> machines.put(machine.id(), new ArrayList<>()));
        for (var job : request.problem().jobs()) {
            addJob(job);
        }
        request.problem().maintenance().forEach(this::addMaintenance);
    }

    /** A time to which some work may want to wait, because it was adopted there or energy is cheaper from then on. */
    private long worthWaitingFor() {
        long latest = now;
        var adopted = request.adopted();
        if (adopted != null && request.objective().counts(Measure.MOVED_SECONDS)) {
            for (var assignment : adopted.assignments()) {
                latest = Math.max(latest, assignment.end());
            }
        }
        var rates = request.problem().tariff().rates();
        return rates.isEmpty() || !request.objective().counts(Measure.ENERGY_COST)
                ? latest
                : Math.max(latest, rates.getLast().from());
    }

    /** The modes that would take this machine. */
    List<ModeVars> modesOn(String machineId) {
        return requireNonNull(machines.get(machineId));
    }

    /** The operations of a job that none of its others follows: when they have ended, the job has. */
    List<OperationVars> lastOf(String jobId) {
        var chain = jobs.getOrDefault(jobId, List.of());
        return chain.stream()
                .filter(each -> index.successors(each.operation().id()).stream().noneMatch(precedence -> chain.stream()
                        .anyMatch(other -> other.operation().id().equals(precedence.after()))))
                .toList();
    }

    private void addJob(Job job) {
        var chain = new ArrayList<OperationVars>();
        for (var operation : job.openOperations()) {
            var vars = addOperation(job, operation);
            chain.add(vars);
            operations.put(operation.id(), vars);
        }
        jobs.put(job.id(), chain);
    }

    private OperationVars addOperation(Job job, Operation operation) {
        var step = requireNonNull(index.step(operation.id()));
        long ready = operation.allowedModes().stream()
                        .mapToLong(mode -> index.readyFrom(step, mode.machineId()))
                        .min()
                        .orElse(now)
                - now;
        var place = focus == null ? null : focus.place(operation);
        var start = time("start " + operation.id(), ready, place == null ? null : place.start());
        var end = time("end " + operation.id(), ready, place == null ? null : place.end());
        boolean blocks =
                index.successors(operation.id()).stream().anyMatch(precedence -> precedence.link() == Link.BLOCKING);
        var until = blocks ? model.newIntVar(ready, horizon, "until " + operation.id()) : end;
        var vars = new OperationVars(job, operation, start, end, until, blocks, new ArrayList<>());
        for (var mode : focus == null ? operation.allowedModes() : focus.modes(operation)) {
            var modeVars = addMode(vars, mode);
            vars.modes().add(modeVars);
            modesOn(mode.machineId()).add(modeVars);
        }
        return vars;
    }

    private IntVar time(String name, long earliest, @Nullable Long known) {
        return known == null
                ? model.newIntVar(earliest, horizon, name)
                : model.newIntVar(known - now, known - now, name);
    }

    private ModeVars addMode(OperationVars vars, Mode mode) {
        var name = vars.operation().id() + " on " + mode.machineId();
        var chosen = model.newBoolVar(name);
        var stretches = kinds.byIntervals(mode.machineId()) ? List.<Stretch>of() : stretches(vars, mode, name);
        boolean setups = machinesWithSetups.contains(mode.machineId());
        var setup = setups
                ? model.newIntVar(0, kinds.longestSetup(mode.machineId(), vars.operation()), "setup " + name)
                : zero;
        var takenFrom = setups ? model.newIntVar(0, horizon, "taken " + name) : vars.start();
        var length = vars.blocks() || !stretches.isEmpty()
                ? anyLength()
                : LinearExpr.newBuilder().add(setup).add(mode.duration());
        var taken = model.newOptionalIntervalVar(takenFrom, length, vars.until(), chosen, name);
        return new ModeVars(vars, mode, chosen, vars.start(), vars.end(), takenFrom, setup, taken, stretches);
    }

    /** A length that follows from an interval's start and end: one variable is all a size may have. */
    LinearArgument anyLength() {
        return model.newIntVar(0, horizon, "length");
    }

    private List<Stretch> stretches(OperationVars vars, Mode mode, String name) {
        var machine = index.machine(mode.machineId());
        boolean stretching = vars.operation().stretches();
        var starts =
                Starts.of(mode.duration(), stretching, index.breaks(mode), machine.down(), now, now + horizon, now);
        var stretches = new ArrayList<Stretch>();
        starts.forEach((extra, domain) ->
                stretches.add(new Stretch(model.newBoolVar(name + " interrupted " + extra), extra, domain)));
        return stretches;
    }

    private void addMaintenance(MaintenanceTask task) {
        long earliest = Math.max(task.earliest(), index.freeFrom(task.machineId())) - now;
        long latest = Math.max(earliest, task.latest() - task.duration() - now);
        var start = model.newIntVar(earliest, latest, "maintenance " + task.id());
        maintenance.add(
                new MaintenanceVars(task, start, model.newFixedSizeIntervalVar(start, task.duration(), task.id())));
    }
}
