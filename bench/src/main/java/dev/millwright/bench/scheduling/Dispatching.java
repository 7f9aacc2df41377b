package dev.millwright.bench.scheduling;

import dev.millwright.bench.Evaluate;
import dev.millwright.scheduling.Scheduler;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.dispatching.DispatchRule;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How quickly schedules are built by dispatching. It counts this thread's processor time, so that what else the machine
 * does takes as little part as it can.
 *
 * @param seconds for each rule, after a warm-up as long
 */
public record Dispatching(int jobs, int machines, int modes, double seconds) implements Evaluate.Measurement {
    private static final double NANOS = 1e9;
    private static final int SEED = 1;
    private static final int LONGEST = 99;

    public Dispatching {
        if (jobs < 1 || machines < 1 || modes < 1 || modes > machines || !(seconds > 0)) {
            throw new IllegalArgumentException("Nothing can be measured on %d jobs, %d machines, %d modes in %s s"
                            .formatted(jobs, machines, modes, seconds)
                    + "\nUse 1 or more of each, and no more modes than machines.");
        }
    }

    @Override
    public Evaluate.Figures run() {
        var request = PlanRequest.of(shop());
        var dispatcher = new Dispatcher(request);
        Map<String, Number> metrics = new LinkedHashMap<>();
        var rates = new ArrayList<Double>();
        for (var rule : DispatchRule.values()) {
            rate(dispatcher, rule);
            double rate = rate(dispatcher, rule);
            rates.add(rate);
            metrics.put("operations_per_second_" + rule.name().toLowerCase(Locale.ROOT), Math.round(rate));
        }
        Collections.sort(rates);
        metrics.put("operations_per_second_median", Math.round(rates.get(rates.size() / 2)));
        long wall = System.nanoTime();
        long cpu = cpu();
        var plan = new Scheduler(SolverSettings.fast()).firstPlan(request);
        metrics.put("first_plan_cpu_seconds", (cpu() - cpu) / NANOS);
        metrics.put("first_plan_wall_seconds", (System.nanoTime() - wall) / NANOS);
        metrics.put("first_plan_makespan", plan.makespan());
        metrics.put(
                "first_plan_violations",
                ScheduleChecker.check(request.problem(), plan).size());
        return new Evaluate.Figures(
                Map.of("jobs", jobs, "machines", machines, "modes", modes, "seconds", seconds, "seed", SEED),
                metrics,
                List.of());
    }

    private double rate(Dispatcher dispatcher, DispatchRule rule) {
        long began = cpu();
        long placed = 0;
        do {
            placed += dispatcher.places(rule).size();
        } while ((cpu() - began) / NANOS < seconds);
        return placed * NANOS / (cpu() - began);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Every job visits every machine once, in an order of its own; other modes are on the next machines. */
    private Problem shop() {
        var random = new Random(SEED);
        var work = new ArrayList<Job>();
        for (int j = 0; j < jobs; j++) {
            var order = new ArrayList<>(IntStream.range(0, machines).boxed().toList());
            Collections.shuffle(order, random);
            var operations = new ArrayList<Operation>();
            for (int visited : order) {
                operations.add(Operation.of(
                        "J" + j + "-" + operations.size(),
                        IntStream.range(0, modes)
                                .mapToObj(k -> new Mode("M" + (visited + k) % machines, 1 + random.nextInt(LONGEST)))
                                .toArray(Mode[]::new)));
            }
            work.add(Job.of("J" + j, operations.toArray(Operation[]::new)).due(random.nextInt(jobs * LONGEST)));
        }
        var floor =
                IntStream.range(0, machines).mapToObj(m -> Machine.of("M" + m)).toList();
        return Problem.of(floor, work);
    }
}
