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
 *
 * <p>It is that quick because a placed operation changes one timeline only: of all that wait, just those that this machine
 * could do are looked at again, and each machine remembers who would be first on it.
 */
final class ChainBuilder {
    private static final int NOBODY = -1;

    private final Shop shop;
    private final Shop.OpenJob[] jobs;
    private final Timeline[] machines;
    private final @Nullable Map<String, String> home;
    private final long loyalty;
    private final Waiting waiting;
    private final Shop.Step[][] steps;
    private final int[] next;
    private final long[] ready;
    /** The machine on which each job's next operation should stay; -1 where it does not matter. */
    private final int[] stay;
    /** The machine that would take each job's next operation, and the mode it would be done in. */
    private final int[] at;

    private final int[] mode;
    private final long[] start;
    private final long[] end;
    private final long[] setup;
    /** The end by which modes are compared. */
    private final long[] judged;
    /** Who would be first on each machine. */
    private final int[] lead;

    private final List<Assignment> assignments;
    private final View view = new View();
    private boolean active;

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
        waiting = new Waiting(machines.length, jobs.length);
        steps = new Shop.Step[jobs.length][];
        Arrays.setAll(steps, j -> jobs[j].steps());
        next = new int[jobs.length];
        ready = new long[jobs.length];
        stay = new int[jobs.length];
        at = new int[jobs.length];
        mode = new int[jobs.length];
        start = new long[jobs.length];
        end = new long[jobs.length];
        setup = new long[jobs.length];
        judged = new long[jobs.length];
        lead = new int[machines.length];
        assignments = new ArrayList<>(shop.operations);
        Arrays.setAll(ready, j -> jobs[j].ready());
        Arrays.fill(lead, NOBODY);
    }

    List<Assignment> build(Choice choice, Priority priority) {
        active = choice == Choice.ACTIVE;
        return choice == Choice.SERIAL ? inOrder(priority) : machineByMachine(priority);
    }

    private List<Assignment> machineByMachine(Priority priority) {
        for (int j = 0; j < jobs.length; j++) {
            enter(j);
        }
        for (int placed = 0; placed < shop.operations; placed++) {
            place(pick(first(), priority));
        }
        return assignments;
    }

    /** The job that would be first of all. */
    private int first() {
        int first = NOBODY;
        for (int candidate : lead) {
            first = candidate == NOBODY ? first : sooner(candidate, first);
        }
        return first;
    }

    private int sooner(int j, int other) {
        if (other == NOBODY) {
            return j;
        }
        long difference = key(j) - key(other);
        return difference < 0 || (difference == 0 && j < other) ? j : other;
    }

    private long key(int j) {
        return active ? end[j] : start[j] - setup[j];
    }

    /** Of those that compete with the first for its machine the one whom the rule prefers. */
    private int pick(int first, Priority priority) {
        int machine = at[first];
        int best = NOBODY;
        double bestValue = 0;
        for (int i = 0; i < waiting.count(machine); i++) {
            int j = waiting.job(machine, i);
            if (at[j] == machine && (active ? j == first || start[j] < end[first] : key(j) <= key(first))) {
                view.j = j;
                double value = priority.of(view);
                if (best == NOBODY || value < bestValue || (value == bestValue && earlier(j, best))) {
                    best = j;
                    bestValue = value;
                }
            }
        }
        return best;
    }

    private boolean earlier(int j, int other) {
        return start[j] < start[other] || (start[j] == start[other] && j < other);
    }

    private void place(int j) {
        int machine = at[j];
        waiting.remove(j, step(j).machines());
        append(j);
        lead[machine] = NOBODY;
        for (int i = 0; i < waiting.count(machine); i++) {
            int other = waiting.job(machine, i);
            if (at[other] == machine) {
                estimate(other);
                lead[at[other]] = sooner(other, lead[at[other]]);
            } else if (shop.changesOver) {
                reconsider(other, waiting.mode(machine, i));
            }
        }
        if (next[j] < steps[j].length) {
            enter(j);
        }
    }

    /** Lets the job's next operation wait for its machines. */
    private void enter(int j) {
        waiting.add(j, step(j).machines());
        settle(j);
        lead[at[j]] = sooner(j, lead[at[j]]);
    }

    /** Places one operation after another as the priority alone says; nobody else's place has to be known for it. */
    private List<Assignment> inOrder(Priority priority) {
        var values = new double[jobs.length];
        for (int j = 0; j < jobs.length; j++) {
            values[j] = value(j, priority);
        }
        for (int placed = 0; placed < shop.operations; placed++) {
            int j = least(values);
            estimate(j);
            append(j);
            values[j] = next[j] < steps[j].length ? value(j, priority) : Double.POSITIVE_INFINITY;
        }
        return assignments;
    }

    private double value(int j, Priority priority) {
        settle(j);
        view.j = j;
        return priority.of(view);
    }

    private int least(double[] values) {
        int least = NOBODY;
        for (int j = 0; j < values.length; j++) {
            if (next[j] < steps[j].length
                    && (least == NOBODY
                            || values[j] < values[least]
                            || (values[j] == values[least] && startsSooner(j, least)))) {
                least = j;
            }
        }
        return least;
    }

    private boolean startsSooner(int j, int other) {
        estimate(j);
        estimate(other);
        return start[j] < start[other];
    }

    private Shop.Step step(int j) {
        return steps[j][next[j]];
    }

    private void append(int j) {
        var step = step(j);
        machines[at[j]].take(end[j], step.family());
        assignments.add(new Assignment(
                jobs[j].job().id(), step.operationId(), shop.machineIds[at[j]], setup[j], start[j], end[j]));
        ready[j] = end[j];
        next[j]++;
    }

    /** Finds the place of a job's next operation, now that it is the next. */
    private void settle(int j) {
        stay[j] = home == null ? -1 : shop.number(home.getOrDefault(step(j).operationId(), ""));
        estimate(j);
    }

    /** Chooses the mode in which the job's next operation would end first, home preferred. */
    private void estimate(int j) {
        judged[j] = Long.MAX_VALUE;
        int modes = step(j).machines().length;
        for (int k = 0; k < modes; k++) {
            consider(j, k);
        }
    }

    /** Looks at one mode again whose machine has changed; the others are as they were. */
    private void reconsider(int j, int k) {
        int before = at[j];
        consider(j, k);
        if (at[j] != before) {
            lead[at[j]] = sooner(j, lead[at[j]]);
            lead[before] = lead[before] == j ? leading(before) : lead[before];
        }
    }

    private int leading(int machine) {
        int leading = NOBODY;
        for (int i = 0; i < waiting.count(machine); i++) {
            int j = waiting.job(machine, i);
            leading = at[j] == machine ? sooner(j, leading) : leading;
        }
        return leading;
    }

    /** Takes a mode that is better than the best so far, or as good and listed sooner. */
    private void consider(int j, int k) {
        var step = step(j);
        int machine = step.machines()[k];
        long duration = step.durations()[k];
        var timeline = machines[machine];
        long needed = shop.changesOver ? shop.setup(machine, timeline.family(), step.family()) : 0;
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
            return steps[j].length - next[j];
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
