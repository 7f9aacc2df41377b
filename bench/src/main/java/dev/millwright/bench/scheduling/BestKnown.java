package dev.millwright.bench.scheduling;

import org.jspecify.annotations.Nullable;

/**
 * A row of the table of bounds: an instance and the best that is known about it.
 *
 * @param size {@code 20x15}: jobs x machines
 * @param lb no schedule is better; null: unknown
 * @param ub a schedule this good exists; null: unknown
 * @param file where the instance lies, relative to the data's root
 */
record BestKnown(
        String instance,
        String family,
        String size,
        String objective,
        @Nullable Double lb,
        @Nullable Double ub,
        String file) {

    /** How far a value lies above the best known one, in percent; null where nothing, or nothing but 0, is known. */
    @Nullable
    Double gap(double value) {
        if (ub == null || (ub == 0 && value != 0)) {
            return null;
        }
        return ub == 0 ? 0.0 : 100 * (value - ub) / ub;
    }

    /** Whether no better value can exist. */
    boolean proves(double value) {
        return lb != null && value <= lb;
    }
}
