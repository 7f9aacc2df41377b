package dev.millwright.history;

import java.time.Instant;

/** One signal of one machine from a time (inclusive) to a time (exclusive). */
public record SeriesQuery(String machine, String signal, Instant from, Instant to) {

    public SeriesQuery {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "Series %s of %s was asked from %s to %s.\nThe first time must lie before the second."
                            .formatted(signal, machine, from, to));
        }
    }
}
