package dev.millwright.simulation.kernel;

import java.util.PriorityQueue;

/**
 * A clock of whole ticks and what is to happen on it. Events run ordered by time, then priority, then the order in
 * which they were scheduled, so that the same model gives the same run.
 */
public final class Simulation {

    /** The ordinary priority; lower numbers run first. */
    public static final int ORDINARY = 0;

    private final PriorityQueue<Scheduled> agenda = new PriorityQueue<>();
    private final Trace trace;
    private long now;
    private long sequence;

    public Simulation() {
        this(Trace.NONE);
    }

    public Simulation(Trace trace) {
        this.trace = trace;
    }

    /** The present, in ticks since the start. */
    public long now() {
        return now;
    }

    /** Schedules an action after some ticks. */
    public Scheduled after(long ticks, String label, Runnable action) {
        return at(now + ticks, ORDINARY, label, action);
    }

    public Scheduled at(long time, int priority, String label, Runnable action) {
        if (time < now) {
            throw new IllegalArgumentException(
                    "'%s' is scheduled for tick %d, which is before now (%d).\nSchedule it for now or later."
                            .formatted(label, time, now));
        }
        var scheduled = new Scheduled(time, priority, sequence++, label, action);
        agenda.add(scheduled);
        return scheduled;
    }

    /** Runs the next event; false when none is left. */
    public boolean step() {
        Scheduled next;
        do {
            next = agenda.poll();
            if (next == null) {
                return false;
            }
        } while (next.cancelled());
        now = next.time();
        trace.ran(now, next.sequence(), next.label());
        next.run();
        return true;
    }

    /** Runs every event up to and including a time, and leaves the clock there. */
    public void runUntil(long time) {
        for (var next = agenda.peek(); next != null && next.time() <= time; next = agenda.peek()) {
            if (next.cancelled()) {
                agenda.poll();
            } else {
                step();
            }
        }
        now = Math.max(now, time);
    }
}
