package dev.millwright.scheduling.cpsat;

import dev.millwright.scheduling.cpsat.Focus.Stage;
import dev.millwright.scheduling.cpsat.OperationVars.ModeVars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which operation may come right after which on one machine. Without a focus any but against their job's sequence; with
 * one, the settled before it and the settled after it keep their turns, and the free ones lie between.
 */
final class Turns {
    /** Stands for the machine's beginning as a forerunner and for its end as a follower. */
    static final int NONE = -1;

    private final List<ModeVars> modes;
    private final Stage[] stages;
    private final List<Integer> before;
    private final List<Integer> after;

    Turns(@Nullable Focus focus, List<ModeVars> modes) {
        this.modes = modes;
        stages = new Stage[modes.size()];
        Arrays.setAll(
                stages,
                i -> focus == null
                        ? Stage.FREE
                        : focus.stage(modes.get(i).owner().operation()));
        before = settled(focus, Stage.BEFORE);
        after = settled(focus, Stage.AFTER);
    }

    private List<Integer> settled(@Nullable Focus focus, Stage stage) {
        var settled = new ArrayList<Integer>();
        for (int i = 0; i < stages.length; i++) {
            if (stages[i] == stage) {
                settled.add(i);
            }
        }
        if (focus != null) {
            settled.sort(
                    Comparator.comparingInt(i -> focus.turn(modes.get(i).owner().operation())));
        }
        return settled;
    }

    /** The operations after the focus in their turns. */
    List<ModeVars> later() {
        return after.stream().map(modes::get).toList();
    }

    boolean mayFollow(int from, int to) {
        if (from == NONE) {
            return before.isEmpty() ? inTheMiddle(to) : to == before.getFirst();
        }
        return switch (stages[from]) {
            case BEFORE -> {
                int next = before.indexOf(from) + 1;
                yield next < before.size() ? to == before.get(next) : inTheMiddle(to);
            }
            case FREE -> inTheMiddle(to) && !againstTheJob(from, to);
            case AFTER -> {
                int next = after.indexOf(from) + 1;
                yield to == (next < after.size() ? after.get(next) : NONE);
            }
        };
    }

    /** A free operation, or else the first of those after the focus, or the end when there are none. */
    private boolean inTheMiddle(int to) {
        return to == (after.isEmpty() ? NONE : after.getFirst()) || (to >= 0 && stages[to] == Stage.FREE);
    }

    private boolean againstTheJob(int from, int to) {
        return to >= 0
                && to < from
                && modes.get(to).owner().job().isChain()
                && modes.get(from)
                        .owner()
                        .job()
                        .id()
                        .equals(modes.get(to).owner().job().id());
    }
}
