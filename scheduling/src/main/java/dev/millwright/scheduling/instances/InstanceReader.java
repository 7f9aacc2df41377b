package dev.millwright.scheduling.instances;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a public problem: the standard job shop text and the flexible job shop's {@code .fjs}. */
public final class InstanceReader {
    private InstanceReader() {}

    /** The problem in a file: flexible when its name ends in {@code .fjs}, else a job shop. */
    public static Problem read(Path file) throws IOException {
        var name = file.getFileName().toString();
        var text = Files.readString(file);
        return name.endsWith(".fjs") ? flexibleJobShop(name, text) : jobShop(name, text);
    }

    /** The standard text: {@code jobs machines}, then per job a line of pairs machine (from 0) and duration. */
    public static Problem jobShop(String name, String text) {
        var numbers = new Numbers(name, text);
        var head = numbers.line("'jobs machines'");
        long jobCount = head.next("the number of jobs");
        int machineCount = Math.toIntExact(head.next("the number of machines"));
        var jobs = new ArrayList<Job>();
        for (int j = 1; j <= jobCount; j++) {
            var line = numbers.line("job " + j);
            var operations = new ArrayList<Operation>();
            while (line.hasNext()) {
                int machine = line.index("a machine", 0, machineCount);
                var mode = new Mode(machineId(machine), line.next("a duration"));
                operations.add(operation(j, operations.size() + 1, List.of(mode)));
            }
            jobs.add(job(j, operations));
        }
        return Problem.of(machines(machineCount), jobs);
    }

    /**
     * Brandimarte's text: {@code jobs machines [flexibility]}, then per job its number of operations, and per operation
     * the number of modes with pairs machine (from 1) and duration.
     */
    public static Problem flexibleJobShop(String name, String text) {
        var numbers = new Numbers(name, text);
        var head = numbers.line("'jobs machines'");
        long jobCount = head.next("the number of jobs");
        int machineCount = Math.toIntExact(head.next("the number of machines"));
        var jobs = new ArrayList<Job>();
        for (int j = 1; j <= jobCount; j++) {
            var line = numbers.line("job " + j);
            long count = line.next("the number of operations");
            var operations = new ArrayList<Operation>();
            for (int o = 1; o <= count; o++) {
                operations.add(operation(j, o, modes(line, machineCount)));
            }
            jobs.add(job(j, operations));
        }
        return Problem.of(machines(machineCount), jobs);
    }

    private static List<Mode> modes(Numbers.Line line, int machineCount) {
        long count = line.next("the number of modes");
        var modes = new ArrayList<Mode>();
        for (int k = 0; k < count; k++) {
            int machine = line.index("a machine", 1, machineCount);
            modes.add(new Mode(machineId(machine), line.next("a duration")));
        }
        return modes;
    }

    private static Operation operation(int job, int position, List<Mode> modes) {
        return new Operation("J" + job + "-" + position, null, modes, Progress.WAITING, null);
    }

    private static Job job(int number, List<Operation> operations) {
        return new Job("J" + number, 1, 0, null, null, operations);
    }

    private static List<Machine> machines(int count) {
        var machines = new ArrayList<Machine>();
        for (int m = 0; m < count; m++) {
            machines.add(Machine.of(machineId(m)));
        }
        return machines;
    }

    private static String machineId(int machine) {
        return "M" + (machine + 1);
    }
}
