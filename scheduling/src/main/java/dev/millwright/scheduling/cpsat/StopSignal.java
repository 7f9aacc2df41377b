package dev.millwright.scheduling.cpsat;

import java.util.ArrayList;
import java.util.List;

/** Tells a running search, from any thread, to end with what it has. */
public final class StopSignal {
    private final List<Runnable> listeners = new ArrayList<>();
    private volatile boolean stopped;

    /** Ends the search; once stopped, always stopped. */
    public void stop() {
        List<Runnable> toTell;
        synchronized (listeners) {
            stopped = true;
            toTell = List.copyOf(listeners);
        }
        toTell.forEach(Runnable::run);
    }

    public boolean stopped() {
        return stopped;
    }

    /** Runs something when the search is to end; at once where it already is. */
    public void onStop(Runnable listener) {
        synchronized (listeners) {
            listeners.add(listener);
        }
        if (stopped) {
            listener.run();
        }
    }

    /** Takes a listener out again. */
    public void forget(Runnable listener) {
        synchronized (listeners) {
            listeners.remove(listener);
        }
    }
}
