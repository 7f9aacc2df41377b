package dev.millwright.connectors.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads the times that tables hold: ISO 8601 with {@code T} or a blank, or seconds or milliseconds since 1970. */
final class TimeText {

    /** Seconds until the year 5138; a larger number counts milliseconds. */
    private static final double LARGEST_SECONDS = 1e11;

    private TimeText() {}

    /** The time a text says; {@code null} when it says none. A time without a zone is UTC. */
    static @Nullable Instant parse(String text) {
        String trimmed = text.trim();
        if (trimmed.isEmpty()) {
            return null;
        }
        try {
            if (trimmed.indexOf('-', 1) < 0) {
                double number = Double.parseDouble(trimmed);
                double millis = Math.abs(number) < LARGEST_SECONDS ? number * 1000 : number;
                return Instant.ofEpochMilli(Math.round(millis));
            }
            String iso = trimmed.replace(' ', 'T');
            if (iso.length() == 10) {
                return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            boolean hasZone = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
            return hasZone
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (NumberFormatException | DateTimeParseException e) {
            return null;
        }
    }
}
