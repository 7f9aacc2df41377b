package dev.millwright.scheduling.schedule;

import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Pin;
import dev.millwright.scheduling.problem.Precedence;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is adopted to start soon where it is, by pins. What the floor has made impossible, a start that has passed,
 * a machine that is down, a predecessor that runs late, is let go, and so is what waits for it.
 */
final class FrozenHorizon {
    private final Problem problem;
    private final ProblemIndex index;
    private final Map<String, Assignment> held = new HashMap<>();

    private FrozenHorizon(Problem problem) {
        this.problem = problem;
        index = ProblemIndex.of(problem);
    }

    /** The problem with pins for everything the schedule starts before now and these seconds. */
    static Problem of(Problem problem, Schedule adopted, long seconds) {
        var horizon = new FrozenHorizon(problem);
        for (var assignment : adopted.assignments()) {
            var step = horizon.index.step(assignment.operationId());
            if (step != null
                    && step.operation().waiting()
                    && (assignment.start() < problem.now() + seconds || horizon.tiedToHeld(assignment))
                    && horizon.possible(step, assignment)) {
                horizon.held.put(assignment.operationId(), assignment);
            }
        }
        return problem.jobs(problem.jobs().stream()
                .map(job -> job.operations(
                        job.operations().stream().map(horizon::pinned).toList()))
                .toList());
    }

    /** What a no-wait or blocking link ties to frozen work is as frozen. */
    private boolean tiedToHeld(Assignment assignment) {
        return index.predecessors(assignment.operationId()).stream()
                .anyMatch(precedence -> precedence.link() != Link.PLAIN && held.containsKey(precedence.before()));
    }

    private Operation pinned(Operation operation) {
        var place = held.get(operation.id());
        return place == null ? operation : operation.pin(new Pin(place.machineId(), place.start()));
    }

    private boolean possible(ProblemIndex.Step step, Assignment place) {
        var operation = step.operation();
        var mode = operation.allowedModes().stream()
                .filter(each -> each.machineId().equals(place.machineId()))
                .findFirst();
        return mode.isPresent()
                && pinAllows(operation.pin(), place)
                && place.start() >= Math.max(problem.now(), step.job().releaseDate())
                && machineAllows(place)
                && breaksAllow(operation, mode.get(), place)
                && index.predecessors(operation.id()).stream().allMatch(precedence -> after(precedence, place));
    }

    private static boolean pinAllows(@Nullable Pin pin, Assignment place) {
        return pin == null || pin.start() == null || pin.start() == place.start();
    }

    private boolean machineAllows(Assignment place) {
        var machine = index.machine(place.machineId());
        return (machine.unlimited() || place.setupStart() >= index.freeFrom(place.machineId()))
                && machine.down().stream().noneMatch(window -> window.overlaps(place.setupStart(), place.end()));
    }

    private boolean breaksAllow(Operation operation, Mode mode, Assignment place) {
        long pauses = index.breaks(mode).stream()
                .filter(pause -> pause.overlaps(place.start(), place.end()))
                .mapToLong(pause -> pause.to() - pause.from())
                .sum();
        return place.end() - place.start() == mode.duration() + pauses && (pauses == 0 || operation.stretches());
    }

    private boolean after(Precedence precedence, Assignment place) {
        var moment = index.moment(precedence, place.machineId());
        var before = held.get(precedence.before());
        if (moment == null && before != null) {
            moment = before.end()
                    + precedence.lag()
                    + problem.transport().between(before.machineId(), place.machineId());
        }
        return moment != null && moment <= place.start();
    }
}
