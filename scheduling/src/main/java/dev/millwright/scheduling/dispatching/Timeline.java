package dev.millwright.scheduling.dispatching;

import dev.millwright.scheduling.problem.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One machine while a schedule is built: taken up to some time, in some family, with windows it must leave free. */
final class Timeline {
    private final long[] from;
    private final long[] to;
    private long free;
    private @Nullable String family;

    Timeline(long free, @Nullable String family, List<Window> blocked) {
        this.free = free;
        this.family = family;
        from = blocked.stream().mapToLong(Window::from).toArray();
        to = blocked.stream().mapToLong(Window::to).toArray();
    }

    @Nullable
    String family() {
        return family;
    }

    /** The earliest start, not before {@code ready}, of an operation with its setup right before it. */
    long earliest(long ready, long setup, long duration) {
        long start = Math.max(ready, free + setup);
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

    void take(long end, @Nullable String newFamily) {
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
