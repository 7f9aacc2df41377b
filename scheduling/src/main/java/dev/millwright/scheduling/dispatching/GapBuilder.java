package dev.millwright.scheduling.dispatching;

import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds one schedule of any problem by placing one bundle after another into the first gap that takes it (serial
 * schedule generation). What is pinned in time goes first, then what it waits for, then what the priority says.
 */
final class GapBuilder {
    private final Works works;
    private final Floor floor;
    private final BundlePlacer placer;
    private final List<Bundle> ready = new ArrayList<>();
    private final int[] missing;
    /** Where each bundle would go; a stale estimate tells how early at best, since others only take room away. */
    private final @Nullable Spot[] estimates;

    private final boolean[] stale;
    private final double[] workRemaining;
    private final int[] operationsRemaining;

    GapBuilder(Works works, List<MaintenancePlacement> maintenance, @Nullable Map<String, String> home, long loyalty) {
        this.works = works;
        floor = new Floor(works.graph, maintenance);
        var homes = new HashMap<String, Integer>();
        if (home != null) {
            home.forEach((operation, machine) -> homes.put(operation, works.graph.machine(machine)));
        }
        placer = new BundlePlacer(floor, works.graph, homes, loyalty);
        estimates = new Spot[works.bundles.size()];
        stale = new boolean[works.bundles.size()];
        missing = new int[works.bundles.size()];
        for (var bundle : works.bundles) {
            missing[bundle.number()] =
                    Works.pinned(bundle) ? 0 : bundle.before().size();
            if (missing[bundle.number()] == 0) {
                ready.add(bundle);
            }
        }
        workRemaining = works.workRemaining.clone();
        operationsRemaining = works.operationsRemaining.clone();
    }

    List<Assignment> build(Choice choice, Priority priority) {
        while (!ready.isEmpty()) {
            place(pick(choice, priority));
        }
        return floor.assignments();
    }

    private void place(int turn) {
        var bundle = ready.remove(turn);
        placer.place(bundle);
        for (var task : bundle.tasks()) {
            floor.release(task);
            workRemaining[task.job()] -= task.meanDuration();
            operationsRemaining[task.job()]--;
        }
        for (var other : ready) {
            stale[other.number()] |= works.meet(bundle, other);
        }
        for (int after : works.after(bundle)) {
            if (--missing[after] == 0) {
                ready.add(works.bundles.get(after));
            }
        }
    }

    /** The turn, among those that are ready, of the bundle to place next. */
    private int pick(Choice choice, Priority priority) {
        int urgency = Works.ORDINARY;
        for (var bundle : ready) {
            urgency = Math.min(urgency, works.urgency(bundle));
        }
        if (urgency < Works.ORDINARY) {
            return best(urgency, null, choice, view -> ((View) view).blocked() ? 1 : 0);
        }
        return best(urgency, choice == Choice.SERIAL ? null : lead(choice), choice, priority);
    }

    private Spot estimate(Bundle bundle) {
        var known = estimates[bundle.number()];
        if (known == null || stale[bundle.number()]) {
            known = placer.estimate(bundle);
            estimates[bundle.number()] = known;
            stale[bundle.number()] = false;
        }
        return known;
    }

    private Bundle lead(Choice choice) {
        var lead = ready.getFirst();
        long first = key(choice, estimate(lead));
        for (var bundle : ready) {
            var atBest = estimates[bundle.number()];
            if (atBest == null || key(choice, atBest) < first) {
                long key = key(choice, estimate(bundle));
                lead = key < first ? bundle : lead;
                first = Math.min(first, key);
            }
        }
        return lead;
    }

    private static long key(Choice choice, Spot spot) {
        return choice == Choice.ACTIVE ? spot.end() : spot.setupStart();
    }

    private boolean competes(Choice choice, @Nullable Bundle lead, Bundle other) {
        if (lead == null || lead.number() == other.number()) {
            return true;
        }
        var first = estimate(lead);
        var atBest = estimates[other.number()];
        return (atBest == null || soonEnough(choice, first, atBest))
                && soonEnough(choice, first, estimate(other))
                && machine(lead) == machine(other);
    }

    private static boolean soonEnough(Choice choice, Spot first, Spot spot) {
        return choice == Choice.ACTIVE ? spot.start() < first.end() : spot.setupStart() <= first.setupStart();
    }

    private int machine(Bundle bundle) {
        return bundle.first().choices().get(estimate(bundle).choice()).machine();
    }

    private int best(int urgency, @Nullable Bundle lead, Choice choice, Priority priority) {
        int best = -1;
        double bestValue = 0;
        var view = new View(ready.getFirst());
        for (int turn = 0; turn < ready.size(); turn++) {
            var bundle = ready.get(turn);
            if (works.urgency(bundle) == urgency && competes(choice, lead, bundle)) {
                view.at(bundle);
                double value = priority.of(view);
                if (best < 0
                        || value < bestValue
                        || (value == bestValue
                                && estimate(bundle).start()
                                        < estimate(ready.get(best)).start())) {
                    best = turn;
                    bestValue = value;
                }
            }
        }
        return best;
    }

    /** A bundle's first task, as a rule sees it; one object looks at bundle after bundle. */
    private final class View implements Candidate {
        private Bundle bundle;
        private Task task;

        View(Bundle any) {
            bundle = any;
            task = any.first();
        }

        void at(Bundle next) {
            bundle = next;
            task = next.first();
        }

        private Spot spot() {
            return estimate(bundle);
        }

        /** Whether it would go where another part still blocks the machine: that one has to leave first. */
        boolean blocked() {
            return floor.blocked(task, task.choices().get(spot().choice()).machine());
        }

        @Override
        public String operationId() {
            return task.operation().id();
        }

        @Override
        public int job() {
            return task.job();
        }

        @Override
        public double duration() {
            return spot().end() - spot().start();
        }

        @Override
        public double setup() {
            return spot().setup();
        }

        @Override
        public double start() {
            return spot().start();
        }

        @Override
        public double ready() {
            return floor.ready(task, spot().choice());
        }

        @Override
        public double weight() {
            return works.graph.job(task).weight();
        }

        @Override
        public double dueDate() {
            var due = works.graph.job(task).dueDate();
            return due == null ? Double.POSITIVE_INFINITY : due;
        }

        @Override
        public double workRemaining() {
            return workRemaining[task.job()];
        }

        @Override
        public double operationsRemaining() {
            return operationsRemaining[task.job()];
        }

        @Override
        public double meanDuration() {
            return works.graph.meanDuration;
        }

        @Override
        public double meanSetup() {
            return works.graph.meanSetup;
        }
    }
}
