package dev.millwright.scheduling;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Pin;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.problem.SetupTimes;
import dev.millwright.scheduling.problem.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plants in the middle of a day, drawn from a seed: a bit of everything the problem knows. */
public final class RandomProblems {
    private static final List<String> FAMILIES = List.of("red", "green", "blue");

    private final Random random;
    private final long now;

    private RandomProblems(long seed) {
        random = new Random(seed);
        now = random.nextInt(3) * 1_000L;
    }

    /** A problem of this many jobs and machines that always has a schedule. */
    public static Problem of(long seed, int jobCount, int machineCount) {
        return new RandomProblems(seed).problem(jobCount, machineCount);
    }

    private Problem problem(int jobCount, int machineCount) {
        var machines = new ArrayList<Machine>();
        for (int m = 0; m < machineCount; m++) {
            machines.add(machine("M" + m));
        }
        var busy = new HashSet<String>();
        var jobs = new ArrayList<Job>();
        for (int j = 0; j < jobCount; j++) {
            jobs.add(job("J" + j, machineCount, busy));
        }
        var maintenance = new ArrayList<MaintenanceTask>();
        for (int m = 0; m < machineCount; m++) {
            if (chance(30)) {
                long earliest = now + random.nextInt(300);
                maintenance.add(new MaintenanceTask(
                        "W" + m, "M" + m, 20 + random.nextInt(40), earliest, earliest + 900, random.nextInt(2)));
            }
        }
        return new Problem(now, machines, jobs, setups(), maintenance);
    }

    private Machine machine(String id) {
        var down = new ArrayList<Window>();
        for (int w = random.nextInt(3); w > 0; w--) {
            long from = now - 50 + random.nextInt(400);
            down.add(new Window(from, from + 1 + random.nextInt(80)));
        }
        return new Machine(id, chance(50) ? family() : null, down, now - 20 + random.nextInt(60));
    }

    private Job job(String id, int machineCount, Set<String> busy) {
        int count = 1 + random.nextInt(4);
        int begun = chance(40) ? random.nextInt(count + 1) : 0;
        var operations = new ArrayList<Operation>();
        for (int o = 0; o < count; o++) {
            operations.add(operation(id + "-" + o, machineCount, o < begun, o == begun - 1, busy));
        }
        Long due = chance(70) ? now + random.nextInt(500) : null;
        return new Job(id, random.nextInt(4), now - 50 + random.nextInt(150), due, null, operations);
    }

    private Operation operation(String id, int machineCount, boolean begun, boolean last, Set<String> busy) {
        var modes = new ArrayList<Mode>();
        int first = random.nextInt(machineCount);
        for (int k = 0; k < 1 + random.nextInt(Math.min(3, machineCount)); k++) {
            modes.add(new Mode("M" + (first + k) % machineCount, 5 + random.nextInt(60)));
        }
        var machine = modes.getFirst().machineId();
        Progress progress = Progress.WAITING;
        if (begun && last && busy.add(machine)) {
            progress = new Progress.Running(machine, now - 10, random.nextInt(50));
        } else if (begun) {
            progress = new Progress.Done(machine, now - 200, now - 100);
        }
        var pin = chance(10) ? new Pin(machine, null) : null;
        return new Operation(id, chance(70) ? family() : null, modes, progress, pin);
    }

    private SetupTimes setups() {
        if (chance(25)) {
            return SetupTimes.none();
        }
        var own = chance(50) ? Map.of("M0", matrix()) : Map.<String, Map<String, Map<String, Long>>>of();
        return new SetupTimes(matrix(), own);
    }

    private Map<String, Map<String, Long>> matrix() {
        var matrix = new HashMap<String, Map<String, Long>>();
        for (var from : FAMILIES) {
            var row = new HashMap<String, Long>();
            for (var to : FAMILIES) {
                if (!from.equals(to)) {
                    row.put(to, (long) random.nextInt(25));
                }
            }
            matrix.put(from, row);
        }
        return matrix;
    }

    private @Nullable String family() {
        return FAMILIES.get(random.nextInt(FAMILIES.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
