package dev.millwright.scheduling.dispatching;

import static java.util.Objects.requireNonNull;

import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Machines and resources while a schedule is built, and who is where so far. */
final class Floor {
    private final TaskGraph graph;
    private final Lane[] lanes;
    private final ResourceUse[] resources;
    private final @Nullable Spot[] spots;
    /** Per machine, how many tasks have yet to be placed that will take away what is done there and blocks it. */
    private final int[] blockedBy;

    Floor(TaskGraph graph, List<MaintenancePlacement> maintenance) {
        this.graph = graph;
        var problem = graph.problem;
        lanes = new Lane[problem.machines().size()];
        for (int m = 0; m < lanes.length; m++) {
            var machine = problem.machines().get(m);
            var blocked = maintenance.stream()
                    .filter(placement -> placement.machineId().equals(machine.id()))
                    .map(placement -> new Window(placement.start(), placement.end()))
                    .toList();
            long free = graph.index.freeFrom(machine.id());
            var family = graph.index.setupState(machine.id());
            lanes[m] = new Lane(machine, free, family, problem.setups(), blocked);
        }
        resources = problem.resources().stream()
                .map(resource -> new ResourceUse(resource.capacity()))
                .toArray(ResourceUse[]::new);
        spots = new Spot[graph.tasks.size()];
        blockedBy = new int[lanes.length];
        graph.tasks.forEach(task -> graph.frees(task).forEach(machine -> blockedBy[machine]++));
        runningHolds();
    }

    /** What runs holds its resources until it ends. */
    private void runningHolds() {
        long now = graph.problem.now();
        for (var job : graph.problem.jobs()) {
            for (var operation : job.operations()) {
                if (operation.progress() instanceof Progress.Running(var machine, var _, var remaining)) {
                    operation.modes().stream()
                            .filter(mode -> mode.machineId().equals(machine))
                            .flatMap(mode -> mode.needs().stream())
                            .forEach(need -> resources[graph.resource(need.resourceId())].take(
                                    now, now + remaining, need.amount()));
                }
            }
        }
    }

    /** Where a task is; it must have been placed. */
    Spot spot(int task) {
        return requireNonNull(spots[task]);
    }

    boolean placed(int task) {
        return spots[task] != null;
    }

    /** The moment from which a placed forerunner lets a task start in one of its modes. */
    long moment(Task.Tie tie, Task.Choice choice) {
        var before = spot(tie.task());
        int from = graph.tasks.get(tie.task()).choices().get(before.choice()).machine();
        return before.end() + tie.lag() + graph.transport(from, choice.machine());
    }

    /** The first place in one mode, after all forerunners that are placed. */
    Spot find(Task task, int choice, long earliest) {
        var mode = task.choices().get(choice);
        return lanes[mode.machine()].find(task, choice, Math.max(earliest, ready(task, choice)), resources);
    }

    /** The place at a pinned start, as far as {@link Lane#at} gives it, or else the first place. */
    Spot find(Task task, int choice, long earliest, long pinnedStart) {
        var first = find(task, choice, earliest);
        if (first.start() > pinnedStart && Math.max(earliest, ready(task, choice)) <= pinnedStart) {
            var spot = lanes[task.choices().get(choice).machine()].at(task, choice, pinnedStart, resources);
            return spot.equals(Spot.NOWHERE) ? first : spot;
        }
        return first;
    }

    /** From when on all forerunners that are placed let a task start in one of its modes. */
    long ready(Task task, int choice) {
        var mode = task.choices().get(choice);
        long ready = mode.ready();
        for (var tie : task.before()) {
            ready = placed(tie.task()) ? Math.max(ready, moment(tie, mode)) : ready;
        }
        return ready;
    }

    void place(Task task, Spot spot) {
        var mode = task.choices().get(spot.choice());
        lanes[mode.machine()].insert(task, spot);
        mode.holds().forEach(hold -> resources[hold.resource()].take(spot.start(), spot.end(), hold.amount()));
        spots[task.number()] = spot;
    }

    /** Undoes {@link #place}, the latest first. */
    void remove(Task task) {
        var spot = spot(task.number());
        var mode = task.choices().get(spot.choice());
        lanes[mode.machine()].remove(spot);
        mode.holds().forEach(hold -> resources[hold.resource()].take(spot.start(), spot.end(), -hold.amount()));
        spots[task.number()] = null;
    }

    /** Keeps a forerunner's part on its machine until a follower begins; see {@link Lane#hold}. */
    long hold(Task before, Task after) {
        int machine = before.choices().get(spot(before.number()).choice()).machine();
        return lanes[machine].hold(before, leaves(machine, after));
    }

    /** What is done or runs and blocks its machine does so until its follower begins. */
    void release(Task task) {
        for (int machine : graph.frees(task)) {
            lanes[machine].freeFrom(leaves(machine, task));
            blockedBy[machine]--;
        }
    }

    /** Whether a machine is taken by what has begun until a task begins that is not placed and not this one. */
    boolean blocked(Task task, int machine) {
        return blockedBy[machine] > 0 && !graph.frees(task).contains(machine);
    }

    private long leaves(int machine, Task after) {
        var spot = spot(after.number());
        boolean same = after.choices().get(spot.choice()).machine() == machine;
        return same ? spot.setupStart() : spot.start();
    }

    /** Every placed task with its machine and its final place. */
    List<Assignment> assignments() {
        var assignments = new ArrayList<Assignment>();
        for (var lane : lanes) {
            lane.forEach((task, spot) -> assignments.add(new Assignment(
                    graph.job(task).id(),
                    task.operation().id(),
                    lane.machineId(),
                    spot.setup(),
                    spot.start(),
                    spot.end())));
        }
        return assignments;
    }
}
