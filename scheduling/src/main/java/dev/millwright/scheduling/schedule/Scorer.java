package dev.millwright.scheduling.schedule;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures schedules of one request: made once, it measures as many as one likes. */
public final class Scorer {
    /** A waiting operation and where the adopted schedule has it. */
    private record Waiting(Operation operation, @Nullable Assignment adopted) {}

    private final Problem problem;
    private final Objective objective;
    private final Map<String, Waiting> waiting = new HashMap<>();
    private final Map<String, Integer> jobs = new HashMap<>();
    private final Map<String, Integer> machines = new HashMap<>();
    private final long[] remaining;
    private final EnergyMeter energy;

    public Scorer(PlanRequest request) {
        problem = request.problem();
        objective = request.objective();
        energy = new EnergyMeter(problem);
        remaining = new long[problem.machines().size()];
        for (var machine : problem.machines()) {
            machines.put(machine.id(), machines.size());
        }
        var adopted = request.adopted() == null
                ? Map.<String, Assignment>of()
                : request.adopted().byOperation();
        for (var job : problem.jobs()) {
            jobs.put(job.id(), jobs.size());
            for (var operation : job.operations()) {
                begin(operation, adopted.get(operation.id()));
            }
        }
    }

    private void begin(Operation operation, @Nullable Assignment adopted) {
        switch (operation.progress()) {
            case Progress.Waiting() -> waiting.put(operation.id(), new Waiting(operation, adopted));
            case Progress.Running(var machine, var _, var left) -> remaining[machines.getOrDefault(machine, 0)] += left;
            case Progress.Done _ -> {}
        }
    }

    /** What assignments and maintenance are worth. */
    public Score score(List<Assignment> assignments, List<MaintenancePlacement> maintenance) {
        var sums = new Sums(problem.now(), problem.jobs().size(), remaining.clone());
        for (var assignment : assignments) {
            sums.end(jobs.getOrDefault(assignment.jobId(), -1), assignment.end());
            sums.setup += assignment.setupTime();
            var known = waiting.get(assignment.operationId());
            if (known != null) {
                add(sums, known, assignment);
            }
        }
        problem.jobs().forEach(job -> late(sums, job));
        return sums.score(largestLoad(sums.loads), delay(maintenance)).by(objective);
    }

    private void add(Sums sums, Waiting known, Assignment assignment) {
        var adopted = known.adopted();
        if (adopted != null) {
            sums.moved += Math.abs(assignment.start() - adopted.start());
            sums.changed += assignment.machineId().equals(adopted.machineId()) ? 0 : 1;
        }
        var machine = machines.get(assignment.machineId());
        var mode = mode(known.operation(), assignment.machineId());
        if (machine != null && mode != null) {
            sums.loads[machine] += assignment.setupTime() + mode.duration();
            sums.cost += mode.cost();
            sums.energy += energy.cost(mode, assignment.start(), assignment.end());
        }
    }

    private static @Nullable Mode mode(Operation operation, String machineId) {
        for (var mode : operation.modes()) {
            if (mode.machineId().equals(machineId)) {
                return mode;
            }
        }
        return null;
    }

    private void late(Sums sums, Job job) {
        long end = sums.ends[jobs.getOrDefault(job.id(), 0)];
        if (end == Long.MIN_VALUE) {
            return;
        }
        sums.flow += Math.max(0, end - Math.max(problem.now(), job.releaseDate()));
        if (job.dueDate() != null && end > job.dueDate()) {
            sums.tardiness += job.weight() * (end - job.dueDate());
            sums.late++;
        }
    }

    private long largestLoad(long[] loads) {
        long largest = 0;
        for (int m = 0; m < loads.length; m++) {
            Machine machine = problem.machines().get(m);
            largest = machine.unlimited() ? largest : Math.max(largest, loads[m]);
        }
        return largest;
    }

    private long delay(List<MaintenancePlacement> maintenance) {
        if (problem.maintenance().isEmpty()) {
            return 0;
        }
        var starts = new HashMap<String, Long>();
        maintenance.forEach(placement -> starts.put(placement.taskId(), placement.start()));
        long delay = 0;
        for (var task : problem.maintenance()) {
            var start = starts.get(task.id());
            delay += start == null ? 0 : task.cost(start);
        }
        return delay;
    }

    /** What adds up while the assignments pass by. */
    private static final class Sums {
        private final long now;
        private final long[] ends;
        private final long[] loads;
        private long last;
        private long tardiness;
        private int late;
        private long flow;
        private long setup;
        private long energy;
        private long moved;
        private int changed;
        private long cost;

        Sums(long now, int jobs, long[] loads) {
            this.now = now;
            this.loads = loads;
            last = now;
            ends = new long[jobs];
            Arrays.fill(ends, Long.MIN_VALUE);
        }

        void end(int job, long end) {
            last = Math.max(last, end);
            if (job >= 0) {
                ends[job] = Math.max(ends[job], end);
            }
        }

        Score score(long largestLoad, long delay) {
            return new Score(
                    last - now,
                    tardiness,
                    late,
                    flow,
                    setup,
                    largestLoad,
                    energy,
                    delay,
                    moved,
                    changed,
                    cost,
                    List.of());
        }
    }
}
