package dev.millwright.scheduling.dispatching;

import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import dev.millwright.scheduling.schedule.Scorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Builds schedules by dispatching rules and by a given order. Every schedule keeps setups, down windows, running work
 * and precedence; a deadline, a pinned start or a maintenance window may be missed where greed cannot meet it.
 */
public final class Dispatcher {
    private static final long NEVER_LEAVE = Long.MAX_VALUE / 4;
    private static final double NO_PLACE = 1e18;
    /** Operations for which all rules take less than some tenths of a second. */
    private static final int FEW_ENOUGH = 150;
    /** One in so many is passed over when a rule is sampled. */
    private static final int PASSED_OVER = 5;

    private final PlanRequest request;
    private final Builders builders;
    private final Scorer scorer;

    public Dispatcher(PlanRequest request) {
        this.request = request;
        builders = new Builders(request.problem());
        scorer = new Scorer(request);
    }

    /** The better of a rule's non-delay and active schedules. */
    public Schedule byRule(DispatchRule rule) {
        return best(byPriority(rule.name(), rule.inUse()));
    }

    /** The waiting operations where a rule puts them without delay, neither scored nor checked: the quickest answer. */
    public List<Assignment> places(DispatchRule rule) {
        return builders.build(slots().getFirst(), null, 0, Choice.NON_DELAY, rule.inUse());
    }

    /**
     * The best of so many schedules by a rule that now and then, by chance, lets the next in line go first.
     *
     * @param seed the same seed gives the same schedule
     */
    public Schedule sampled(DispatchRule rule, int tries, long seed) {
        var random = new Random(seed);
        var schedules = new ArrayList<Schedule>();
        for (int i = 0; i < tries; i++) {
            schedules.add(best(byPriority(
                    rule.name() + "-sampled",
                    candidate -> rule.priority(candidate) + (random.nextInt(PASSED_OVER) == 0 ? NO_PLACE : 0))));
        }
        return best(schedules);
    }

    /** The best of all rules that are quick enough for the problem's size. */
    public Schedule best() {
        var schedules = new ArrayList<Schedule>();
        for (var rule : quickRules()) {
            schedules.add(byRule(rule));
        }
        return best(schedules);
    }

    /** All of them, unless building into gaps would make the answer late. */
    private List<DispatchRule> quickRules() {
        return builders.appends() || request.problem().openOperations() <= FEW_ENOUGH
                ? List.of(DispatchRule.values())
                : List.of(DispatchRule.MWKR, DispatchRule.ATCS);
    }

    private List<Schedule> byPriority(String origin, Priority priority) {
        var schedules = new ArrayList<Schedule>();
        for (var slots : slots()) {
            for (var choice : List.of(Choice.NON_DELAY, Choice.ACTIVE)) {
                schedules.add(schedule(origin, builders.build(slots, null, 0, choice, priority), slots));
            }
        }
        return schedules;
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
        var waiting =
                builders.build(schedule.maintenance(), homes(schedule), NEVER_LEAVE, Choice.SERIAL, order(schedule));
        return schedule(schedule.origin(), waiting, schedule.maintenance());
    }

    private Schedule inOrder(String origin, Schedule adopted, long loyalty) {
        var kept = MaintenanceSlots.keep(request.problem(), builders.index, adopted);
        var waiting = builders.build(kept, homes(adopted), loyalty, Choice.SERIAL, order(adopted));
        return schedule(origin, waiting, kept);
    }

    private Schedule schedule(String origin, List<Assignment> waiting, List<MaintenancePlacement> maintenance) {
        return request.schedule(origin, waiting, maintenance, scorer);
    }

    private List<List<MaintenancePlacement>> slots() {
        var problem = request.problem();
        if (problem.maintenance().isEmpty()) {
            return List.of(List.of());
        }
        var slots = new ArrayList<>(List.of(MaintenanceSlots.EARLIEST, MaintenanceSlots.LATEST));
        if (problem.maintenance().stream().anyMatch(task -> task.startCost() != null)) {
            slots.addFirst(MaintenanceSlots.CHEAPEST);
        }
        return slots.stream().map(each -> each.place(problem, builders.index)).toList();
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
        return Priority.held(candidate -> {
            var known = starts.get(candidate.operationId());
            return Objects.requireNonNullElseGet(
                    known, () -> Math.min(NO_PLACE, candidate.dueDate() - candidate.workRemaining()));
        });
    }

    /** The best that keeps the rules; where none does, the best. */
    private Schedule best(List<Schedule> schedules) {
        var sorted =
                schedules.stream().sorted(Comparator.comparing(Schedule::score)).toList();
        return sorted.stream()
                .filter(schedule ->
                        ScheduleChecker.check(request.problem(), schedule).isEmpty())
                .findFirst()
                .orElse(sorted.getFirst());
    }
}
