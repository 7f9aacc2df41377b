package dev.millwright.maintenance;

/**
 * What speaks against a machine without being measured at it. It takes health, so that people look; it shortens no remaining
 * life and orders no maintenance.
 *
 * @param name unique among the suspicions of a machine
 * @param loss health it takes, from 0 to {@link #MOST_LOSS}
 * @param reason the same in words
 */
public record Suspicion(String name, double loss, String reason) {

    /** Health that suspicions take at most, however many there are. */
    public static final double MOST_LOSS = 0.15;

    public Suspicion {
        if (!(loss >= 0 && loss <= MOST_LOSS)) {
            throw new IllegalArgumentException(
                    "The suspicion '%s' takes %s of the health.\nA suspicion is no measurement: let it take %s at most."
                            .formatted(name, loss, MOST_LOSS));
        }
    }

    Driver driver() {
        return new Driver(name, loss, 1 - loss, 1, "", reason);
    }
}
