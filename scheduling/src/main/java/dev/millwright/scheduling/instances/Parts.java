package dev.millwright.scheduling.instances;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import java.util.ArrayList;
import java.util.List;

/** The names and parts every format shares: jobs J1, J2, machines M1, M2, operations J1-1, J1-2. */
final class Parts {
    private Parts() {}

    static String machineId(int machine) {
        return "M" + (machine + 1);
    }

    static List<Machine> machines(int count) {
        var machines = new ArrayList<Machine>();
        for (int m = 0; m < count; m++) {
            machines.add(Machine.of(machineId(m)));
        }
        return machines;
    }

    static Mode mode(int machine, long duration) {
        return new Mode(machineId(machine), duration);
    }

    static Operation operation(int job, int position, List<Mode> modes) {
        return Operation.of("J" + job + "-" + position, modes.toArray(Mode[]::new));
    }

    static Job job(int number, List<Operation> operations) {
        return Job.of("J" + number, operations.toArray(Operation[]::new)).released(0);
    }

    /** One pair a turn, machine (from 0) and duration, to the end of the line. */
    static Job jobOfPairs(int number, Numbers.Line line, int machineCount) {
        var operations = new ArrayList<Operation>();
        while (line.hasNext()) {
            int machine = line.index("a machine", 0, machineCount);
            var mode = mode(machine, line.next("a duration"));
            operations.add(operation(number, operations.size() + 1, List.of(mode)));
        }
        return job(number, operations);
    }
}
