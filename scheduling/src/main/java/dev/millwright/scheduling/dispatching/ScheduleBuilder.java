package dev.millwright.scheduling.dispatching;

import static java.util.Objects.requireNonNull;

import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds one schedule by appending one operation after another to the machines' timelines. */
final class ScheduleBuilder {
    /** Which operations compete for the next place. */
    enum Choice {
        /** Those that can start soonest: no machine waits for a better operation. */
        NON_DELAY,
        /** Those that could start before the soonest end (Giffler and Thompson 1960). */
        ACTIVE,
        /** All whose predecessors are placed: an order given from outside. */
        SERIAL
    }

    /** Who goes first among those that compete; the smallest wins. */
    @FunctionalInterface
    interface Priority {
        double of(ScheduleBuilder builder, int job);
    }

    private final Shop shop;
    private final Timeline[] machines;
    private final @Nullable Map<String, String> home;
    private final long loyalty;
    private final int[] next;
    private final long[] ready;
    private final int[] mode;
    private final long[] start;
    private final long[] end;
    private final long[] setup;
    private final List<Assignment> assignments;

    /**
     * @param home the machine each operation should stay on, by operation id
     * @param loyalty how many seconds sooner it must end elsewhere to leave home
     */
    ScheduleBuilder(
            Shop shop, List<MaintenancePlacement> maintenance, @Nullable Map<String, String> home, long loyalty) {
        this.shop = shop;
        this.home = home;
        this.loyalty = loyalty;
        machines = new Timeline[shop.machineIds.length];
        for (int m = 0; m < machines.length; m++) {
            var id = shop.machineIds[m];
            machines[m] = new Timeline(
                    shop.index.freeFrom(id),
                    shop.index.setupState(id),
                    MaintenanceSlots.taken(shop.index, maintenance, id));
        }
        int jobs = shop.jobs.size();
        next = new int[jobs];
        ready = new long[jobs];
        mode = new int[jobs];
        start = new long[jobs];
        end = new long[jobs];
        setup = new long[jobs];
        assignments = new ArrayList<>(shop.operations);
        Arrays.setAll(ready, j -> shop.jobs.get(j).ready());
        for (int j = 0; j < jobs; j++) {
            estimate(j);
        }
    }

    List<Assignment> build(Choice choice, Priority priority) {
        for (int placed = 0; placed < shop.operations; placed++) {
            place(pick(choice, priority));
        }
        return assignments;
    }

    DispatchRule.Candidate candidate(int j) {
        var job = shop.jobs.get(j);
        return new DispatchRule.Candidate(
                end[j] - start[j],
                setup[j],
                start[j],
                ready[j],
                job.job().weight(),
                job.dueDate(),
                job.workRemaining()[next[j]],
                job.steps().size() - next[j],
                shop.meanDuration);
    }

    Shop.Step step(int j) {
        return shop.jobs.get(j).steps().get(next[j]);
    }

    Shop.OpenJob job(int j) {
        return shop.jobs.get(j);
    }

    double workRemaining(int j) {
        return shop.jobs.get(j).workRemaining()[next[j]];
    }

    private boolean open(int j) {
        return next[j] < shop.jobs.get(j).steps().size();
    }

    private int machine(int j) {
        return step(j).machines()[mode[j]];
    }

    private int pick(Choice choice, Priority priority) {
        int lead = choice == Choice.SERIAL ? -1 : lead(choice);
        int best = -1;
        double bestPriority = 0;
        for (int j = 0; j < next.length; j++) {
            if (open(j) && (lead < 0 || competes(choice, lead, j))) {
                double value = priority.of(this, j);
                if (best < 0 || value < bestPriority || (value == bestPriority && start[j] < start[best])) {
                    best = j;
                    bestPriority = value;
                }
            }
        }
        return best;
    }

    private int lead(Choice choice) {
        int lead = -1;
        for (int j = 0; j < next.length; j++) {
            if (open(j) && (lead < 0 || key(choice, j) < key(choice, lead))) {
                lead = j;
            }
        }
        return lead;
    }

    private long key(Choice choice, int j) {
        return choice == Choice.ACTIVE ? end[j] : start[j] - setup[j];
    }

    private boolean competes(Choice choice, int lead, int j) {
        return machine(j) == machine(lead)
                && (choice == Choice.ACTIVE
                        ? j == lead || start[j] < end[lead]
                        : start[j] - setup[j] <= start[lead] - setup[lead]);
    }

    private void place(int j) {
        var step = step(j);
        int machine = machine(j);
        machines[machine].take(end[j], step.operation().family());
        assignments.add(new Assignment(
                shop.jobs.get(j).job().id(),
                step.operation().id(),
                shop.machineIds[machine],
                setup[j],
                start[j],
                end[j]));
        ready[j] = end[j];
        next[j]++;
        for (int other = 0; other < next.length; other++) {
            if (open(other) && (other == j || uses(other, machine))) {
                estimate(other);
            }
        }
    }

    private boolean uses(int j, int machine) {
        for (int m : step(j).machines()) {
            if (m == machine) {
                return true;
            }
        }
        return false;
    }

    /** Chooses the mode in which the job's next operation would end first, home preferred. */
    private void estimate(int j) {
        var step = step(j);
        int stay = home == null
                ? -1
                : shop.number(home.getOrDefault(step.operation().id(), ""));
        long best = Long.MAX_VALUE;
        for (int k = 0; k < step.machines().length; k++) {
            int machine = step.machines()[k];
            var timeline = machines[machine];
            long needed = shop.problem
                    .setups()
                    .between(
                            shop.machineIds[machine],
                            timeline.family(),
                            step.operation().family());
            long from = step.pinnedStart() == null ? ready[j] : Math.max(ready[j], requireNonNull(step.pinnedStart()));
            long begin = timeline.earliest(from, needed, step.durations()[k]);
            long finish = begin + step.durations()[k];
            long judged = machine == stay ? finish - loyalty : finish;
            if (judged < best) {
                best = judged;
                mode[j] = k;
                start[j] = begin;
                end[j] = finish;
                setup[j] = needed;
            }
        }
    }
}
