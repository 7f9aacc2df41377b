package dev.millwright.scheduling.instances;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.SetupTimes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fattahi's flexible job shop with sequence-dependent setups: the {@code .fjs} block, then for each machine a matrix of
 * setup times from every operation (row) to every operation (column). Every operation is a setup family of its own; the
 * first on a machine needs no setup.
 */
final class FlexibleSetups implements Format {
    /** Written for pairs that cannot meet on a machine. */
    private static final long NEVER = 1_000_000;

    private static final FlexibleJobShop BLOCK = new FlexibleJobShop();

    @Override
    public String title() {
        return "flexible job shop with sequence-dependent setups";
    }

    @Override
    public boolean looksLike(Numbers numbers) {
        long jobs = numbers.lines().getFirst().at(0);
        return BLOCK.looksLike(numbers) && numbers.lines().size() > 1 + jobs;
    }

    @Override
    public Problem read(Numbers numbers) {
        var block = FlexibleJobShop.block(numbers);
        var jobs = new ArrayList<Job>();
        var families = new ArrayList<String>();
        for (var job : block.jobs()) {
            var operations = job.operations().stream()
                    .map(operation -> operation.family(operation.id()))
                    .toList();
            operations.forEach(operation -> families.add(operation.id()));
            jobs.add(Job.of(job.id(), operations.toArray(Operation[]::new)).released(0));
        }
        var byMachine = new HashMap<String, Map<String, Map<String, Long>>>();
        for (var machine : block.machines()) {
            byMachine.put(machine.id(), matrix(numbers, machine.id(), families));
        }
        numbers.end("the setups of the last machine");
        return Problem.of(block.machines(), jobs).setups(new SetupTimes(Map.of(), byMachine));
    }

    private static Map<String, Map<String, Long>> matrix(Numbers numbers, String machine, List<String> families) {
        var matrix = new HashMap<String, Map<String, Long>>();
        for (var from : families) {
            var line = numbers.line("the setups on " + machine + " after " + from);
            var row = new HashMap<String, Long>();
            for (var to : families) {
                long setup = line.next("a setup time");
                if (setup < NEVER) {
                    row.put(to, setup);
                }
            }
            line.end(families.size() + " setup times");
            matrix.put(from, row);
        }
        return matrix;
    }
}
