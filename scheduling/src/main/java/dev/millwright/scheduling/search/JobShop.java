package dev.millwright.scheduling.search;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.PlanRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A (flexible) job shop in numbers, times counted from the problem's now. Nodes are the waiting operations {@code 0..n-1},
 * then a source for each machine and for each job, which ends when the machine or the job is free, then the sink.
 */
final class JobShop {
    /** A waiting operation and its job. */
    record Step(Job job, Operation operation) {}

    private static final Set<Measure> SUMS_OVER_JOBS =
            EnumSet.of(Measure.TARDINESS, Measure.LATE_JOBS, Measure.FLOW_TIME);

    /** Longest time the search counts to; sums of two stay far from overflow. */
    private static final long LONGEST = 1L << 29;

    final List<Step> steps = new ArrayList<>();
    final int operations;
    final int machines;
    final int nodes;
    final int sink;
    /** By node: the job's node before and after. */
    final int[] jobBefore;

    final int[] jobAfter;
    /** By operation and mode. */
    final int[][] machineOf;

    final int[][] durationOf;
    /** By node: when a source ends. */
    final int[] sourceEnd;
    /** The last operation of each job. */
    final int[] lasts;

    final String[] machineIds;

    /** What the jobs' ends cost; null when the makespan is what counts. */
    final @Nullable JobCosts costs;

    private JobShop(Problem problem, ProblemIndex index, Objective objective) {
        machineIds = problem.machines().stream().map(machine -> machine.id()).toArray(String[]::new);
        machines = machineIds.length;
        var open = problem.jobs().stream()
                .filter(job -> !job.openOperations().isEmpty())
                .toList();
        for (var job : open) {
            job.openOperations().forEach(operation -> steps.add(new Step(job, operation)));
        }
        operations = steps.size();
        sink = operations + machines + open.size();
        nodes = sink + 1;
        jobBefore = new int[nodes];
        jobAfter = new int[nodes];
        Arrays.fill(jobBefore, sink);
        Arrays.fill(jobAfter, sink);
        sourceEnd = new int[nodes];
        lasts = new int[open.size()];
        machineOf = new int[operations][];
        durationOf = new int[operations][];
        for (int m = 0; m < machines; m++) {
            sourceEnd[source(m)] = (int) (index.freeFrom(machineIds[m]) - problem.now());
        }
        for (int j = 0, node = 0; j < open.size(); j++) {
            int before = operations + machines + j;
            sourceEnd[before] = (int) (index.readyFrom(open.get(j)) - problem.now());
            for (var _ : open.get(j).openOperations()) {
                jobBefore[node] = before;
                jobAfter[before] = node;
                before = node++;
            }
            lasts[j] = before;
        }
        modes();
        costs = objective.counts(Measure.MAKESPAN) ? null : new JobCosts(open, objective, problem.now());
    }

    /**
     * The shop, if the request asks for a short makespan, or for jobs that end in time, and no rule but sequence and machines
     * counts.
     */
    static Optional<JobShop> of(PlanRequest request) {
        var problem = request.problem();
        var index = ProblemIndex.of(problem);
        boolean plain = fits(request.objective())
                && problem.openOperations() > 0
                && problem.maintenance().isEmpty()
                && problem.setups().byDefault().isEmpty()
                && problem.setups().byMachine().isEmpty()
                && problem.precedences().isEmpty()
                && problem.transport().isEmpty()
                && index.horizon() - problem.now() < LONGEST
                && problem.machines().stream().allMatch(machine -> plain(machine, index))
                && problem.jobs().stream().allMatch(JobShop::plain);
        return plain ? Optional.of(new JobShop(problem, index, request.objective())) : Optional.empty();
    }

    /** The makespan alone, or one sum over jobs. */
    private static boolean fits(Objective objective) {
        var counted = EnumSet.noneOf(Measure.class);
        Arrays.stream(Measure.values()).filter(objective::counts).forEach(counted::add);
        counted.remove(Measure.MAINTENANCE_DELAY);
        return counted.equals(EnumSet.of(Measure.MAKESPAN))
                || (objective.levels().size() == 1 && !counted.isEmpty() && SUMS_OVER_JOBS.containsAll(counted));
    }

    /** A graph of this shop that knows what its objective asks for. */
    DisjunctiveGraph graph() {
        return costs == null ? new DisjunctiveGraph(this) : new JobEndGraph(this, costs);
    }

    private static boolean plain(Machine machine, ProblemIndex index) {
        return !machine.unlimited()
                && machine.breaks().isEmpty()
                && index.downAhead(machine.id()).isEmpty();
    }

    private static boolean plain(Job job) {
        var chain = Job.of(job.id(), job.operations().toArray(Operation[]::new)).precedences();
        return job.deadline() == null
                && job.precedences().equals(chain)
                && job.openOperations().stream().allMatch(JobShop::plain);
    }

    private static boolean plain(Operation operation) {
        var pin = operation.pin();
        return (pin == null || pin.start() == null)
                && operation.modes().stream().allMatch(mode -> mode.needs().isEmpty());
    }

    /** The node that stands before everything on a machine. */
    int source(int machine) {
        return operations + machine;
    }

    int modes(int operation) {
        return machineOf[operation].length;
    }

    private void modes() {
        var numbers = new HashMap<String, Integer>();
        for (int m = 0; m < machines; m++) {
            numbers.put(machineIds[m], m);
        }
        for (int i = 0; i < operations; i++) {
            var modes = steps.get(i).operation().allowedModes();
            machineOf[i] = modes.stream()
                    .mapToInt(mode -> numbers.get(mode.machineId()))
                    .toArray();
            durationOf[i] =
                    modes.stream().mapToInt(mode -> (int) mode.duration()).toArray();
        }
    }

    /** No schedule is worth less. */
    long lowerBound() {
        return new LowerBound(this).value();
    }
}
