package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.problem.ProblemKind;
import dev.millwright.gateway.view.PlanView;
import dev.millwright.gateway.view.Views;
import dev.millwright.loop.planning.FloorQuestion;
import dev.millwright.plant.OperationPin;
import dev.millwright.plant.Plan;
import dev.millwright.plant.event.Fact;
import dev.millwright.scheduling.replanning.FirstAnswer;
import dev.millwright.scheduling.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The plan there would be if something were told; it is made at once and nothing is kept. */
record Trial(FloorQuestion question, Schedule schedule, Plan plan) {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final double NANOS_A_MILLI = 1e6;

    static Trial of(Floor floor, Fact supposed) {
        var question = Answers.value(floor.question(List.of(supposed)));
        long began = System.nanoTime();
        var schedule = new FirstAnswer(question.request()).schedule();
        var plan = question.plan("dry-run", schedule, (System.nanoTime() - began) / NANOS_A_MILLI);
        return new Trial(question, schedule, plan);
    }

    /** Ends the request when the plan cannot keep an operation's pin. */
    void requireKept(String operation, OperationPin pin) {
        var placed = plan.operations().stream()
                .filter(each -> each.operation().equals(operation))
                .findFirst();
        if (placed.isEmpty()) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "Operation '%s' is in no plan now: its lot is on hold or over.".formatted(operation),
                    "Release the lot first.");
        }
        var place = placed.get();
        var start = pin.start();
        boolean elsewhere = pin.machine() != null && !pin.machine().equals(place.machine());
        if (elsewhere || (start != null && away(start, place.start()))) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "%s cannot start%s%s: the soonest it could is %s on %s."
                            .formatted(
                                    operation,
                                    pin.machine() == null
                                            ? ""
                                            : " on " + pin.machine().name(),
                                    start == null ? "" : " at " + start,
                                    place.start().truncatedTo(ChronoUnit.SECONDS),
                                    place.machine().name()),
                    "Pin it to a later start, or to the machine alone; GET /api/v1/schedule shows what stands before it.");
        }
    }

    /** Schedules count whole seconds from now, which is none itself. */
    private static boolean away(Instant wanted, Instant placed) {
        return Duration.between(wanted, placed).abs().compareTo(A_SECOND) > 0;
    }

    PlanView view(String trigger) {
        return Views.of(question.state()).plan(plan, question.changes(schedule, trigger), plan.solveMillis(), trigger);
    }
}
