package dev.millwright.scheduling.search;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Precedence;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.PlanRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A problem whose schedules follow from the sequence on every machine alone, in numbers: precedence, setups, transport,
 * calendars, dates and pins, but neither shared resources nor links closer than "after". Nodes are the waiting
 * operations, then a source for each machine, then the sink. A pinned start is a time before which the operation does not
 * start, and {@link Worth} makes it dear to start it later.
 */
final class SequencedShop {
    /** Matrices larger than this are left to solvers that do not spell them out. */
    private static final long MOST_SETUPS = 8_000_000;

    static final long ANY_TIME = Long.MIN_VALUE;

    final Problem problem;
    final List<Job> jobs = new ArrayList<>();
    final List<Operation> operationList = new ArrayList<>();
    final int operations;
    final int machines;
    final int sink;
    final int[] jobOf;
    final boolean[] stretches;
    /** By operation; {@link #ANY_TIME} where no start is pinned. */
    final long[] pinnedStart;
    /** By operation and mode. */
    final int[][] machineOf;

    final long[][] durationOf;
    final long[][] readyOf;
    final long[][] costOf;
    /** By operation: what it follows, the lag after each, and what follows it. */
    final int[][] before;

    final long[][] lag;
    final int[][] after;
    final long[] machineFree;
    final boolean[] unlimited;
    final MachineCalendar[] calendar;
    final SetupMatrix setups;
    /** By machine and machine; null when everything is close by. */
    final long[][] transport;

    private final Map<String, Integer> machineNumbers = new HashMap<>();

    private SequencedShop(Problem problem, List<MaintenancePlacement> maintenance) {
        this.problem = problem;
        var index = ProblemIndex.of(problem);
        for (var job : problem.jobs()) {
            if (!job.openOperations().isEmpty()) {
                jobs.add(job);
            }
        }
        jobOf = jobs.stream()
                .flatMapToInt(job -> job.openOperations().stream().mapToInt(_ -> jobs.indexOf(job)))
                .toArray();
        jobs.forEach(job -> operationList.addAll(job.openOperations()));
        operations = operationList.size();
        machines = problem.machines().size();
        sink = operations + machines;
        stretches = new boolean[operations];
        pinnedStart = new long[operations];
        machineOf = new int[operations][];
        durationOf = new long[operations][];
        readyOf = new long[operations][];
        costOf = new long[operations][];
        before = new int[operations][];
        lag = new long[operations][];
        after = new int[operations][];
        machineFree = new long[machines];
        unlimited = new boolean[machines];
        calendar = new MachineCalendar[machines];
        readMachines(index, maintenance);
        setups = new SetupMatrix(problem, index, operationList);
        transport = problem.transport().isEmpty() ? new long[0][] : ways();
        readOperations(index);
    }

    /**
     * The shop, if sequences say all.
     *
     * @param maintenance where maintenance stays
     */
    static Optional<SequencedShop> of(PlanRequest request, List<MaintenancePlacement> maintenance) {
        var problem = request.problem();
        boolean fits = problem.openOperations() > 0
                && !request.objective().counts(Measure.ENERGY_COST)
                && SetupMatrix.size(problem) <= MOST_SETUPS
                && problem.precedences().stream().allMatch(SequencedShop::plain)
                && problem.jobs().stream().allMatch(SequencedShop::plain);
        return fits ? Optional.of(new SequencedShop(problem, maintenance)) : Optional.empty();
    }

    private static boolean plain(Precedence precedence) {
        return precedence.link() == Link.PLAIN;
    }

    private static boolean plain(Job job) {
        return job.precedences().stream().allMatch(SequencedShop::plain)
                && job.openOperations().stream().allMatch(SequencedShop::plain);
    }

    private static boolean plain(Operation operation) {
        return operation.modes().stream().allMatch(mode -> mode.needs().isEmpty());
    }

    private static long pinnedStart(Operation operation) {
        var pin = operation.pin();
        var start = pin == null ? null : pin.start();
        return start == null ? ANY_TIME : start;
    }

    int source(int machine) {
        return operations + machine;
    }

    int modes(int operation) {
        return machineOf[operation].length;
    }

    int number(String machineId) {
        return machineNumbers.getOrDefault(machineId, -1);
    }

    long way(int from, int to) {
        return transport.length == 0 ? 0 : transport[from][to];
    }

    private void readMachines(ProblemIndex index, List<MaintenancePlacement> maintenance) {
        for (int m = 0; m < machines; m++) {
            Machine machine = problem.machines().get(m);
            machineNumbers.put(machine.id(), m);
            machineFree[m] = index.freeFrom(machine.id());
            unlimited[m] = machine.unlimited();
            var down = new ArrayList<>(index.downAhead(machine.id()));
            for (var placement : maintenance) {
                if (placement.machineId().equals(machine.id())) {
                    down.add(new Window(placement.start(), placement.end()));
                }
            }
            calendar[m] = new MachineCalendar(machine.breaks(), Window.merged(down));
        }
    }

    private long[][] ways() {
        var ways = new long[machines][machines];
        for (int from = 0; from < machines; from++) {
            for (int to = 0; to < machines; to++) {
                ways[from][to] = problem.transport()
                        .between(
                                problem.machines().get(from).id(),
                                problem.machines().get(to).id());
            }
        }
        return ways;
    }

    private void readOperations(ProblemIndex index) {
        var numbers = new HashMap<String, Integer>();
        for (int i = 0; i < operations; i++) {
            numbers.put(operationList.get(i).id(), i);
        }
        for (int i = 0; i < operations; i++) {
            var operation = operationList.get(i);
            var step = new ProblemIndex.Step(jobs.get(jobOf[i]), 0, operation);
            var modes = operation.allowedModes();
            stretches[i] = operation.stretches();
            long pinned = pinnedStart(operation);
            pinnedStart[i] = pinned;
            machineOf[i] =
                    modes.stream().mapToInt(mode -> number(mode.machineId())).toArray();
            durationOf[i] = modes.stream().mapToLong(mode -> mode.duration()).toArray();
            costOf[i] = modes.stream().mapToLong(mode -> mode.cost()).toArray();
            readyOf[i] = modes.stream()
                    .mapToLong(mode -> Math.max(pinned, index.readyFrom(step, mode.machineId())))
                    .toArray();
            var waitsFor = index.predecessors(operation.id()).stream()
                    .filter(precedence -> numbers.containsKey(precedence.before()))
                    .toList();
            before[i] = waitsFor.stream()
                    .mapToInt(precedence -> numbers.get(precedence.before()))
                    .toArray();
            lag[i] = waitsFor.stream().mapToLong(Precedence::lag).toArray();
            after[i] = index.successors(operation.id()).stream()
                    .filter(precedence -> numbers.containsKey(precedence.after()))
                    .mapToInt(precedence -> numbers.get(precedence.after()))
                    .toArray();
        }
    }
}
