package dev.millwright.loop.planning;

import dev.millwright.scheduling.Scheduler;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.CalendarViolation;
import dev.millwright.scheduling.schedule.LinkViolation;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import dev.millwright.scheduling.schedule.Violation;
import dev.millwright.twin.TwinState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The quick answer to the floor as it stands: the best of the plan in force brought up to date and its repairs, each
 * change weighed against what it is worth.
 *
 * @param request the question that was answered, with what is frozen
 * @param unfrozen the same question with nothing frozen
 * @param letGo pins that nothing could keep, in words
 */
record FirstPlan(PlanRequest request, PlanRequest unfrozen, Schedule schedule, List<String> letGo) {

    /**
     * What is about to start stays, and so does what planners pinned. Where the floor does not allow both, what is
     * frozen gives way; a pinned start that still cannot be kept is let go of.
     *
     * @param frozen how far ahead the plan in force stands, in plant time
     */
    static FirstPlan of(Scheduler scheduler, TwinState twin, Instant now, Duration frozen) {
        var pins = new FloorPins(twin, now, Set.of());
        var asked = FloorProblem.request(twin, now, pins);
        var first = answer(scheduler, asked.frozen(frozen.toSeconds()), asked, pins);
        if (first.keepsTheRules()) {
            return first;
        }
        var free = answer(scheduler, asked, asked, pins);
        var missed = free.missedPins();
        if (missed.isEmpty()) {
            return free;
        }
        var fewer = new FloorPins(twin, now, missed);
        var less = FloorProblem.request(twin, now, fewer);
        return answer(scheduler, less, less, fewer);
    }

    private static FirstPlan answer(Scheduler scheduler, PlanRequest request, PlanRequest unfrozen, FloorPins pins) {
        return new FirstPlan(request, unfrozen, scheduler.firstPlan(request), pins.letGo());
    }

    /** Another schedule as the answer to the unfrozen question. */
    FirstPlan by(Schedule other) {
        return new FirstPlan(unfrozen, unfrozen, other, letGo);
    }

    boolean keepsTheRules() {
        return ScheduleChecker.check(request.problem(), schedule).isEmpty();
    }

    /** Pinned starts that are missed, or kept against another rule. */
    private Set<String> missedPins() {
        var pinned = request.problem().jobs().stream()
                .flatMap(job -> job.openOperations().stream())
                .filter(operation -> operation.pin() != null && operation.pin().start() != null)
                .map(Operation::id)
                .collect(Collectors.toSet());
        return ScheduleChecker.check(request.problem(), schedule).stream()
                .flatMap(FirstPlan::blamed)
                .map(Assignment::operationId)
                .filter(pinned::contains)
                .collect(Collectors.toSet());
    }

    /** Whose place breaks a rule: of two that follow one another the later one. */
    private static Stream<Assignment> blamed(Violation violation) {
        return switch (violation) {
            case Violation.PinBroken pin -> Stream.of(pin.assignment());
            case Violation.OutOfSequence order -> Stream.of(order.after());
            case Violation.TooEarly early -> Stream.of(early.assignment());
            case Violation.MachineOverlap overlap -> Stream.of(overlap.second());
            case Violation.WhileDown down -> Stream.of(down.assignment());
            case Violation.WrongSetup setup -> Stream.of(setup.assignment());
            case Violation.WrongDuration duration -> Stream.of(duration.assignment());
            case CalendarViolation.DuringBreak pause -> Stream.of(pause.assignment());
            case CalendarViolation.ResourceOverloaded overload -> overload.users().stream();
            case LinkViolation.TooSoonAfter soon -> Stream.of(soon.after());
            case LinkViolation.Waited late -> Stream.of(late.after());
            case LinkViolation.StillBlocked blocked -> Stream.of(blocked.assignment());
            case Violation.WrongMachine wrong -> Stream.of(wrong.assignment());
            case Violation.MissingOperation _,
                    Violation.UnknownOperation _,
                    Violation.PlacedTwice _,
                    Violation.FloorMoved _,
                    Violation.DeadlineMissed _,
                    Violation.MaintenanceMissing _,
                    Violation.MaintenanceMisplaced _,
                    Violation.MaintenanceOverlap _ -> Stream.empty();
        };
    }
}
