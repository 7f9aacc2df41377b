package dev.millwright.scheduling.instances;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.schedule.Objective;
import java.util.ArrayList;
import java.util.List;

/**
 * The job shop with due dates: {@code machines jobs}, then per job a row of durations where column k is machine k, a
 * row with its route over all machines (from 1), and a row with its due date. Total tardiness is minimised.
 */
final class TotalTardiness implements Format {
    @Override
    public String title() {
        return "job shop with due dates, total tardiness";
    }

    @Override
    public boolean looksLike(Numbers numbers) {
        return numbers.mentions("Processing times") || numbers.mentions("Routes of jobs");
    }

    @Override
    public Objective objective() {
        return Objective.ofTardiness();
    }

    @Override
    public Problem read(Numbers numbers) {
        var head = numbers.line("'machines jobs'");
        int machineCount = head.count("the number of machines");
        int jobCount = head.count("the number of jobs");
        var durations = new ArrayList<long[]>();
        for (int j = 1; j <= jobCount; j++) {
            durations.add(TaillardText.row(numbers.line("the processing times of job " + j), machineCount));
        }
        var jobs = new ArrayList<Job>();
        for (int j = 1; j <= jobCount; j++) {
            jobs.add(route(j, numbers.line("the route of job " + j), durations.get(j - 1)));
        }
        for (int j = 1; j <= jobCount; j++) {
            var line = numbers.line("the due date of job " + j);
            jobs.set(j - 1, jobs.get(j - 1).due(line.next("a due date")));
            line.end("the due date");
        }
        numbers.end("the due date of job " + jobCount);
        return Problem.of(Parts.machines(machineCount), jobs);
    }

    private static Job route(int number, Numbers.Line line, long[] durations) {
        var operations = new ArrayList<Operation>();
        // Each machine once; behind that a published file (gta41) carries stray numbers.
        while (operations.size() < durations.length) {
            int machine = line.index("a machine", 1, durations.length);
            var mode = Parts.mode(machine, durations[machine]);
            operations.add(Parts.operation(number, operations.size() + 1, List.of(mode)));
        }
        return Parts.job(number, operations);
    }
}
