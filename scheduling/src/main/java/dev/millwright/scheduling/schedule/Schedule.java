package dev.millwright.scheduling.schedule;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan: every operation of the problem in its place (those done and running as they are), and the maintenance.
 *
 * @param origin who made it: a rule's name, "cp-sat", "right-shift"
 * @param assignments by start
 */
public record Schedule(
        String origin, List<Assignment> assignments, List<MaintenancePlacement> maintenance, Score score) {
    private static final Comparator<Assignment> BY_START = Comparator.comparingLong(Assignment::start)
            .thenComparingLong(Assignment::end)
            .thenComparing(Assignment::machineId)
            .thenComparing(Assignment::operationId);

    public Schedule {
        assignments = assignments.stream().sorted(BY_START).toList();
        maintenance = maintenance.stream()
                .sorted(Comparator.comparingLong(MaintenancePlacement::start)
                        .thenComparing(MaintenancePlacement::taskId))
                .toList();
    }

    /** Seconds from the problem's now to the end of the last operation. */
    public long makespan() {
        return score.makespan();
    }

    public long weightedTardiness() {
        return score.weightedTardiness();
    }

    public int tardyJobs() {
        return score.tardyJobs();
    }

    /** The assignments by operation id. */
    public Map<String, Assignment> byOperation() {
        var map = HashMap.<String, Assignment>newHashMap(assignments.size());
        assignments.forEach(assignment -> map.put(assignment.operationId(), assignment));
        return map;
    }

    /** The maintenance by task id. */
    public Map<String, MaintenancePlacement> byTask() {
        var map = HashMap.<String, MaintenancePlacement>newHashMap(maintenance.size());
        maintenance.forEach(placement -> map.put(placement.taskId(), placement));
        return map;
    }

    /** What one machine does, in order of time. */
    public List<Assignment> onMachine(String machineId) {
        return assignments.stream()
                .filter(assignment -> assignment.machineId().equals(machineId))
                .toList();
    }
}
