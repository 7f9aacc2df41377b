package dev.millwright.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The plant's own clock: runs at a constant multiple of real time from a given start, and never backwards. Real plants
 * run at speed 1, where it is the wall clock.
 */
public final class PlantClock implements InstantSource {

    /** A plant is planned and steered while it runs: faster than this nobody could. */
    private static final int FASTEST_PLANT = 1_000;
    /** A recording only has to be looked at, and some tell months in rows of minutes. */
    public static final int FASTEST_REPLAY = 20_000;

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
        requireSpeed(speed, true);
        return new PlantClock(start, speed);
    }

    /** A speed that a plant, or a recording, can keep; any other is refused. */
    public static double requireSpeed(double speed, boolean recorded) {
        int fastest = recorded ? FASTEST_REPLAY : FASTEST_PLANT;
        if (!(speed >= 1 && speed <= fastest)) {
            throw new IllegalArgumentException(
                    "Speed %s is out of range.\nChoose 1 (real time) to %d.".formatted(speed, fastest));
        }
        return speed;
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
