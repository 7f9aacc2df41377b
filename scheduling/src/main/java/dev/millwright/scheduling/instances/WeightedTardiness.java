package dev.millwright.scheduling.instances;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.schedule.Objective;
import java.util.ArrayList;

/**
 * Singer and Pinedo's job shop: the standard text, then per job {@code release due weight}. The due dates in the file
 * are final: the factor f of its name (due = release + f x work) is already in them. Total weighted tardiness is
 * minimised.
 */
final class WeightedTardiness implements Format {
    @Override
    public String title() {
        return "job shop with release dates, due dates and weights";
    }

    @Override
    public boolean looksLike(Numbers numbers) {
        long below = 1 + numbers.lines().getFirst().at(0);
        return numbers.lines().size() > below
                && numbers.lines().stream().skip(below).allMatch(line -> line.size() <= 3);
    }

    @Override
    public Objective objective() {
        return Objective.ofTardiness();
    }

    @Override
    public Problem read(Numbers numbers) {
        var head = numbers.line("'jobs machines'");
        int jobCount = head.count("the number of jobs");
        int machineCount = head.count("the number of machines");
        var jobs = new ArrayList<Job>();
        for (int j = 1; j <= jobCount; j++) {
            jobs.add(Parts.jobOfPairs(j, numbers.line("job " + j), machineCount));
        }
        for (int j = 1; j <= jobCount; j++) {
            var line = numbers.line("'release due weight' of job " + j);
            jobs.set(
                    j - 1,
                    jobs.get(j - 1)
                            .released(line.next("a release date"))
                            .due(line.next("a due date"))
                            .weighing(line.next("a weight")));
            line.end("the weight");
        }
        numbers.end("'release due weight' of job " + jobCount);
        return Problem.of(Parts.machines(machineCount), jobs);
    }
}
