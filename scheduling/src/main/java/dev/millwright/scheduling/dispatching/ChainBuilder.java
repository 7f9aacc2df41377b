package dev.millwright.scheduling.dispatching;

import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds one schedule of a plain problem, whose jobs are chains that share nothing but machines, by appending one
 * operation after another to the machines' timelines: a million and more a second.
 */
final class ChainBuilder {
    private final Shop shop;
    private final Shop.OpenJob[] jobs;
    private final Timeline[] machines;
    private final @Nullable Map<String, String> home;
    private final long loyalty;
    private final int[] next;
    private final long[] ready;
    /** The machine that would take each job's next operation; -1 when the job is done. */
    private final int[] at;

    private final long[] start;
    private final long[] end;
    private final long[] setup;
    private final List<Assignment> assignments;
    private final View view = new View();

    /**
     * @param home the machine each operation should stay on, by operation id
     * @param loyalty how many seconds sooner it must end elsewhere to leave home
     */
    ChainBuilder(Shop shop, List<MaintenancePlacement> maintenance, @Nullable Map<String, String> home, long loyalty) {
        this.shop = shop;
        this.home = home;
        this.loyalty = loyalty;
        jobs = shop.jobs.toArray(Shop.OpenJob[]::new);
        machines = new Timeline[shop.machineIds.length];
        for (int m = 0; m < machines.length; m++) {
            var id = shop.machineIds[m];
            machines[m] = new Timeline(
                    shop.index.freeFrom(id),
                    shop.family(shop.index.setupState(id)),
                    MaintenanceSlots.taken(shop.index, maintenance, id));
        }
        next = new int[jobs.length];
        ready = new long[jobs.length];
        at = new int[jobs.length];
        start = new long[jobs.length];
        end = new long[jobs.length];
        setup = new long[jobs.length];
        assignments = new ArrayList<>(shop.operations);
        Arrays.setAll(ready, j -> jobs[j].ready());
        for (int j = 0; j < jobs.length; j++) {
            estimate(j);
        }
    }

    List<Assignment> build(Choice choice, Priority priority) {
        for (int placed = 0; placed < shop.operations; placed++) {
            place(pick(choice, priority));
        }
        return assignments;
    }

    private Shop.Step step(int j) {
        return jobs[j].steps()[next[j]];
    }

    private int pick(Choice choice, Priority priority) {
        int lead = choice == Choice.SERIAL ? -1 : lead(choice);
        int best = -1;
        double bestValue = 0;
        for (int j = 0; j < jobs.length; j++) {
            if (at[j] >= 0 && (lead < 0 || competes(choice, lead, j))) {
                view.j = j;
                double value = priority.of(view);
                if (best < 0 || value < bestValue || (value == bestValue && start[j] < start[best])) {
                    best = j;
                    bestValue = value;
                }
            }
        }
        return best;
    }

    private int lead(Choice choice) {
        int lead = -1;
        for (int j = 0; j < jobs.length; j++) {
            if (at[j] >= 0 && (lead < 0 || key(choice, j) < key(choice, lead))) {
                lead = j;
            }
        }
        return lead;
    }

    private long key(Choice choice, int j) {
        return choice == Choice.ACTIVE ? end[j] : start[j] - setup[j];
    }

    private boolean competes(Choice choice, int lead, int j) {
        return at[j] == at[lead]
                && (choice == Choice.ACTIVE
                        ? j == lead || start[j] < end[lead]
                        : start[j] - setup[j] <= start[lead] - setup[lead]);
    }

    private void place(int j) {
        var step = step(j);
        int machine = at[j];
        machines[machine].take(end[j], step.family());
        assignments.add(new Assignment(
                jobs[j].job().id(), step.operationId(), shop.machineIds[machine], setup[j], start[j], end[j]));
        ready[j] = end[j];
        next[j]++;
        at[j] = -1;
        if (next[j] < jobs[j].steps().length) {
            estimate(j);
        }
        for (int other = 0; other < jobs.length; other++) {
            if (at[other] >= 0 && other != j && uses(other, machine)) {
                estimate(other);
            }
        }
    }

    private boolean uses(int j, int machine) {
        if (at[j] == machine || shop.rigid) {
            return at[j] == machine;
        }
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
        int stay = home == null ? -1 : shop.number(home.getOrDefault(step.operationId(), ""));
        long best = Long.MAX_VALUE;
        for (int k = 0; k < step.machines().length; k++) {
            int machine = step.machines()[k];
            long needed = shop.setup(machine, machines[machine].family(), step.family());
            long begin = machines[machine].earliest(ready[j], needed, step.durations()[k]);
            long finish = begin + step.durations()[k];
            long judged = machine == stay ? finish - loyalty : finish;
            if (judged < best) {
                best = judged;
                at[j] = machine;
                start[j] = begin;
                end[j] = finish;
                setup[j] = needed;
            }
        }
    }

    /** A job's next operation, as a rule sees it; one object looks at job after job. */
    private final class View implements Candidate {
        private int j;

        @Override
        public String operationId() {
            return step(j).operationId();
        }

        @Override
        public int job() {
            return jobs[j].number();
        }

        @Override
        public double duration() {
            return end[j] - start[j];
        }

        @Override
        public double setup() {
            return setup[j];
        }

        @Override
        public double start() {
            return start[j];
        }

        @Override
        public double ready() {
            return ready[j];
        }

        @Override
        public double weight() {
            return jobs[j].job().weight();
        }

        @Override
        public double dueDate() {
            return jobs[j].dueDate();
        }

        @Override
        public double workRemaining() {
            return jobs[j].workRemaining()[next[j]];
        }

        @Override
        public double operationsRemaining() {
            return jobs[j].steps().length - next[j];
        }

        @Override
        public double meanDuration() {
            return shop.meanDuration;
        }

        @Override
        public double meanSetup() {
            return shop.meanSetup;
        }
    }
}
