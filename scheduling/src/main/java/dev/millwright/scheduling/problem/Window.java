package dev.millwright.scheduling.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A span of time [from, to) in seconds. */
public record Window(long from, long to) {
    public Window {
        Check.that(from < to, "Window [" + from + ", " + to + ") is empty", "Let 'to' be later than 'from'.");
    }

    /** Whether [start, end) shares time with this window; an empty span counts when it lies strictly inside. */
    public boolean overlaps(long start, long end) {
        return start < to && from < end;
    }

    /** The same time as disjoint windows in order. */
    public static List<Window> merged(List<Window> windows) {
        var sorted = new ArrayList<>(windows);
        sorted.sort(Comparator.comparingLong(Window::from));
        var result = new ArrayList<Window>();
        for (var window : sorted) {
            if (!result.isEmpty() && result.getLast().to() >= window.from()) {
                var last = result.removeLast();
                result.add(new Window(last.from(), Math.max(last.to(), window.to())));
            } else {
                result.add(window);
            }
        }
        return result;
    }
}
