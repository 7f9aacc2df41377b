package dev.millwright.scheduling.dispatching;

/** Who goes first among those that compete; the smallest wins. */
@FunctionalInterface
interface Priority {
    double of(Candidate candidate);

    /** Whether what it says of an operation stays as it is while it waits, unless its mode changes. */
    default boolean steady() {
        return false;
    }

    /** A priority that looks at neither start nor setup, so that it need not be asked twice. */
    static Priority held(Priority priority) {
        return new Held(priority);
    }

    /** What {@link #held} gives. */
    record Held(Priority priority) implements Priority {
        @Override
        public double of(Candidate candidate) {
            return priority.of(candidate);
        }

        @Override
        public boolean steady() {
            return true;
        }
    }
}
