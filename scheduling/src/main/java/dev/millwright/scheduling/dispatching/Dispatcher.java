package dev.millwright.scheduling.dispatching;

import dev.millwright.scheduling.dispatching.ScheduleBuilder.Choice;
import dev.millwright.scheduling.dispatching.ScheduleBuilder.Priority;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Builds schedules by dispatching rules and by a given order. Every schedule keeps setups, down windows, running work
 * and precedence; a deadline, a pinned start or a maintenance window may be missed where greed cannot meet it.
 */
public final class Dispatcher {
    private static final long NEVER_LEAVE = Long.MAX_VALUE / 4;
    private static final double NO_PLACE = 1e18;

    private final PlanRequest request;
    private final Shop shop;

    public Dispatcher(PlanRequest request) {
        this.request = request;
        shop = new Shop(request.problem());
    }

    /** The better of a rule's non-delay and active schedules. */
    public Schedule byRule(DispatchRule rule) {
        var schedules = new ArrayList<Schedule>();
        Priority priority = (builder, job) -> rule.priority(builder.candidate(job));
        for (var slots : slots()) {
            for (var choice : List.of(Choice.NON_DELAY, Choice.ACTIVE)) {
                var builder = new ScheduleBuilder(shop, slots, null, 0);
                schedules.add(request.schedule(rule.name(), builder.build(choice, priority), slots));
            }
        }
        return best(schedules);
    }

    /** The best of all rules. */
    public Schedule best() {
        var schedules = new ArrayList<Schedule>();
        for (var rule : DispatchRule.values()) {
            schedules.add(byRule(rule));
        }
        return best(schedules);
    }

    /** The adopted order on the adopted machines, as late as the floor now demands; new work after its urgency. */
    public Schedule rightShift(Schedule adopted) {
        return inOrder("right-shift", adopted, NEVER_LEAVE);
    }

    /**
     * The adopted order, where an operation leaves its machine when it would end {@code loyalty} seconds sooner on
     * another.
     */
    public Schedule repair(Schedule adopted, long loyalty) {
        return inOrder("repair", adopted, loyalty);
    }

    /** The same sequences with every operation as soon as it can be: never later than it was. */
    public Schedule compact(Schedule schedule) {
        var waiting = new ScheduleBuilder(shop, schedule.maintenance(), homes(schedule), NEVER_LEAVE)
                .build(Choice.SERIAL, order(schedule));
        return request.schedule(schedule.origin(), waiting, schedule.maintenance());
    }

    private Schedule inOrder(String origin, Schedule adopted, long loyalty) {
        var kept = MaintenanceSlots.keep(shop, adopted);
        var waiting = new ScheduleBuilder(shop, kept, homes(adopted), loyalty).build(Choice.SERIAL, order(adopted));
        return request.schedule(origin, waiting, kept);
    }

    private List<List<MaintenancePlacement>> slots() {
        return shop.problem.maintenance().isEmpty()
                ? List.of(List.of())
                : List.of(MaintenanceSlots.EARLIEST.place(shop), MaintenanceSlots.LATEST.place(shop));
    }

    private static Map<String, String> homes(Schedule schedule) {
        var homes = new HashMap<String, String>();
        for (Assignment assignment : schedule.assignments()) {
            homes.put(assignment.operationId(), assignment.machineId());
        }
        return homes;
    }

    /** By the schedule's sequence; work it does not know by the latest start that still meets the due date. */
    private static Priority order(Schedule schedule) {
        var starts = new HashMap<String, Double>();
        long place = 0;
        for (var assignment : schedule.assignments()) {
            // A tie of starts (durations of zero) keeps the schedule's order by a fraction of a second.
            starts.put(assignment.operationId(), assignment.start() + Math.min(0.999, place++ * 1e-6));
        }
        return (builder, job) -> {
            var known = starts.get(builder.step(job).operation().id());
            return Objects.requireNonNullElseGet(
                    known, () -> Math.min(NO_PLACE, builder.job(job).dueDate() - builder.workRemaining(job)));
        };
    }

    private static Schedule best(List<Schedule> schedules) {
        return schedules.stream().min(Comparator.comparing(Schedule::score)).orElseThrow();
    }
}
