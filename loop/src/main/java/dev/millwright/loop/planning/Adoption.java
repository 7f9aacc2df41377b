package dev.millwright.loop.planning;

import dev.millwright.plant.Plan;
import dev.millwright.plant.PlannedOperation;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import dev.millwright.scheduling.schedule.Violation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes of a plan that somebody brings, on the floor as it is now. */
public sealed interface Adoption {

    /** Broken rules that a message names; with the first few a planner knows what to do. */
    int NAMED = 3;

    /**
     * It can be followed: its sequences on its machines, as soon as the floor allows.
     *
     * @param schedule the plan moved here; work it does not know stands after its urgency
     * @param differenceObjective its objective less that of the plan in force, moved here too: below zero it is better
     */
    record Possible(FloorQuestion question, Schedule schedule, long differenceObjective) implements Adoption {

        public boolean better() {
            return differenceObjective < 0;
        }
    }

    /** The floor has moved on too far. */
    record Impossible(String why) implements Adoption {}

    static Adoption of(FloorQuestion question, Plan plan) {
        var request = question.request();
        Set<String> known =
                plan.operations().stream().map(PlannedOperation::operation).collect(Collectors.toSet());
        boolean anyLeft = request.problem().jobs().stream()
                .map(Job::openOperations)
                .flatMap(List::stream)
                .map(Operation::id)
                .anyMatch(known::contains);
        if (!anyLeft) {
            return new Impossible(
                    "Nothing of the plan of %s is left to do: its operations run, are done, on hold or cancelled.\nMake a new draft from the floor as it is."
                            .formatted(plan.createdAt()));
        }
        var dispatcher = new Dispatcher(request);
        var moved = dispatcher.rightShift(question.schedule(plan));
        var broken = ScheduleChecker.check(request.problem(), moved);
        if (!broken.isEmpty()) {
            return new Impossible(
                    "The floor has moved on, and the plan of %s cannot be followed: %s.\nMake a new draft, or take back the pin or wish it breaks."
                            .formatted(
                                    plan.createdAt(),
                                    broken.stream()
                                            .limit(NAMED)
                                            .map(Violation::describe)
                                            .collect(Collectors.joining("; "))));
        }
        var named = new Schedule(plan.origin(), moved.assignments(), moved.maintenance(), moved.score());
        var inForce = request.adopted();
        long kept = inForce == null
                ? dispatcher.best().score().total()
                : dispatcher.rightShift(inForce).score().total();
        return new Possible(question, named, moved.score().total() - kept);
    }
}
