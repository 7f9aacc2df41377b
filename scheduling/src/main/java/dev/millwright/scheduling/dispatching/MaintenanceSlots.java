package dev.millwright.scheduling.dispatching;

import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where maintenance goes before operations are placed around it. A task without room in its window goes to the first
 * room after it, which the checker will name.
 */
enum MaintenanceSlots {
    EARLIEST {
        @Override
        long start(MaintenanceTask task, List<Window> taken, long free) {
            return firstRoom(Math.max(free, task.earliest()), task.duration(), taken);
        }
    },
    LATEST {
        @Override
        long start(MaintenanceTask task, List<Window> taken, long free) {
            long start = task.latest() - task.duration();
            for (var window : taken.reversed()) {
                if (window.overlaps(start, start + task.duration())) {
                    start = window.from() - task.duration();
                }
            }
            return start >= Math.max(free, task.earliest()) ? start : EARLIEST.start(task, taken, free);
        }
    },
    /** Where its start costs least: a cost of straight pieces is least where one ends, or at an edge of room. */
    CHEAPEST {
        @Override
        long start(MaintenanceTask task, List<Window> taken, long free) {
            long best = EARLIEST.start(task, taken, free);
            var edges = new ArrayList<Long>(List.of(LATEST.start(task, taken, free)));
            taken.forEach(window -> edges.addAll(List.of(window.to(), window.from() - task.duration())));
            if (task.startCost() != null) {
                task.startCost().points().forEach(point -> edges.add(point.start()));
            }
            for (long start : edges) {
                boolean fits = start >= Math.max(free, task.earliest())
                        && start + task.duration() <= task.latest()
                        && taken.stream().noneMatch(window -> window.overlaps(start, start + task.duration()));
                best = fits && task.cost(start) < task.cost(best) ? start : best;
            }
            return best;
        }
    };

    abstract long start(MaintenanceTask task, List<Window> taken, long free);

    List<MaintenancePlacement> place(Problem problem, ProblemIndex index) {
        var tasks = new ArrayList<>(problem.maintenance());
        tasks.sort(Comparator.comparingLong(MaintenanceTask::latest).thenComparing(MaintenanceTask::id));
        if (this == LATEST) {
            tasks.sort(
                    Comparator.comparingLong(MaintenanceTask::latest).reversed().thenComparing(MaintenanceTask::id));
        }
        var placed = new ArrayList<MaintenancePlacement>();
        for (var task : tasks) {
            long start = start(task, taken(index, placed, task.machineId()), index.freeFrom(task.machineId()));
            placed.add(new MaintenancePlacement(task.id(), task.machineId(), start, start + task.duration()));
        }
        return placed;
    }

    /** The adopted places where they still hold, the earliest room for the rest. */
    static List<MaintenancePlacement> keep(Problem problem, ProblemIndex index, Schedule adopted) {
        var before = adopted.byTask();
        var placed = new ArrayList<MaintenancePlacement>();
        var open = new ArrayList<MaintenanceTask>();
        for (var task : problem.maintenance()) {
            var old = before.get(task.id());
            if (old != null && holds(index, task, old, placed)) {
                placed.add(old);
            } else {
                open.add(task);
            }
        }
        for (var task : open) {
            var taken = taken(index, placed, task.machineId());
            long start = EARLIEST.start(task, taken, index.freeFrom(task.machineId()));
            placed.add(new MaintenancePlacement(task.id(), task.machineId(), start, start + task.duration()));
        }
        return placed;
    }

    static List<Window> taken(ProblemIndex index, List<MaintenancePlacement> placed, String machineId) {
        var taken = new ArrayList<>(index.closedAhead(machineId));
        for (var placement : placed) {
            if (placement.machineId().equals(machineId)) {
                taken.add(new Window(placement.start(), placement.end()));
            }
        }
        return Window.merged(taken);
    }

    private static boolean holds(
            ProblemIndex index, MaintenanceTask task, MaintenancePlacement old, List<MaintenancePlacement> placed) {
        return old.machineId().equals(task.machineId())
                && old.end() - old.start() == task.duration()
                && old.start() >= Math.max(task.earliest(), index.freeFrom(task.machineId()))
                && old.end() <= task.latest()
                && taken(index, placed, task.machineId()).stream()
                        .noneMatch(window -> window.overlaps(old.start(), old.end()));
    }

    private static long firstRoom(long earliest, long duration, List<Window> taken) {
        long start = earliest;
        for (var window : taken) {
            if (window.overlaps(start, start + duration)) {
                start = window.to();
            }
        }
        return start;
    }
}
