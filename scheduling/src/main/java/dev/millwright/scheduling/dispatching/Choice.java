package dev.millwright.scheduling.dispatching;

/** Which operations compete for the next place. */
enum Choice {
    /** Those that can start soonest: no machine waits for a better operation. */
    NON_DELAY,
    /** Those that could start before the soonest end (Giffler and Thompson 1960). */
    ACTIVE,
    /** All whose predecessors are placed: an order given from outside. */
    SERIAL
}
