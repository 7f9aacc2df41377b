package dev.millwright.plant;

import org.jspecify.annotations.Nullable;

/**
 * What a machine measures about itself.
 *
 * @param name unique on its machine, such as {@code vibration}
 * @param unit engineering unit as a person writes it, such as {@code mm/s}
 * @param nominal the value of a healthy machine at work
 * @param noise standard deviation around the nominal value
 * @param low below it the signal raises an alarm; {@code null} for no limit
 * @param high above it the signal raises an alarm; {@code null} for no limit
 * @param wear how far the signal moves from nominal as the machine wears from new to failure
 * @param periodSeconds how often a reading is taken; after five periods without one the signal is stale
 */
public record Signal(
        String name,
        String unit,
        double nominal,
        double noise,
        @Nullable Double low,
        @Nullable Double high,
        double wear,
        double periodSeconds) {

    private static final int PERIODS_UNTIL_STALE = 5;

    public Signal {
        if (low != null && high != null && low >= high) {
            throw new IllegalArgumentException(
                    "Signal '%s' has low %s and high %s.\nThe low limit lies below the high one."
                            .formatted(name, low, high));
        }
        if (!(periodSeconds > 0)) {
            throw new IllegalArgumentException(
                    "Signal '%s' has a period of %s s.\nA period is longer than zero.".formatted(name, periodSeconds));
        }
        if (noise < 0) {
            throw new IllegalArgumentException(
                    "Signal '%s' has noise %s.\nA standard deviation is not negative.".formatted(name, noise));
        }
    }

    public double secondsUntilStale() {
        return PERIODS_UNTIL_STALE * periodSeconds;
    }
}
