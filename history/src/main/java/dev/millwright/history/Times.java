package dev.millwright.history;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants as the databases keep them: UTC, in whole microseconds. */
final class Times {

    private Times() {}

    static LocalDateTime stored(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1000);
    }

    static Instant read(LocalDateTime stored) {
        return stored.toInstant(ZoneOffset.UTC);
    }
}
