package dev.millwright.scheduling.problem;

import java.util.List;

/** The time between breaks: where work may begin, and when it ends if it goes on after each break. */
public final class WorkingTime {
    private final long[] from;
    private final long[] to;

    /** @param breaks disjoint and in order, as {@link Window#merged} gives them */
    public WorkingTime(List<Window> breaks) {
        from = breaks.stream().mapToLong(Window::from).toArray();
        to = breaks.stream().mapToLong(Window::to).toArray();
    }

    /** Whether there are no breaks. */
    public boolean always() {
        return from.length == 0;
    }

    /** The first time at or after this one that is no break. */
    public long next(long time) {
        int w = firstEndingAfter(time);
        return w < to.length && from[w] <= time ? to[w] : time;
    }

    /** When work of this many seconds ends that starts in working time and goes on after each break. */
    public long end(long start, long seconds) {
        long end = start + seconds;
        for (int w = firstEndingAfter(start); w < from.length && from[w] < end; w++) {
            end += to[w] - from[w];
        }
        return end;
    }

    /** The first time at or after this one from which this many seconds pass without a break. */
    public long room(long time, long seconds) {
        long start = time;
        for (int w = firstEndingAfter(time); w < from.length && from[w] < start + seconds; w++) {
            start = Math.max(start, to[w]);
        }
        return next(start);
    }

    private int firstEndingAfter(long time) {
        int low = 0;
        int high = to.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (to[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
