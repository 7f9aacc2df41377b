package dev.millwright.scheduling.instances;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Precedence;
import dev.millwright.scheduling.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Birgin's flexible job shop with arbitrary precedence: {@code operations arcs machines}, then the arcs {@code x y} (x
 * before y, from 0), then per operation the number of modes with pairs machine (from 0) and duration. What arcs hold
 * together is a job, with its joins and forks.
 */
final class Assembly implements Format {
    private record Arc(int from, int to) {}

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
        var arcs = new ArrayList<Arc>();
        for (int a = 1; a <= arcCount; a++) {
            arcs.add(arc(numbers.line("arc " + a), operationCount));
        }
        var modes = new ArrayList<List<Mode>>();
        for (int o = 0; o < operationCount; o++) {
            var line = numbers.line("operation " + o);
            modes.add(FlexibleJobShop.modes(line, 0, machineCount));
            line.end("the last mode");
        }
        numbers.end("the last operation");
        return Problem.of(Parts.machines(machineCount), jobs(arcs, modes));
    }

    private static Arc arc(Numbers.Line line, int operations) {
        int from = line.index("an operation", 0, operations);
        int to = line.index("an operation", 0, operations);
        line.end("the arc");
        return new Arc(from, to);
    }

    private static List<Job> jobs(List<Arc> arcs, List<List<Mode>> modes) {
        var members = new LinkedHashMap<Integer, List<Integer>>();
        int[] roots = roots(arcs, modes.size());
        for (int o = 0; o < roots.length; o++) {
            members.computeIfAbsent(roots[o], _ -> new ArrayList<>()).add(o);
        }
        var jobs = new ArrayList<Job>();
        for (var entry : members.entrySet()) {
            int number = jobs.size() + 1;
            var operations = new Operation[modes.size()];
            var own = new ArrayList<Operation>();
            for (int o : entry.getValue()) {
                operations[o] = Parts.operation(number, own.size() + 1, modes.get(o));
                own.add(operations[o]);
            }
            jobs.add(Parts.job(number, own)
                    .precedences(arcs.stream()
                            .filter(arc -> roots[arc.from()] == entry.getKey())
                            .map(arc -> Precedence.of(operations[arc.from()].id(), operations[arc.to()].id()))
                            .toArray(Precedence[]::new)));
        }
        return jobs;
    }

    /** By operation, the first of those that arcs hold together with it. */
    private static int[] roots(List<Arc> arcs, int operations) {
        int[] parent = IntStream.range(0, operations).toArray();
        for (var arc : arcs) {
            int from = root(parent, arc.from());
            int to = root(parent, arc.to());
            parent[Math.max(from, to)] = Math.min(from, to);
        }
        return IntStream.range(0, operations).map(o -> root(parent, o)).toArray();
    }

    private static int root(int[] parent, int operation) {
        int root = operation;
        while (parent[root] != root) {
            root = parent[root];
        }
        return root;
    }
}
