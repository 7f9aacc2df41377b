package dev.millwright.loop;

import java.time.Duration;

/**
 * How the loop behaves.
 *
 * @param planningLimit wall time the solver may improve a plan
 * @param planningWorkers the solver's threads
 * @param lateTolerance how far (plant time) an operation may run behind the plan before the plan is made anew
 * @param frozen how far ahead (plant time) what the plan in force is about to start stays as it is
 * @param assessEvery plant time between two assessments of a machine's health
 * @param framesWaiting pictures that may wait for inspection; the oldest is dropped beyond
 * @param seed of everything the engines draw
 */
public record LoopSettings(
        Duration planningLimit,
        int planningWorkers,
        Duration lateTolerance,
        Duration frozen,
        Duration assessEvery,
        int framesWaiting,
        long seed) {

    /** Ten seconds of planning on one thread, so that the plant keeps the other; health every five minutes. */
    public static LoopSettings defaults() {
        return new LoopSettings(
                Duration.ofSeconds(10), 1, Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofMinutes(5), 64, 1);
    }

    public LoopSettings {
        if (planningLimit.isNegative() || planningLimit.isZero()) {
            throw new IllegalArgumentException(
                    "A planning limit of %s leaves no time.\nGive a positive one, such as PT10S."
                            .formatted(planningLimit));
        }
        if (frozen.isNegative()) {
            throw new IllegalArgumentException(
                    "The plan cannot be frozen for %s.\nGive a time such as PT5M, or PT0S to freeze nothing."
                            .formatted(frozen));
        }
        if (framesWaiting < 1) {
            throw new IllegalArgumentException(
                    "%d pictures may wait for inspection.\nLet one wait at least.".formatted(framesWaiting));
        }
    }
}
