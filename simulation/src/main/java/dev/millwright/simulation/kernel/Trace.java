package dev.millwright.simulation.kernel;

/** Sees every event as it runs. */
@FunctionalInterface
public interface Trace {

    /** Looks away. */
    Trace NONE = (time, sequence, label) -> {};

    void ran(long time, long sequence, String label);
}
