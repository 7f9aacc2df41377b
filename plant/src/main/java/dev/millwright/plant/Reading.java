package dev.millwright.plant;

import java.time.Instant;

/**
 * One value of one signal of a machine.
 *
 * @param signal the signal's name on its machine
 * @param value in the signal's engineering unit; NaN only together with BAD
 * @param sourceTime when the source took it, not when it arrived
 */
public record Reading(String signal, double value, Instant sourceTime, Quality quality) {

    public Reading {
        if (!Double.isFinite(value) && quality != Quality.BAD) {
            throw new IllegalArgumentException(
                    "Reading of '%s' is %s.\nA value that is no number is reported with quality BAD."
                            .formatted(signal, value));
        }
    }

    public static Reading good(String signal, double value, Instant sourceTime) {
        return new Reading(signal, value, sourceTime, Quality.GOOD);
    }
}
