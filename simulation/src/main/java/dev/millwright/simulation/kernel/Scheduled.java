package dev.millwright.simulation.kernel;

/** An action with its place on the clock; it can be cancelled until it has run. */
public final class Scheduled implements Comparable<Scheduled> {

    private final long time;
    private final int priority;
    private final long sequence;
    private final String label;
    private final Runnable action;
    private boolean cancelled;

    Scheduled(long time, int priority, long sequence, String label, Runnable action) {
        this.time = time;
        this.priority = priority;
        this.sequence = sequence;
        this.label = label;
        this.action = action;
    }

    /** When it runs, in ticks. */
    public long time() {
        return time;
    }

    public String label() {
        return label;
    }

    public void cancel() {
        cancelled = true;
    }

    boolean cancelled() {
        return cancelled;
    }

    void run() {
        action.run();
    }

    long sequence() {
        return sequence;
    }

    /** Earlier first; at the same time the lower priority number, then the one scheduled first. */
    @Override
    public int compareTo(Scheduled other) {
        int byTime = Long.compare(time, other.time);
        if (byTime != 0) {
            return byTime;
        }
        int byPriority = Integer.compare(priority, other.priority);
        return byPriority != 0 ? byPriority : Long.compare(sequence, other.sequence);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(sequence);
    }
}
