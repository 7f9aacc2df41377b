package dev.millwright.scheduling.formats;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The moment at which a problem's seconds begin to count.
 *
 * @param zero second 0; null: the seconds belong to no calendar, as in public instances
 * @param zone where clocks are read
 */
public record Epoch(@Nullable Instant zero, ZoneId zone) {
    /** Seconds of no calendar. */
    public static final Epoch UNKNOWN = new Epoch(null, ZoneOffset.UTC);

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** Seconds from a moment on, told in UTC. */
    public static Epoch of(Instant zero) {
        return new Epoch(zero, ZoneOffset.UTC);
    }

    /** Seconds from a moment on, told where it was said. */
    static Epoch of(OffsetDateTime zero) {
        return new Epoch(zero.toInstant(), zero.getOffset());
    }

    public boolean known() {
        return zero != null;
    }

    /** The moment of a second; the epoch must be known. */
    public Instant instant(long second) {
        return begin().plusSeconds(second);
    }

    /** The second of a moment; the epoch must be known. */
    public long second(Instant moment) {
        return Math.subtractExact(moment.getEpochSecond(), begin().getEpochSecond());
    }

    /** A second as an ISO 8601 date and time with offset; the epoch must be known. */
    public String iso(long second) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local(second));
    }

    /** A second for people: date and clock time where the epoch is known, the number else. */
    public String words(long second) {
        return known() ? MINUTES.format(local(second)) : String.valueOf(second);
    }

    ZonedDateTime local(long second) {
        return instant(second).atZone(zone);
    }

    private Instant begin() {
        if (zero == null) {
            throw new IllegalArgumentException(
                    "The problem's seconds belong to no calendar\nDeclare its 'now' as an instant.");
        }
        return zero;
    }
}
