package dev.millwright.scheduling.cpsat;

import java.time.Duration;

/**
 * How long and how the solver searches.
 *
 * @param limit wall-clock limit; in deterministic mode CP-SAT's own deterministic seconds
 * @param workers threads; one in deterministic mode
 * @param deterministic same problem, same seed, same schedule on any machine, at the price of speed
 */
public record SolverSettings(Duration limit, int workers, int seed, boolean deterministic) {
    public SolverSettings {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException(
                    "Solver limit " + limit + " leaves no time\nGive a positive limit, such as PT10S.");
        }
        if (workers < 1 || (deterministic && workers != 1)) {
            throw new IllegalArgumentException("Solver workers " + workers + (deterministic ? " (deterministic)" : "")
                    + "\nUse one or more, and exactly one in deterministic mode.");
        }
    }

    /** Ten seconds, two workers. */
    public static SolverSettings fast() {
        return fast(Duration.ofSeconds(10));
    }

    /** Two workers within a limit. */
    public static SolverSettings fast(Duration limit) {
        return new SolverSettings(limit, 2, 1, false);
    }

    /** One worker, a seed, and a limit in deterministic seconds. */
    public static SolverSettings deterministic(Duration limit, int seed) {
        return new SolverSettings(limit, 1, seed, true);
    }
}
