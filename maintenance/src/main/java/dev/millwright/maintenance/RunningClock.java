package dev.millwright.maintenance;

import java.util.ArrayList;
import java.util.List;

/**
 * A machine's own clock, which goes only while the machine runs: wear follows it, not the calendar. Until its state is
 * first known a machine is taken to run. Both times are in seconds and agree at the beginning.
 */
public final class RunningClock {

    private static final int MOST_MARKS = 512;
    /** A machine that hardly ran of late is still expected to run this share of the time: it may be needed tomorrow. */
    private static final double LEAST_SHARE = 0.1;
    /** Less than this part of the window tells nothing about how much a machine is used. */
    private static final double TELLING = 0.125;

    private final double window;
    private final List<Mark> marks = new ArrayList<>();

    /** From {@code time} on it goes or stands; until then it showed {@code shown}. */
    private record Mark(double time, double shown, boolean runs) {
        double at(double later) {
            return runs ? shown + (later - time) : shown;
        }
    }

    /**
     * A clock that goes from {@code start} on.
     *
     * @param window seconds of the latest past from which it tells how much the machine is used
     */
    public RunningClock(double start, double window) {
        if (!(window > 0)) {
            throw new IllegalArgumentException(
                    "A window of %s seconds shows no use of a machine.\nGive a positive one, such as a day."
                            .formatted(window));
        }
        this.window = window;
        marks.add(new Mark(start, start, true));
    }

    /** The machine begins to run, or stops; a report from before the latest one counts from that one on. */
    public void runs(double time, boolean runs) {
        Mark last = marks.getLast();
        if (last.runs() == runs) {
            return;
        }
        double from = Math.max(time, last.time());
        marks.add(new Mark(from, last.at(from), runs));
        while (marks.size() > MOST_MARKS || (marks.size() > 1 && marks.get(1).time() <= from - window)) {
            marks.removeFirst();
        }
    }

    /** What the clock shows at a time of the calendar. */
    public double at(double time) {
        for (int i = marks.size() - 1; i > 0; i--) {
            if (marks.get(i).time() <= time) {
                return marks.get(i).at(time);
            }
        }
        Mark first = marks.getFirst();
        return first.at(Math.max(time, first.time()));
    }

    /** The share of the latest past in which the machine ran; 1 where too little is known. */
    public double share(double now) {
        double from = Math.max(now - window, marks.getFirst().time());
        double past = now - from;
        return past < TELLING * window ? 1 : Math.clamp((at(now) - at(from)) / past, LEAST_SHARE, 1.0);
    }

    /** How long the calendar takes for a span of running, if the machine goes on to be used as it was of late. */
    public double calendarSpan(double now, double running) {
        return running / share(now);
    }
}
