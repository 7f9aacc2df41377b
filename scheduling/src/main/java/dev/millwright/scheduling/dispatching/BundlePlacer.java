package dev.millwright.scheduling.dispatching;

import dev.millwright.scheduling.problem.Link;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Places a bundle task by task at the earliest places; where a link between two of its tasks breaks, the earlier one
 * moves later by what was missing, and the bundle starts anew. Once placed, nothing of it waits for anything that is not:
 * so blocking never ends in a deadlock.
 */
final class BundlePlacer {
    /** A tie that finds no place in this many tries has calendars that never meet; it is placed loosely then. */
    private static final int TRIES = 3_000;

    private static final long KEPT = Long.MIN_VALUE;
    private static final long LATE = Long.MAX_VALUE / 2;
    private static final long BLOCKED = Long.MAX_VALUE / 3;

    private final Floor floor;
    private final List<Task> tasks;
    private final Map<String, Integer> home;
    private final long loyalty;

    /**
     * @param home the machine on which each operation should stay, by operation id
     * @param loyalty how many seconds sooner it must end elsewhere to leave home
     */
    BundlePlacer(Floor floor, TaskGraph graph, Map<String, Integer> home, long loyalty) {
        this.floor = floor;
        tasks = graph.tasks;
        this.home = home;
        this.loyalty = loyalty;
    }

    /** Where the bundle's first task would go; leaves the floor as it was. */
    Spot estimate(Bundle bundle) {
        if (bundle.tasks().size() == 1) {
            return best(bundle.first(), KEPT, true);
        }
        place(bundle);
        var spot = floor.spot(bundle.first().number());
        undo(bundle, bundle.tasks().size());
        return spot;
    }

    void place(Bundle bundle) {
        var earliest = new long[bundle.tasks().size()];
        Arrays.fill(earliest, KEPT);
        for (int i = 0; i < TRIES; i++) {
            if (attempt(bundle, earliest, true)) {
                return;
            }
        }
        attempt(bundle, earliest, false);
    }

    /** @param earliest per task of the bundle, raised where a link broke */
    private boolean attempt(Bundle bundle, long[] earliest, boolean strictly) {
        for (int i = 0; i < earliest.length; i++) {
            var task = bundle.tasks().get(i);
            floor.place(task, best(task, earliest[i], strictly));
            if (strictly && !linksKept(bundle, task, earliest)) {
                undo(bundle, i + 1);
                return false;
            }
        }
        return true;
    }

    private void undo(Bundle bundle, int count) {
        for (int i = count - 1; i >= 0; i--) {
            floor.remove(bundle.tasks().get(i));
        }
    }

    /** The mode that ends first, home preferred; for no-wait ties a mode that keeps the moment before all others. */
    private Spot best(Task task, long earliest, boolean strictly) {
        int stay = home.getOrDefault(task.operation().id(), -1);
        var best = Spot.NOWHERE;
        long bestJudged = Long.MAX_VALUE;
        for (int k = 0; k < task.choices().size(); k++) {
            var pin = task.pinnedStart();
            var spot = pin == null ? floor.find(task, k, earliest) : floor.find(task, k, earliest, pin);
            long wait = strictly ? wait(task, spot) : 0;
            long judged = task.choices().get(k).machine() == stay ? spot.end() - loyalty : spot.end();
            judged = floor.blocked(task, task.choices().get(k).machine()) ? BLOCKED + judged : judged;
            judged = wait > 0 ? LATE + wait : judged;
            if (judged < bestJudged) {
                best = spot;
                bestJudged = judged;
            }
        }
        return best;
    }

    private long wait(Task task, Spot spot) {
        long wait = 0;
        for (var tie : task.before()) {
            if (tie.link() == Link.NO_WAIT) {
                wait = Math.max(
                        wait, spot.start() - floor.moment(tie, task.choices().get(spot.choice())));
            }
        }
        return wait;
    }

    private boolean linksKept(Bundle bundle, Task task, long[] earliest) {
        var spot = floor.spot(task.number());
        boolean kept = true;
        for (var tie : task.before()) {
            var before = tasks.get(tie.task());
            long chance =
                    switch (tie.link()) {
                        case PLAIN -> KEPT;
                        case BLOCKING -> floor.hold(before, task);
                        case NO_WAIT -> {
                            long moment = floor.moment(tie, task.choices().get(spot.choice()));
                            long missing = spot.start() - moment;
                            yield missing > 0 ? floor.spot(before.number()).start() + missing : KEPT;
                        }
                    };
            if (chance > KEPT) {
                int place = bundle.tasks().indexOf(before);
                earliest[place] = Math.max(earliest[place], chance);
                kept = false;
            }
        }
        return kept;
    }
}
