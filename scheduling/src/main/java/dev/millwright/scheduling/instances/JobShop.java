package dev.millwright.scheduling.instances;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Problem;
import java.util.ArrayList;

/**
 * The standard text (OR-Library, JSPLIB): {@code jobs machines}, then per job a line of pairs machine (from 0) and
 * duration. Jobs may differ in length and visit a machine more than once, as in the industrial sets.
 */
final class JobShop implements Format {
    @Override
    public String title() {
        return "job shop, standard text";
    }

    /** What is left when no other format with two numbers in its head fits. */
    @Override
    public boolean looksLike(Numbers numbers) {
        return true;
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
        numbers.end("job " + jobCount);
        return Problem.of(Parts.machines(machineCount), jobs);
    }
}
