package dev.millwright.scheduling.instances;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Taillard's own text: {@code jobs machines ...}, under {@code Times} a row of durations per job, under
 * {@code Machines} a row of machines (from 1), both in the order of the route.
 */
final class TaillardText implements Format {
    @Override
    public String title() {
        return "job shop, Taillard's text";
    }

    @Override
    public boolean looksLike(Numbers numbers) {
        return numbers.mentions("Times") && numbers.mentions("Machines");
    }

    @Override
    public Problem read(Numbers numbers) {
        var head = numbers.line("'jobs machines'");
        int jobCount = head.count("the number of jobs");
        int machineCount = head.count("the number of machines");
        var durations = new ArrayList<long[]>();
        for (int j = 1; j <= jobCount; j++) {
            durations.add(row(numbers.line("the durations of job " + j), machineCount));
        }
        var jobs = new ArrayList<Job>();
        for (int j = 1; j <= jobCount; j++) {
            var line = numbers.line("the machines of job " + j);
            var operations = new ArrayList<Operation>();
            for (long duration : durations.get(j - 1)) {
                Mode mode = Parts.mode(line.index("a machine", 1, machineCount), duration);
                operations.add(Parts.operation(j, operations.size() + 1, List.of(mode)));
            }
            line.end("the last machine");
            jobs.add(Parts.job(j, operations));
        }
        numbers.end("the machines of job " + jobCount);
        return Problem.of(Parts.machines(machineCount), jobs);
    }

    /** A row of durations. */
    static long[] row(Numbers.Line line, int count) {
        var row = new long[count];
        for (int k = 0; k < count; k++) {
            row[k] = line.next("a duration");
        }
        line.end(count + " durations");
        return row;
    }
}
