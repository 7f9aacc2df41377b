package dev.millwright.scheduling.dispatching;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The open work of a plain problem in numbers, so that building a schedule looks nothing up by name. */
// Arrays, because the builder reads them in its inner loop; nobody compares these records.
@SuppressWarnings("ArrayRecordComponent")
final class Shop {
    /** A waiting operation; modes as parallel arrays, its family by number. */
    record Step(String operationId, int family, int[] machines, long[] durations, double meanDuration) {}

    /** A job with open operations, by its number in the problem. */
    record OpenJob(int number, Job job, long ready, Step[] steps, double[] workRemaining) {
        double dueDate() {
            return job.dueDate() == null ? Double.POSITIVE_INFINITY : job.dueDate();
        }
    }

    final ProblemIndex index;
    final String[] machineIds;
    final List<OpenJob> jobs = new ArrayList<>();
    final int operations;
    final double meanDuration;
    final double meanSetup;
    /** Whether any machine ever needs a setup: else one that has been taken never becomes more attractive. */
    final boolean changesOver;
    /** Per machine from family to family; the last number of each is no family at all. */
    final long[][][] setups;

    private final Map<String, Integer> machineNumbers = new HashMap<>();
    private final Map<String, Integer> families = new HashMap<>();

    Shop(Problem problem, ProblemIndex index) {
        this.index = index;
        machineIds = new String[problem.machines().size()];
        for (int m = 0; m < machineIds.length; m++) {
            machineIds[m] = problem.machines().get(m).id();
            machineNumbers.put(machineIds[m], m);
        }
        int count = 0;
        double work = 0;
        for (int j = 0; j < problem.jobs().size(); j++) {
            var open = open(j, problem.jobs().get(j));
            if (open.steps().length > 0) {
                jobs.add(open);
                count += open.steps().length;
                work += open.workRemaining()[0];
            }
        }
        operations = count;
        meanDuration = Math.max(1, work / Math.max(1, count));
        meanSetup = problem.setups().mean();
        changesOver = meanSetup > 0;
        for (var machine : machineIds) {
            family(index.setupState(machine));
        }
        setups = setups(problem);
    }

    private OpenJob open(int number, Job job) {
        var steps = job.openOperations().stream().map(this::step).toArray(Step[]::new);
        var remaining = new double[steps.length + 1];
        for (int i = steps.length - 1; i >= 0; i--) {
            remaining[i] = remaining[i + 1] + steps[i].meanDuration();
        }
        return new OpenJob(number, job, index.readyFrom(job), steps, remaining);
    }

    private Step step(Operation operation) {
        var modes = operation.allowedModes();
        var machines = new int[modes.size()];
        var durations = new long[modes.size()];
        double sum = 0;
        for (int k = 0; k < machines.length; k++) {
            machines[k] = number(modes.get(k).machineId());
            durations[k] = modes.get(k).duration();
            sum += durations[k];
        }
        return new Step(operation.id(), family(operation.family()), machines, durations, sum / machines.length);
    }

    int number(String machineId) {
        var number = machineNumbers.get(machineId);
        return number == null ? -1 : number;
    }

    /** The number of a family; -1 for none. */
    int family(@Nullable String name) {
        return name == null ? -1 : families.computeIfAbsent(name, _ -> families.size());
    }

    /** The setup a machine needs between two families. */
    long setup(int machine, int from, int to) {
        return from < 0 || to < 0 ? 0 : setups[machine][from][to];
    }

    private long[][][] setups(Problem problem) {
        var times = problem.setups();
        var matrices = new long[machineIds.length][families.size()][families.size()];
        for (int m = 0; m < machineIds.length; m++) {
            var machine = machineIds[m];
            for (var from : families.entrySet()) {
                for (var to : families.entrySet()) {
                    matrices[m][from.getValue()][to.getValue()] = times.between(machine, from.getKey(), to.getKey());
                }
            }
        }
        return matrices;
    }
}
