package dev.millwright.bench.replanning;

import dev.millwright.scheduling.Scheduler;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.SetupTimes;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How long the first answer takes on a floor of fourteen machines, setups and 504 operations, drawn from a seed. */
final class LargeFloor {

    private static final int MACHINES = 14;
    private static final int JOBS = 63;
    private static final int STEPS = 8;
    private static final List<String> FAMILIES = List.of("a", "b", "c", "d");
    private static final long REPAIR = 3_600;
    private static final double NANOS_A_MILLI = 1e6;

    private final Random random;
    private final Scheduler scheduler = new Scheduler(SolverSettings.fast());
    private final Problem problem;
    private final Schedule adopted;

    LargeFloor(long seed) {
        random = new Random(seed);
        problem = problem();
        adopted = scheduler.firstPlan(new PlanRequest(problem, Objective.balanced(), null));
    }

    /** Milliseconds for the answers to so many breakdowns, one machine after the other. */
    List<Double> answers(int count, long frozenSeconds) {
        var millis = new ArrayList<Double>();
        for (int i = 0; i < count; i++) {
            var broken = "M" + i % MACHINES;
            var floor = problem.machines(problem.machines().stream()
                    .map(machine -> machine.id().equals(broken) ? machine.down(new Window(0, REPAIR)) : machine)
                    .toList());
            long began = System.nanoTime();
            var request = new PlanRequest(floor, Objective.balanced(), adopted).frozen(frozenSeconds);
            var answer = scheduler.firstPlan(request);
            millis.add((System.nanoTime() - began) / NANOS_A_MILLI);
            if (answer.assignments().size() != operations()) {
                throw new IllegalStateException("The answer to " + broken + "'s breakdown lacks operations.");
            }
        }
        return millis;
    }

    int operations() {
        return problem.openOperations();
    }

    private Problem problem() {
        var matrix = new HashMap<String, Map<String, Long>>();
        for (var from : FAMILIES) {
            var row = new HashMap<String, Long>();
            FAMILIES.stream().filter(to -> !to.equals(from)).forEach(to -> row.put(to, 300L + random.nextInt(600)));
            matrix.put(from, row);
        }
        var machines = new ArrayList<Machine>();
        for (int m = 0; m < MACHINES; m++) {
            machines.add(Machine.of("M" + m).setUpFor(FAMILIES.getFirst()));
        }
        var jobs = new ArrayList<Job>();
        for (int j = 0; j < JOBS; j++) {
            jobs.add(job(j));
        }
        return Problem.of(machines, jobs).setups(SetupTimes.everywhere(matrix));
    }

    private Job job(int j) {
        var operations = new ArrayList<Operation>();
        var family = FAMILIES.get(random.nextInt(FAMILIES.size()));
        for (int o = 0; o < STEPS; o++) {
            int m = o * MACHINES / STEPS;
            operations.add(Operation.of("J" + j + "-" + o, mode(m), mode((m + 1) % MACHINES))
                    .family(family));
        }
        return Job.of("J" + j, operations.toArray(Operation[]::new))
                .weighing(1 + random.nextInt(3))
                .due(20_000L + random.nextInt(60_000));
    }

    private Mode mode(int machine) {
        return new Mode("M" + machine, 300 + random.nextInt(900));
    }
}
