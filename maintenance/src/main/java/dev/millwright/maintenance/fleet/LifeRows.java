package dev.millwright.maintenance.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells of each row which of its machine's lives it belongs to, as rows come; it keeps no row. */
final class LifeRows {
    /** Takes lives as they go on. */
    interface Lives {
        /**
         * Takes a row.
         *
         * @param age since the life's first row
         */
        void row(String unit, double age, double[] row);

        /**
         * Takes an end.
         *
         * @param age at which the machine's present life ended
         */
        void end(LifeEnd end, double age);
    }

    private static final class Machine {
        private final List<LifeEnd> ends;
        private int next;
        private boolean alive;
        private double born;
        private double last = Double.NEGATIVE_INFINITY;

        Machine(List<LifeEnd> ends) {
            this.ends = ends;
        }
    }

    private final Map<String, Machine> machines = new LinkedHashMap<>();
    private final List<LifeEnd> early = new ArrayList<>();
    private final List<LifeEnd> empty = new ArrayList<>();
    private final LifeEnds ends;
    private final Lives lives;

    LifeRows(LifeEnds ends, Lives lives) {
        this.ends = ends;
        this.lives = lives;
    }

    /** Takes a row; false, and nothing is taken, where it is not later than the one before of its machine. */
    boolean add(String unit, double time, double[] row) {
        var machine = machines.computeIfAbsent(unit, name -> new Machine(ends.of(name)));
        if (!(time > machine.last)) {
            return false;
        }
        while (machine.next < machine.ends.size()
                && machine.ends.get(machine.next).time() < time) {
            end(machine);
        }
        if (!machine.alive) {
            machine.alive = true;
            machine.born = time;
        }
        machine.last = time;
        lives.row(unit, time - machine.born, row);
        return true;
    }

    private void end(Machine machine) {
        var end = machine.ends.get(machine.next++);
        if (machine.alive) {
            lives.end(end, end.time() - machine.born);
        } else if (end.failed()) {
            (machine.last == Double.NEGATIVE_INFINITY ? early : empty).add(end);
        }
        machine.alive = false;
    }

    /** Refuses ends of machines without rows; after the last row. */
    void refuseUnknown() {
        ends.onlyOf(machines.keySet());
    }

    /** After the last row; what a person should know of failures that end no life. */
    List<String> finish() {
        for (var machine : machines.values()) {
            while (machine.next < machine.ends.size()) {
                end(machine);
            }
        }
        var remarks = new ArrayList<String>();
        remark(early, "lie before their machine's first row", remarks);
        remark(empty, "have no row since the end before", remarks);
        return remarks;
    }

    private static void remark(List<LifeEnd> passed, String why, List<String> remarks) {
        if (!passed.isEmpty()) {
            remarks.add("%d failures %s and are passed over; one is machine %s, %s."
                    .formatted(
                            passed.size(),
                            why,
                            passed.getFirst().unit(),
                            passed.getFirst().source()));
        }
    }

    Set<String> machines() {
        return Set.copyOf(machines.keySet());
    }
}
