package dev.millwright.history;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events, newest first.
 *
 * @param subject equipment path: it and everything below it; null for all
 * @param types event types; empty for all
 * @param from inclusive, null for the beginning
 * @param to exclusive, null for the end
 * @param words only events whose JSON holds this text; null for all
 * @param before only events with a smaller offset: the {@code next} of the page before
 */
public record EventQuery(
        @Nullable String subject,
        Set<String> types,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String words,
        @Nullable Long before,
        int limit) {

    private static final int LARGEST_PAGE = 10_000;

    public EventQuery {
        types = Set.copyOf(types);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page of %d events was asked for.\nAsk for 1 to %d and turn pages."
                    .formatted(limit, LARGEST_PAGE));
        }
    }

    /** The newest events of all kinds. */
    public static EventQuery newest(int limit) {
        return new EventQuery(null, Set.of(), null, null, null, null, limit);
    }

    /** Only events of a piece of equipment and what is below it. */
    public EventQuery of(String equipment) {
        return new EventQuery(equipment, types, from, to, words, before, limit);
    }

    /** Only events of these types. */
    public EventQuery types(String... only) {
        return new EventQuery(subject, Set.of(only), from, to, words, before, limit);
    }

    /** Only events that happened from a time (inclusive) to a time (exclusive). */
    public EventQuery between(@Nullable Instant first, @Nullable Instant end) {
        return new EventQuery(subject, types, first, end, words, before, limit);
    }

    /** Only events whose JSON holds a text, such as an order's number with its quotes. */
    public EventQuery containing(String text) {
        return new EventQuery(subject, types, from, to, text, before, limit);
    }

    /** The page that follows one that ended with this {@code next}. */
    public EventQuery before(long offset) {
        return new EventQuery(subject, types, from, to, words, offset, limit);
    }
}
