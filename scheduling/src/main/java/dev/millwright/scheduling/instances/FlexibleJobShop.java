package dev.millwright.scheduling.instances;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Brandimarte's text ({@code .fjs}): {@code jobs machines [flexibility]}, then per job its number of operations, and per
 * operation the number of modes with pairs machine (from 1) and duration.
 */
final class FlexibleJobShop implements Format {
    @Override
    public String title() {
        return "flexible job shop (.fjs)";
    }

    /** By its head of three numbers, its name, or most of its lines; the standard text's lines never add up so. */
    @Override
    public boolean looksLike(Numbers numbers) {
        var lines = numbers.lines();
        var head = lines.getFirst();
        var rows = lines.stream().skip(1).limit(head.at(0)).toList();
        long fitting = rows.stream().filter(row -> addsUp(row, head.at(1))).count();
        return head.size() == 3 || numbers.name().endsWith(".fjs") || 2 * fitting > rows.size();
    }

    /** Whether a line is a job from its first number to its last. */
    private static boolean addsUp(Numbers.Line line, long machines) {
        long operations = line.at(0);
        int place = 1;
        long o = 0;
        for (; o < operations && place < line.size(); o++) {
            long last = place + 2 * line.at(place);
            for (place++; place <= last; place += 2) {
                if (line.at(place) < 1 || line.at(place) > machines) {
                    return false;
                }
            }
        }
        return o > 0 && o == operations && place == line.size();
    }

    @Override
    public Problem read(Numbers numbers) {
        var problem = block(numbers);
        numbers.end("job " + problem.jobs().size());
        return problem;
    }

    /** Head and jobs; what follows is left to the caller. */
    static Problem block(Numbers numbers) {
        var head = numbers.line("'jobs machines'");
        int jobCount = head.count("the number of jobs");
        int machineCount = head.count("the number of machines");
        var jobs = new ArrayList<Job>();
        for (int j = 1; j <= jobCount; j++) {
            var line = numbers.line("job " + j);
            int count = line.count("the number of operations");
            var operations = new ArrayList<Operation>();
            for (int o = 1; o <= count; o++) {
                operations.add(Parts.operation(j, o, modes(line, 1, machineCount)));
            }
            line.end("operation " + count);
            jobs.add(Parts.job(j, operations));
        }
        return Problem.of(Parts.machines(machineCount), jobs);
    }

    /** The number of modes, then pairs machine and duration. */
    static List<Mode> modes(Numbers.Line line, int firstMachine, int machineCount) {
        int count = line.count("the number of modes");
        var modes = new ArrayList<Mode>();
        for (int k = 0; k < count; k++) {
            int machine = line.index("a machine", firstMachine, machineCount);
            modes.add(Parts.mode(machine, line.next("a duration")));
        }
        return modes;
    }
}
