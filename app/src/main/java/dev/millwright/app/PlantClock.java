package dev.millwright.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The plant's own clock: runs at a constant multiple of real time from a given start, and never backwards. Real plants
 * run at speed 1, where it is the wall clock.
 */
public final class PlantClock implements InstantSource {

    private final Instant start;
    private final double speed;
    private final long startNanos;

    private PlantClock(Instant start, double speed) {
        this.start = start;
        this.speed = speed;
        this.startNanos = System.nanoTime();
    }

    /** A clock that shows {@code start} now. */
    public static PlantClock startingAt(Instant start, double speed) {
        requireSpeed(speed);
        return new PlantClock(start, speed);
    }

    /** Refuses a speed no plant can keep. */
    static void requireSpeed(double speed) {
        if (!(speed >= 1 && speed <= 1000)) {
            throw new IllegalArgumentException(
                    "Speed %s is out of range.\nChoose 1 (real time) to 1000.".formatted(speed));
        }
    }

    @Override
    public Instant instant() {
        return start.plusNanos(Math.round((System.nanoTime() - startNanos) * speed));
    }

    public double speed() {
        return speed;
    }

    /** How long a stretch of plant time takes on the wall. */
    public Duration onTheWall(Duration plantTime) {
        return Duration.ofNanos(Math.round(plantTime.toNanos() / speed));
    }
}
