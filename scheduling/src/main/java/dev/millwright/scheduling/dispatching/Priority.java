package dev.millwright.scheduling.dispatching;

/** Who goes first among those that compete; the smallest wins. */
@FunctionalInterface
interface Priority {
    double of(Candidate candidate);
}
