package dev.millwright.scheduling.formats;

import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a Gantt chart, one a machine; a subcontractor's is as deep as it does things at once.
 *
 * @param bars in order of start
 */
record Lanes(Machine machine, List<Bar> bars, List<MaintenancePlacement> maintenance, int depth) {
    /** An operation in its lane, the first being 0. */
    record Bar(Assignment assignment, int lane) {}

    static List<Lanes> of(Chart chart) {
        return chart.problem().machines().stream()
                .map(machine -> of(machine, chart))
                .toList();
    }

    private static Lanes of(Machine machine, Chart chart) {
        var bars = new ArrayList<Bar>();
        var free = new ArrayList<Long>();
        for (var assignment : chart.schedule().onMachine(machine.id())) {
            int lane = 0;
            while (machine.unlimited() && lane < free.size() && free.get(lane) > assignment.setupStart()) {
                lane++;
            }
            if (lane == free.size()) {
                free.add(assignment.end());
            } else {
                free.set(lane, assignment.end());
            }
            bars.add(new Bar(assignment, lane));
        }
        var maintenance = chart.schedule().maintenance().stream()
                .filter(placement -> placement.machineId().equals(machine.id()))
                .toList();
        return new Lanes(machine, bars, maintenance, Math.max(1, free.size()));
    }

    /** Where nobody works. */
    List<Window> breaks() {
        return machine.breaks();
    }
}
