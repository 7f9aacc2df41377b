package dev.millwright.maintenance;

import java.util.Locale;

/**
 * Remaining useful life with its prediction interval.
 *
 * @param unit {@code h} or {@code cycles}
 */
public record RemainingLife(double median, double low, double high, String unit, Basis basis) {

    /** What the figure rests on. */
    public enum Basis {
        /** A visible trend, extrapolated to the failure threshold. */
        TREND,
        /** Past unit lives, given this unit's age and health. */
        UNIT_LIFE,
        /** A trained model of the machine's class. */
        MODEL
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f %s (%.1f to %.1f)", median, unit, low, high);
    }
}
