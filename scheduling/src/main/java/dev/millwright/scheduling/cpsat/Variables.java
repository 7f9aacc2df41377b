package dev.millwright.scheduling.cpsat;

import static java.util.Objects.requireNonNull;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.ProblemIndex;
import dev.millwright.scheduling.schedule.PlanRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the solver decides. Times in the model count from the problem's now. */
final class Variables {
    /** A waiting operation: one start and end, one choice a mode. */
    record OperationVars(Job job, Operation operation, IntVar start, IntVar end, List<ModeVars> modes) {}

    /**
     * A mode of an operation.
     *
     * @param takenFrom when its machine is taken, setup included; {@code start} itself where there are no setups
     * @param setup seconds of setup; the constant 0 where there are none
     */
    record ModeVars(
            OperationVars owner,
            Mode mode,
            BoolVar chosen,
            IntVar start,
            IntVar end,
            IntVar takenFrom,
            IntVar setup,
            IntervalVar taken) {}

    record MaintenanceVars(MaintenanceTask task, IntVar start, IntervalVar taken) {}

    final PlanRequest request;
    final @Nullable Focus focus;
    final ProblemIndex index;
    final CpModel model = new CpModel();
    final long now;
    final long horizon;
    final Map<String, List<OperationVars>> jobs = new LinkedHashMap<>();
    final List<OperationVars> operations = new ArrayList<>();
    final Map<String, List<ModeVars>> machines = new LinkedHashMap<>();
    final List<MaintenanceVars> maintenance = new ArrayList<>();
    final Set<String> machinesWithSetups = new TreeSet<>();
    final Map<String, List<SetupArc>> arcs = new HashMap<>();
    private final IntVar zero;

    /** The choice that {@code to} comes right after {@code from} on a machine; null stands for the machine's ends. */
    record SetupArc(int from, int to, BoolVar chosen) {}

    /** @param focus the operations to decide about freely; null: all */
    Variables(PlanRequest request, long upperBound, @Nullable Focus focus) {
        this.request = request;
        this.focus = focus;
        index = ProblemIndex.of(request.problem());
        now = request.problem().now();
        horizon = Math.max(upperBound, index.horizon()) - now;
        zero = model.newConstant(0);
        request.problem().machines().forEach(machine -> machines.put(machine.id(), new ArrayList<>()));
        findSetups();
        for (var job : request.problem().jobs()) {
            addJob(job);
        }
        request.problem().maintenance().forEach(this::addMaintenance);
    }

    /** The modes that would take this machine. */
    List<ModeVars> modesOn(String machineId) {
        return requireNonNull(machines.get(machineId));
    }

    private void findSetups() {
        var families = new HashMap<String, Set<String>>();
        for (var job : request.problem().jobs()) {
            for (var operation : job.openOperations()) {
                if (operation.family() != null) {
                    for (var mode : operation.allowedModes()) {
                        families.computeIfAbsent(mode.machineId(), _ -> new HashSet<>())
                                .add(operation.family());
                    }
                }
            }
        }
        families.forEach((machine, set) -> {
            var from = new HashSet<>(set);
            var state = index.setupState(machine);
            if (state != null) {
                from.add(state);
            }
            for (var a : from) {
                for (var b : set) {
                    if (request.problem().setups().between(machine, a, b) > 0) {
                        machinesWithSetups.add(machine);
                    }
                }
            }
        });
    }

    private void addJob(Job job) {
        var chain = new ArrayList<OperationVars>();
        long ready = index.readyFrom(job) - now;
        for (var operation : job.openOperations()) {
            var place = focus == null ? null : focus.place(operation);
            var start = time("start " + operation.id(), ready, place == null ? null : place.start());
            var end = time("end " + operation.id(), ready, place == null ? null : place.end());
            var modes = new ArrayList<ModeVars>();
            var vars = new OperationVars(job, operation, start, end, modes);
            for (var mode : focus == null ? operation.allowedModes() : focus.modes(operation)) {
                var modeVars = addMode(vars, mode);
                modes.add(modeVars);
                modesOn(mode.machineId()).add(modeVars);
            }
            chain.add(vars);
            operations.add(vars);
        }
        jobs.put(job.id(), chain);
    }

    private IntVar time(String name, long earliest, @Nullable Long known) {
        return known == null
                ? model.newIntVar(earliest, horizon, name)
                : model.newIntVar(known - now, known - now, name);
    }

    private ModeVars addMode(OperationVars vars, Mode mode) {
        var name = vars.operation().id() + " on " + mode.machineId();
        var chosen = model.newBoolVar(name);
        if (!machinesWithSetups.contains(mode.machineId())) {
            var taken = model.newOptionalIntervalVar(
                    vars.start(), LinearExpr.constant(mode.duration()), vars.end(), chosen, name);
            return new ModeVars(vars, mode, chosen, vars.start(), vars.end(), vars.start(), zero, taken);
        }
        var setup = model.newIntVar(0, longestSetup(mode.machineId(), vars.operation()), "setup " + name);
        var takenFrom = model.newIntVar(0, horizon, "taken " + name);
        var length = LinearExpr.newBuilder().add(setup).add(mode.duration()).build();
        var taken = model.newOptionalIntervalVar(takenFrom, length, vars.end(), chosen, name);
        return new ModeVars(vars, mode, chosen, vars.start(), vars.end(), takenFrom, setup, taken);
    }

    private long longestSetup(String machineId, Operation operation) {
        var setups = request.problem().setups();
        long longest = setups.between(machineId, index.setupState(machineId), operation.family());
        for (var from :
                setups.byMachine().getOrDefault(machineId, setups.byDefault()).keySet()) {
            longest = Math.max(longest, setups.between(machineId, from, operation.family()));
        }
        return longest;
    }

    private void addMaintenance(MaintenanceTask task) {
        long earliest = Math.max(task.earliest(), index.freeFrom(task.machineId())) - now;
        long latest = Math.max(earliest, task.latest() - task.duration() - now);
        var start = model.newIntVar(earliest, latest, "maintenance " + task.id());
        maintenance.add(
                new MaintenanceVars(task, start, model.newFixedSizeIntervalVar(start, task.duration(), task.id())));
    }
}
