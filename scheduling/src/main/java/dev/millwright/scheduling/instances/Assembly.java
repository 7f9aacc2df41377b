package dev.millwright.scheduling.instances;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Birgin's flexible job shop with arbitrary precedence: {@code operations arcs machines}, then the arcs {@code x y} (x
 * before y, from 0), then per operation the number of modes with pairs machine (from 0) and duration. Only files whose
 * arcs form chains can be read so far: a problem knows jobs in sequence, no joins and no forks.
 */
final class Assembly implements Format {
    private static final int NONE = -1;

    @Override
    public String title() {
        return "flexible job shop with arbitrary precedence";
    }

    @Override
    public boolean looksLike(Numbers numbers) {
        var lines = numbers.lines();
        return lines.getFirst().size() == 3 && lines.size() > 1 && lines.get(1).size() == 2;
    }

    @Override
    public Problem read(Numbers numbers) {
        var head = numbers.line("'operations arcs machines'");
        int operationCount = head.count("the number of operations");
        int arcCount = head.count("the number of arcs");
        int machineCount = head.count("the number of machines");
        head.end("the number of machines");
        var next = new int[operationCount];
        var before = new int[operationCount];
        Arrays.fill(next, NONE);
        Arrays.fill(before, NONE);
        for (int a = 1; a <= arcCount; a++) {
            arc(numbers.line("arc " + a), next, before);
        }
        var modes = new ArrayList<List<Mode>>();
        for (int o = 0; o < operationCount; o++) {
            var line = numbers.line("operation " + o);
            modes.add(FlexibleJobShop.modes(line, 0, machineCount));
            line.end("the last mode");
        }
        numbers.end("the last operation");
        var problem = Problem.of(Parts.machines(machineCount), chains(next, before, modes));
        if (problem.openOperations() < operationCount) {
            throw new IllegalArgumentException(numbers.name() + ": "
                    + (operationCount - problem.openOperations())
                    + " operations wait for one another in a circle\nCorrect the arcs.");
        }
        return problem;
    }

    private static void arc(Numbers.Line line, int[] next, int[] before) {
        int from = line.index("an operation", 0, next.length);
        int to = line.index("an operation", 0, next.length);
        line.end("the arc");
        if (next[from] != NONE || before[to] != NONE) {
            throw line.trouble("has the arc " + from + " to " + to + ", which makes "
                    + (before[to] == NONE ? "a fork" : "a join")
                    + ", expected chains: precedence beyond them cannot be planned yet");
        }
        next[from] = to;
        before[to] = from;
    }

    private static List<Job> chains(int[] next, int[] before, List<List<Mode>> modes) {
        var jobs = new ArrayList<Job>();
        for (int first = 0; first < before.length; first++) {
            if (before[first] == NONE) {
                var operations = new ArrayList<Operation>();
                for (int o = first; o != NONE; o = next[o]) {
                    operations.add(Parts.operation(jobs.size() + 1, operations.size() + 1, modes.get(o)));
                }
                jobs.add(Parts.job(jobs.size() + 1, operations));
            }
        }
        return jobs;
    }
}
