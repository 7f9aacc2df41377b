package dev.millwright.scheduling.dispatching;

import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The next operation of every job of a plain problem and where it would go, while a schedule is built; numbers in arrays,
 * by the job's place among those with open operations. What is looked at again and again lies side by side here: reaching for
 * it in the jobs' own objects took most of the time.
 */
final class Heads {
    static final int NOBODY = -1;

    private final Shop shop;
    private final Shop.OpenJob[] jobs;
    private final String[] jobIds;
    private final Timeline[] machines;
    private final Priority priority;
    private final boolean steady;
    private final @Nullable Map<String, String> home;
    private final long loyalty;
    private final List<Assignment> assignments;
    private final View view = new View();

    /** The operation that is next, and the number that the job's last is before. */
    private final int[] next;

    private final int[] last;
    private final long[] ready;
    private final double[] weight;
    private final double[] dueDate;
    private final double[] workRemaining;
    /** The machine on which the operation should stay; -1 where it does not matter. */
    private final int[] stay;
    /** The machine that would take it, and the mode it would be done in. */
    private final int[] at;

    private final int[] mode;
    private final long[] start;
    private final long[] end;
    private final long[] setup;
    /** Whether nothing but its time can change any more: one mode, and no setups. */
    private final boolean[] settled;
    /** The end by which modes are compared. */
    private final long[] judged;
    /** What the priority says; no number where it has to be asked again. */
    private final double[] value;

    /**
     * @param home the machine each operation should stay on, by operation id
     * @param loyalty how many seconds sooner it must end elsewhere to leave home
     */
    Heads(
            Shop shop,
            List<MaintenancePlacement> maintenance,
            @Nullable Map<String, String> home,
            long loyalty,
            Priority priority) {
        this.shop = shop;
        this.home = home;
        this.loyalty = loyalty;
        this.priority = priority;
        steady = priority.steady();
        jobs = shop.jobs.toArray(Shop.OpenJob[]::new);
        jobIds = shop.jobs.stream().map(open -> open.job().id()).toArray(String[]::new);
        machines = new Timeline[shop.machineIds.length];
        Arrays.setAll(machines, m -> timeline(shop, maintenance, shop.machineIds[m]));
        next = new int[jobs.length];
        last = new int[jobs.length];
        ready = new long[jobs.length];
        weight = new double[jobs.length];
        dueDate = new double[jobs.length];
        workRemaining = new double[jobs.length];
        settled = new boolean[jobs.length];
        stay = new int[jobs.length];
        at = new int[jobs.length];
        mode = new int[jobs.length];
        start = new long[jobs.length];
        end = new long[jobs.length];
        setup = new long[jobs.length];
        judged = new long[jobs.length];
        value = new double[jobs.length];
        assignments = new ArrayList<>(shop.operations);
        for (int j = 0; j < jobs.length; j++) {
            ready[j] = jobs[j].ready();
            next[j] = jobs[j].first();
            last[j] = jobs[j].last();
            var job = jobs[j].job();
            weight[j] = job.weight();
            dueDate[j] = job.dueDate() == null ? Double.POSITIVE_INFINITY : job.dueDate();
            settle(j);
        }
    }

    private static Timeline timeline(Shop shop, List<MaintenancePlacement> maintenance, String machine) {
        return new Timeline(
                shop.index.freeFrom(machine),
                shop.family(shop.index.setupState(machine)),
                MaintenanceSlots.taken(shop.index, maintenance, machine));
    }

    int count() {
        return jobs.length;
    }

    /** Whether all the job's operations are placed. */
    boolean done(int j) {
        return next[j] == last[j];
    }

    /** The number of the job's next operation. */
    int operation(int j) {
        return next[j];
    }

    /** The machine that would take the job's next operation. */
    int at(int j) {
        return at[j];
    }

    long start(int j) {
        return start[j];
    }

    long end(int j) {
        return end[j];
    }

    long setupStart(int j) {
        return start[j] - setup[j];
    }

    /** What the priority says of the job's next operation where it would go now. */
    double value(int j) {
        double known = value[j];
        return Double.isNaN(known) ? ask(j) : known;
    }

    private double ask(int j) {
        view.j = j;
        value[j] = priority.of(view);
        return value[j];
    }

    List<Assignment> assignments() {
        return assignments;
    }

    /** Places the job's next operation where it would go, and looks where the one after it would. */
    void append(int j) {
        int operation = next[j]++;
        machines[at[j]].take(end[j], shop.family[operation]);
        assignments.add(new Assignment(
                jobIds[j], shop.operationIds[operation], shop.machineIds[at[j]], setup[j], start[j], end[j]));
        ready[j] = end[j];
        if (!done(j)) {
            settle(j);
        }
    }

    /** Finds the place of a job's next operation, now that it is the next. */
    private void settle(int j) {
        int operation = next[j];
        stay[j] = home == null ? -1 : shop.number(home.getOrDefault(shop.operationIds[operation], ""));
        mode[j] = NOBODY;
        value[j] = Double.NaN;
        workRemaining[j] = shop.workRemaining[operation];
        settled[j] = false;
        estimate(j);
        settled[j] = !shop.changesOver && shop.firstMode[operation + 1] - shop.firstMode[operation] == 1;
    }

    /** Chooses the mode in which the job's next operation would end first, home preferred. */
    void estimate(int j) {
        if (settled[j]) {
            postpone(j);
            return;
        }
        judged[j] = Long.MAX_VALUE;
        int before = mode[j];
        int modes = shop.firstMode[next[j] + 1] - shop.firstMode[next[j]];
        for (int k = 0; k < modes; k++) {
            consider(j, k);
        }
        value[j] = steady && mode[j] == before ? value[j] : Double.NaN;
    }

    private void postpone(int j) {
        long duration = end[j] - start[j];
        start[j] = machines[at[j]].earliest(ready[j], 0, duration);
        end[j] = start[j] + duration;
        value[j] = steady ? value[j] : Double.NaN;
    }

    /** Looks at one mode again whose machine has changed; the others are as they were. */
    void reconsider(int j, int k) {
        int before = mode[j];
        consider(j, k);
        value[j] = mode[j] == before ? value[j] : Double.NaN;
    }

    /** Takes a mode that is better than the best so far, or as good and listed sooner. */
    private void consider(int j, int k) {
        int choice = shop.firstMode[next[j]] + k;
        int machine = shop.modeMachine[choice];
        long duration = shop.modeDuration[choice];
        var timeline = machines[machine];
        long needed = shop.changesOver ? shop.setup(machine, timeline.family(), shop.family[next[j]]) : 0;
        long begin = timeline.earliest(ready[j], needed, duration);
        long finish = begin + duration;
        long judgement = machine == stay[j] ? finish - loyalty : finish;
        if (judgement < judged[j] || (judgement == judged[j] && k < mode[j])) {
            judged[j] = judgement;
            at[j] = machine;
            mode[j] = k;
            start[j] = begin;
            end[j] = finish;
            setup[j] = needed;
        }
    }

    /** A job's next operation, as a rule sees it; one object looks at job after job. */
    private final class View implements Candidate {
        private int j;

        @Override
        public String operationId() {
            return shop.operationIds[next[j]];
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
            return weight[j];
        }

        @Override
        public double dueDate() {
            return dueDate[j];
        }

        @Override
        public double workRemaining() {
            return workRemaining[j];
        }

        @Override
        public double operationsRemaining() {
            return last[j] - next[j];
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
