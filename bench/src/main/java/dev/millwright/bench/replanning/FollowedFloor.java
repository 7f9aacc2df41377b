package dev.millwright.bench.replanning;

import dev.millwright.bench.replanning.Episode.Happening;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.problem.SetupTimes;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.Score;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A floor that does what its schedule says until something happens. What a machine works at when it breaks down goes on
 * when it works again.
 */
final class FollowedFloor {

    private final List<Machine> machines;
    private final List<Job> jobs = new ArrayList<>();
    private final Map<String, List<Window>> down = new HashMap<>();
    private Map<String, Assignment> follows;

    FollowedFloor(Episode episode) {
        machines = episode.machines();
        jobs.addAll(episode.jobs());
        follows = episode.incumbent().byOperation();
    }

    void happens(Happening happening) {
        switch (happening) {
            case Happening.Arrival(var _, var job) -> jobs.add(job);
            case Happening.Breakdown(var time, var machine, var until) -> {
                down.computeIfAbsent(machine, _ -> new ArrayList<>()).add(new Window(time, until));
                follows.replaceAll((_, place) -> interrupted(place, machine, time, until));
            }
        }
    }

    private static Assignment interrupted(Assignment place, String machine, long from, long until) {
        boolean runs = place.machineId().equals(machine) && place.start() < from && from < place.end();
        return runs
                ? new Assignment(
                        place.jobId(),
                        place.operationId(),
                        place.machineId(),
                        0,
                        place.start(),
                        place.end() + until - from)
                : place;
    }

    /** From now on the floor follows this. */
    void follow(Schedule schedule) {
        follows = new HashMap<>(follows);
        schedule.assignments().forEach(place -> follows.put(place.operationId(), place));
    }

    /** What the floor follows, what is done included. */
    Schedule followed() {
        return new Schedule("followed", List.copyOf(follows.values()), List.of(), Score.NONE);
    }

    /** When the last operation ends. */
    long end() {
        return follows.values().stream().mapToLong(Assignment::end).max().orElse(0);
    }

    /** The floor at a time; jobs that are done are left out. */
    Problem at(long now) {
        var open = new ArrayList<Job>();
        for (var job : jobs) {
            var operations = job.operations().stream()
                    .map(operation -> at(now, operation))
                    .toList();
            if (operations.stream().anyMatch(operation -> !(operation.progress() instanceof Progress.Done))) {
                open.add(job.operations(operations));
            }
        }
        var floor = machines.stream()
                .map(machine -> machine.down(down.getOrDefault(machine.id(), List.of()).stream()
                        .filter(window -> window.to() > now)
                        .toArray(Window[]::new)))
                .toList();
        return new Problem(now, floor, open, SetupTimes.none(), List.of());
    }

    private Operation at(long now, Operation operation) {
        var place = follows.get(operation.id());
        if (place == null || place.start() >= now) {
            return operation;
        }
        return operation.progress(
                place.end() <= now
                        ? new Progress.Done(place.machineId(), place.start(), place.end())
                        : new Progress.Running(place.machineId(), place.start(), place.end() - now));
    }
}
