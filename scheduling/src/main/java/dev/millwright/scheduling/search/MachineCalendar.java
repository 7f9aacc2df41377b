package dev.millwright.scheduling.search;

import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.problem.WorkingTime;
import java.util.List;

/** When a machine can take an operation with its setup right before it: not while it is down, and breaks as they allow. */
final class MachineCalendar {
    private final WorkingTime breaks;
    private final long[] downFrom;
    private final long[] downTo;

    /** @param down disjoint and in order */
    MachineCalendar(List<Window> breaks, List<Window> down) {
        this.breaks = new WorkingTime(breaks);
        downFrom = down.stream().mapToLong(Window::from).toArray();
        downTo = down.stream().mapToLong(Window::to).toArray();
    }

    /** The first start, not before {@code earliest}, of so many seconds of work. */
    long start(long earliest, long setup, long duration, boolean stretches) {
        if (downTo.length == 0 && breaks.always()) {
            return earliest;
        }
        long start = earliest;
        while (true) {
            long room = room(start, setup, duration, stretches);
            long end = end(room, duration, stretches);
            long after = downAcross(room - setup, end);
            if (after < 0) {
                return room;
            }
            start = after + setup;
        }
    }

    /** When work that starts then has ended. */
    long end(long start, long duration, boolean stretches) {
        return stretches && !breaks.always() ? breaks.end(start, duration) : start + duration;
    }

    private long room(long start, long setup, long duration, boolean stretches) {
        if (breaks.always()) {
            return start;
        }
        long room = start;
        while (true) {
            // One second of the operation itself follows its setup without a break, or it would start in the break.
            long whole = stretches ? setup + Math.min(1, duration) : setup + duration;
            long moved = breaks.room(room - setup, whole) + setup;
            if (moved == room) {
                return room;
            }
            room = moved;
        }
    }

    /** The end of the first stop that lies across a span, or -1. */
    private long downAcross(long from, long to) {
        for (int w = 0; w < downTo.length && (downFrom[w] < to || downFrom[w] <= from); w++) {
            boolean across = from < downTo[w] && downFrom[w] < to;
            if (across) {
                return downTo[w];
            }
        }
        return -1;
    }
}
