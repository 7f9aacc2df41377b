package dev.millwright.scheduling.dispatching;

import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.SetupTimes;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.problem.WorkingTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One machine while a schedule is built: what it does in which order, and the gaps between. */
final class Lane {
    /** A task on the machine, which is taken from the setup's start until the part has left. */
    private static final class Stay {
        private final Task task;
        private final Spot spot;
        private long setup;
        private long until;
        /** Whether its part waits here for the next task on this very machine, which must come right after. */
        private boolean joined;

        Stay(Task task, Spot spot) {
            this.task = task;
            this.spot = spot;
            setup = spot.setup();
            until = spot.end();
        }

        long setupStart() {
            return spot.start() - setup;
        }
    }

    private final Machine machine;
    private final @Nullable String family;
    private final SetupTimes setups;
    private final WorkingTime open;
    private final WorkingTime shifts;
    private final WorkingTime unmaintained;
    private final List<Stay> stays = new ArrayList<>();
    private long free;

    /**
     * @param free nothing starts sooner
     * @param family what it is set up for
     */
    Lane(Machine machine, long free, @Nullable String family, SetupTimes setups, List<Window> maintenance) {
        this.machine = machine;
        this.free = free;
        this.family = family;
        this.setups = setups;
        var closed = new ArrayList<>(machine.down());
        closed.addAll(maintenance);
        open = new WorkingTime(Window.merged(closed));
        shifts = new WorkingTime(machine.breaks());
        unmaintained = new WorkingTime(Window.merged(maintenance));
    }

    /** Nothing starts sooner than this any more. */
    void freeFrom(long time) {
        free = Math.max(free, time);
    }

    /** The first gap in which the task can start, not before {@code ready}. */
    Spot find(Task task, int choice, long ready, ResourceUse[] resources) {
        var room = new Room(task, task.choices().get(choice), open, shifts, resources);
        if (machine.unlimited()) {
            long start = room.start(Math.max(ready, free), 0, Long.MAX_VALUE);
            return new Spot(choice, stays.size(), 0, start, room.end(start));
        }
        for (int i = firstGap(ready); i <= stays.size(); i++) {
            if (i > 0 && stays.get(i - 1).joined) {
                continue;
            }
            long setup = setup(i == 0 ? family : stays.get(i - 1).task.family(), task);
            long from = i == 0 ? free : Math.max(free, stays.get(i - 1).until);
            long to = i == stays.size() ? Long.MAX_VALUE : leavesRoom(task, stays.get(i));
            long start = room.start(Math.max(ready, from + setup), setup, to);
            if (start >= 0 || to == Long.MAX_VALUE) {
                return new Spot(choice, i, setup, start, room.end(start));
            }
        }
        throw new IllegalStateException("The gap after everything on " + machine.id() + " was not looked at");
    }

    /** The place at a pinned start, should only the setup not fit: who comes right before it may not be placed yet. */
    Spot at(Task task, int choice, long start, ResourceUse[] resources) {
        var room = new Room(task, task.choices().get(choice), open, shifts, resources);
        int turn = firstGap(start);
        boolean free = start >= (turn == 0 ? this.free : stays.get(turn - 1).until)
                && (turn == stays.size() || leavesRoom(task, stays.get(turn)) >= room.end(start));
        long setup = setup(turn == 0 ? family : stays.get(turn - 1).task.family(), task);
        return free && room.start(start, 0, Long.MAX_VALUE) == start
                ? new Spot(choice, turn, setup, start, room.end(start))
                : Spot.NOWHERE;
    }

    private int firstGap(long ready) {
        int low = 0;
        int high = stays.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stays.get(middle).spot.start() < ready) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long setup(@Nullable String from, Task task) {
        return setups.between(machine.id(), from, task.family());
    }

    /** When a task right before this one has to end, so that the setup between them still fits. */
    private long leavesRoom(Task task, Stay next) {
        long setup = setup(task.family(), next.task);
        long begin = next.spot.start() - setup;
        boolean fits = setup <= next.setup || (open.room(begin, setup) == begin && shifts.room(begin, setup) == begin);
        return fits ? begin : Long.MIN_VALUE;
    }

    void insert(Task task, Spot spot) {
        stays.add(spot.index(), new Stay(task, spot));
        setUp(spot.index() + 1);
    }

    /** Undoes {@link #insert}, the latest first. */
    void remove(Spot spot) {
        stays.remove(spot.index());
        setUp(spot.index());
    }

    private void setUp(int turn) {
        if (turn < stays.size() && !machine.unlimited()) {
            var stay = stays.get(turn);
            stay.setup = setup(turn == 0 ? family : stays.get(turn - 1).task.family(), stay.task);
        }
    }

    /** Keeps a part on the machine until then; or says from when on its task has a chance to, if something is in the way. */
    long hold(Task task, long until) {
        int turn = turn(task);
        var stay = stays.get(turn);
        if (machine.unlimited() || until <= stay.until) {
            return Long.MIN_VALUE;
        }
        if (turn + 1 < stays.size() && stays.get(turn + 1).setupStart() < until) {
            return stays.get(turn + 1).until;
        }
        long clear = unmaintained.room(stay.spot.end(), until - stay.spot.end());
        if (clear > stay.spot.end()) {
            return clear;
        }
        stay.until = until;
        stay.joined = turn + 1 < stays.size() && stays.get(turn + 1).setupStart() == until;
        return Long.MIN_VALUE;
    }

    private int turn(Task task) {
        for (int turn = stays.size() - 1; turn >= 0; turn--) {
            if (stays.get(turn).task.number() == task.number()) {
                return turn;
            }
        }
        throw new IllegalStateException(task.operation().id() + " is not on " + machine.id());
    }

    /** Every task with its final place: later insertions may have changed its setup. */
    void forEach(BiConsumer<Task, Spot> action) {
        for (int turn = 0; turn < stays.size(); turn++) {
            var stay = stays.get(turn);
            var spot = stay.spot;
            action.accept(stay.task, new Spot(spot.choice(), turn, stay.setup, spot.start(), spot.end()));
        }
    }

    String machineId() {
        return machine.id();
    }
}
