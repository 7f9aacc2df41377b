package dev.millwright.scheduling.instances;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Taillard's flow shop: {@code jobs machines}, then per machine a row with every job's duration. Every job visits the
 * machines in their order. That all machines also keep one order of jobs (the permutation rule) is not part of the
 * problem read: its schedules may pass one another, and can be shorter than the best permutation.
 */
final class FlowShop implements Format {
    @Override
    public String title() {
        return "flow shop";
    }

    /** Rows of one number a job, about as many as machines; where half a row is a route, the number of rows decides. */
    @Override
    public boolean looksLike(Numbers numbers) {
        long jobs = numbers.lines().getFirst().at(0);
        long machines = numbers.lines().getFirst().at(1);
        long rows = numbers.lines().size() - 1L;
        long fitting = numbers.lines().stream()
                .skip(1)
                .filter(line -> line.size() == jobs)
                .count();
        return 2 * fitting > rows && (jobs == machines || Math.abs(rows - machines) < Math.abs(rows - jobs));
    }

    @Override
    public Problem read(Numbers numbers) {
        var head = numbers.line("'jobs machines'");
        int jobCount = head.count("the number of jobs");
        int machineCount = head.count("the number of machines");
        var routes = new ArrayList<List<Operation>>();
        for (int j = 0; j < jobCount; j++) {
            routes.add(new ArrayList<>());
        }
        for (int m = 0; m < machineCount; m++) {
            var durations = TaillardText.row(numbers.line("the durations on machine " + (m + 1)), jobCount);
            for (int j = 0; j < jobCount; j++) {
                routes.get(j).add(Parts.operation(j + 1, m + 1, List.of(Parts.mode(m, durations[j]))));
            }
        }
        numbers.end("the durations on machine " + machineCount);
        var jobs = new ArrayList<Job>();
        routes.forEach(route -> jobs.add(Parts.job(jobs.size() + 1, route)));
        return Problem.of(Parts.machines(machineCount), jobs);
    }
}
