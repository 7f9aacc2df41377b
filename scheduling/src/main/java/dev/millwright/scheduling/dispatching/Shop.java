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

/** A problem's open work with machines as numbers, so that building a schedule looks nothing up by name. */
// Arrays, because the builder reads them in its inner loop; nobody compares these records.
@SuppressWarnings("ArrayRecordComponent")
final class Shop {
    /** A waiting operation; modes as parallel arrays. */
    record Step(
            Operation operation,
            int[] machines,
            long[] durations,
            @Nullable Long pinnedStart,
            double meanDuration) {}

    /** A job with open operations. */
    record OpenJob(Job job, long ready, List<Step> steps, double[] workRemaining) {
        double dueDate() {
            return job.dueDate() == null ? Double.POSITIVE_INFINITY : job.dueDate();
        }
    }

    final Problem problem;
    final ProblemIndex index;
    final String[] machineIds;
    final Map<String, Integer> machineNumbers = new HashMap<>();
    final List<OpenJob> jobs = new ArrayList<>();
    final int operations;
    final double meanDuration;

    Shop(Problem problem) {
        this.problem = problem;
        index = ProblemIndex.of(problem);
        machineIds = new String[problem.machines().size()];
        for (int m = 0; m < machineIds.length; m++) {
            machineIds[m] = problem.machines().get(m).id();
            machineNumbers.put(machineIds[m], m);
        }
        int count = 0;
        double work = 0;
        for (var job : problem.jobs()) {
            var open = open(job);
            if (!open.steps().isEmpty()) {
                jobs.add(open);
                count += open.steps().size();
                work += open.workRemaining()[0];
            }
        }
        operations = count;
        meanDuration = Math.max(1, work / Math.max(1, count));
    }

    private OpenJob open(Job job) {
        var steps = new ArrayList<Step>();
        for (var operation : job.openOperations()) {
            steps.add(step(operation));
        }
        var remaining = new double[steps.size() + 1];
        for (int i = steps.size() - 1; i >= 0; i--) {
            remaining[i] = remaining[i + 1] + steps.get(i).meanDuration();
        }
        return new OpenJob(job, index.readyFrom(job), steps, remaining);
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
        var pin = operation.pin();
        return new Step(operation, machines, durations, pin == null ? null : pin.start(), sum / machines.length);
    }

    int number(String machineId) {
        var number = machineNumbers.get(machineId);
        return number == null ? -1 : number;
    }
}
