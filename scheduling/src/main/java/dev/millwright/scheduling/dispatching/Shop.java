package dev.millwright.scheduling.dispatching;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The open work of a plain problem in numbers, so that building a schedule looks nothing up by name. Operations and their
 * modes lie job after job in arrays: a builder reads the next of a job beside the one before.
 */
final class Shop {
    /** A job with open operations, by its number in the problem; its operations are numbered from first to before last. */
    record OpenJob(int number, Job job, long ready, int first, int last) {}

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

    final String[] operationIds;
    /** By number, -1 for none. */
    final int[] family;
    /** Mean durations of this and the job's later operations. */
    final double[] workRemaining;
    /** Where each operation's modes begin; they end where the next one's begin. */
    final int[] firstMode;

    final int[] modeMachine;
    final long[] modeDuration;

    private final Map<String, Integer> machineNumbers = new HashMap<>();
    private final Map<String, Integer> families = new HashMap<>();

    Shop(Problem problem, ProblemIndex index) {
        this.index = index;
        machineIds = new String[problem.machines().size()];
        for (int m = 0; m < machineIds.length; m++) {
            machineIds[m] = problem.machines().get(m).id();
            machineNumbers.put(machineIds[m], m);
        }
        var open = new ArrayList<Operation>();
        for (int j = 0; j < problem.jobs().size(); j++) {
            var job = problem.jobs().get(j);
            int first = open.size();
            open.addAll(job.openOperations());
            if (open.size() > first) {
                jobs.add(new OpenJob(j, job, index.readyFrom(job), first, open.size()));
            }
        }
        operations = open.size();
        operationIds = open.stream().map(Operation::id).toArray(String[]::new);
        family = open.stream().mapToInt(each -> family(each.family())).toArray();
        var modes = open.stream().map(Operation::allowedModes).toList();
        firstMode = new int[operations + 1];
        Arrays.setAll(
                firstMode, s -> s == 0 ? 0 : firstMode[s - 1] + modes.get(s - 1).size());
        modeMachine = modes.stream()
                .flatMap(List::stream)
                .mapToInt(mode -> number(mode.machineId()))
                .toArray();
        modeDuration =
                modes.stream().flatMap(List::stream).mapToLong(Mode::duration).toArray();
        workRemaining = new double[operations];
        double work = 0;
        for (var job : jobs) {
            work += sumUp(job);
        }
        meanDuration = Math.max(1, work / Math.max(1, operations));
        meanSetup = problem.setups().mean();
        changesOver = meanSetup > 0;
        for (var machine : machineIds) {
            family(index.setupState(machine));
        }
        setups = setups(problem);
    }

    /** The job's work, by mean durations. */
    private double sumUp(OpenJob job) {
        double work = 0;
        for (int s = job.last() - 1; s >= job.first(); s--) {
            double sum = 0;
            for (int k = firstMode[s]; k < firstMode[s + 1]; k++) {
                sum += modeDuration[k];
            }
            work += sum / (firstMode[s + 1] - firstMode[s]);
            workRemaining[s] = work;
        }
        return work;
    }

    int mostModes() {
        int most = 1;
        for (int s = 0; s < operations; s++) {
            most = Math.max(most, firstMode[s + 1] - firstMode[s]);
        }
        return most;
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
