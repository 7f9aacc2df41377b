package dev.millwright.scheduling.dispatching;

import dev.millwright.scheduling.problem.Window;
import java.util.List;

/** One machine while a schedule is built: taken up to some time, in some family, with windows it must leave free. */
final class Timeline {
    private final long[] from;
    private final long[] to;
    private long free;
    private int family;

    /** @param family by number, -1 for none */
    Timeline(long free, int family, List<Window> blocked) {
        this.free = free;
        this.family = family;
        from = blocked.stream().mapToLong(Window::from).toArray();
        to = blocked.stream().mapToLong(Window::to).toArray();
    }

    int family() {
        return family;
    }

    /** The earliest start, not before {@code ready}, of an operation with its setup right before it. */
    long earliest(long ready, long setup, long duration) {
        long start = Math.max(ready, free + setup);
        if (to.length == 0) {
            return start;
        }
        for (int w = firstEndingAfter(start - setup); w < to.length; w++) {
            if (start + duration <= from[w]) {
                break;
            }
            if (start - setup < to[w]) {
                start = to[w] + setup;
            }
        }
        return start;
    }

    void take(long end, int newFamily) {
        free = end;
        family = newFamily;
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
