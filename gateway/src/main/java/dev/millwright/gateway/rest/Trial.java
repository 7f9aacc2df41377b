package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.problem.ProblemKind;
import dev.millwright.gateway.view.PlanView;
import dev.millwright.gateway.view.Views;
import dev.millwright.loop.planning.Preview;
import dev.millwright.plant.OperationPin;
import dev.millwright.plant.Plan;
import dev.millwright.plant.PlannedOperation;
import dev.millwright.plant.event.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plan there would be if an operation were pinned; nothing is kept. */
record Trial(String operation, OperationPin pin, Preview preview, Plan plan) {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    /** Ends the request when the plan cannot keep the pin, or only in place of another one. */
    static Trial of(Floor floor, String lot, String operation, OperationPin pin) {
        Fact pinned = new Fact.OperationPinned(lot, operation, pin, Answers.by(null));
        var preview = Answers.value(floor.preview(List.of(pinned)));
        var trial = new Trial(operation, pin, preview, preview.plan("dry-run"));
        trial.requireKept();
        if (!preview.letGo().isEmpty()) {
            trial.requireOthersKept(Answers.value(floor.preview(List.of())).letGo());
        }
        return trial;
    }

    private void requireKept() {
        var place = plan.operations().stream()
                .filter(each -> each.operation().equals(operation))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.CONFLICT,
                        "Operation '%s' is in no plan now: its lot is on hold or over.".formatted(operation),
                        "Release the lot first."));
        if (!kept(place)) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "%s cannot start%s: without the pin it would start at %s on %s."
                            .formatted(
                                    operation,
                                    wanted(),
                                    place.start().truncatedTo(ChronoUnit.SECONDS),
                                    place.machine().name()),
                    "Pin it to a later start, or to the machine alone; GET /api/v1/schedule shows what stands before it.");
        }
    }

    private void requireOthersKept(List<String> anyway) {
        var pushedOut = new ArrayList<>(preview.letGo());
        pushedOut.removeAll(anyway);
        if (!pushedOut.isEmpty()) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "%s cannot start%s beside what is pinned already: %s."
                            .formatted(operation, wanted(), String.join("; ", pushedOut)),
                    "Pin it to another start or machine, or take the other pin back first.");
        }
    }

    private String wanted() {
        return (pin.machine() == null ? "" : " on " + pin.machine().name())
                + (pin.start() == null ? "" : " at " + pin.start());
    }

    private boolean kept(PlannedOperation place) {
        boolean there = pin.machine() == null || pin.machine().equals(place.machine());
        return there && near(pin.start(), place.start());
    }

    /** Schedules count whole seconds from now, which is none itself. */
    private static boolean near(@Nullable Instant wanted, Instant placed) {
        return wanted == null || Duration.between(wanted, placed).abs().compareTo(A_SECOND) <= 0;
    }

    PlanView view() {
        var trigger = operation + " is pinned";
        return Views.of(preview.question().state())
                .plan(plan, preview.changes(trigger), preview.solveMillis(), trigger);
    }
}
