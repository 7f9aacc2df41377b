package dev.millwright.loop.health;

import java.time.Instant;

/** Instants as the engines count them: seconds since the epoch. */
final class Seconds {

    private Seconds() {}

    static double of(Instant time) {
        return time.getEpochSecond() + time.getNano() / 1e9;
    }

    static Instant instant(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }
}
