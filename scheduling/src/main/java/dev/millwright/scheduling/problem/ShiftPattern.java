package dev.millwright.scheduling.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Working hours that come again and again: a day of shifts, a week of days.
 *
 * @param origin where a period begins
 * @param period seconds until the pattern repeats
 * @param open the working windows of one period, counted from its beginning
 */
public record ShiftPattern(long origin, long period, List<Window> open) {
    public ShiftPattern {
        open = List.copyOf(Window.merged(open));
        Check.that(period > 0, "The shifts repeat every " + period + " s", "Use 86400 for a day, 604800 for a week.");
        Check.that(!open.isEmpty(), "The shifts have no working window", "Give one or more, or leave the machine out.");
        Check.that(
                open.getFirst().from() >= 0 && open.getLast().to() <= period,
                "The shifts " + open + " do not lie within their period of " + period + " s",
                "Split a shift over the period's end in two.");
    }

    /** The windows without work between two times, holidays included: the breaks of a machine. */
    public List<Window> breaks(long from, long until, Window... holidays) {
        var closed = new ArrayList<Window>(List.of(holidays));
        long begin = origin + Math.floorDiv(from - origin, period) * period;
        long end = begin;
        for (; begin < until; begin += period) {
            for (var shift : open) {
                close(end, begin + shift.from(), closed);
                end = begin + shift.to();
            }
        }
        close(end, begin, closed);
        return Window.merged(closed);
    }

    private static void close(long from, long to, List<Window> closed) {
        if (from < to) {
            closed.add(new Window(from, to));
        }
    }
}
