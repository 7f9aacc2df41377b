package dev.millwright.scheduling.cpsat;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.SetupTimes;
import dev.millwright.scheduling.problem.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Fourteen machines, nights off, four setup families, jobs of eight operations with two machines each. */
final class BusyPlant {
    private static final List<String> FAMILIES = List.of("a", "b", "c", "d");

    private BusyPlant() {}

    static Problem of(int jobCount) {
        var random = new Random(3);
        var matrix = new HashMap<String, Map<String, Long>>();
        for (var from : FAMILIES) {
            var row = new HashMap<String, Long>();
            FAMILIES.stream().filter(to -> !to.equals(from)).forEach(to -> row.put(to, 300L + random.nextInt(600)));
            matrix.put(from, row);
        }
        var machines = new ArrayList<Machine>();
        for (int m = 0; m < 14; m++) {
            machines.add(
                    Machine.of("M" + m).setUpFor("a").down(new Window(28_800, 57_600), new Window(115_200, 144_000)));
        }
        var jobs = new ArrayList<Job>();
        for (int j = 0; j < jobCount; j++) {
            jobs.add(job(j, random));
        }
        return Problem.of(machines, jobs)
                .setups(SetupTimes.everywhere(matrix))
                .maintenance(new MaintenanceTask("W", "M3", 3_600, 0, 28_800, 0));
    }

    private static Job job(int j, Random random) {
        var operations = new ArrayList<Operation>();
        var family = FAMILIES.get(random.nextInt(4));
        for (int o = 0; o < 8; o++) {
            int m = o * 14 / 8;
            var one = new Mode("M" + m, 300 + random.nextInt(900));
            var other = new Mode("M" + (m + 1) % 14, 300 + random.nextInt(900));
            operations.add(Operation.of("J" + j + "-" + o, one, other).family(family));
        }
        return new Job("J" + j, 1 + random.nextInt(3), 0, 20_000L + random.nextInt(60_000), null, operations);
    }
}
