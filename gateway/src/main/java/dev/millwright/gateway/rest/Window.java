package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when to when a request asks. */
record Window(Instant from, Instant to) {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** Up to now, and from so long before, where the request does not say. */
    static Window of(Floor floor, @Nullable Instant from, @Nullable Instant to, Duration usual) {
        Instant end = to == null ? floor.clock().now() : to;
        Instant begin = from == null ? end.minus(usual) : from;
        new Flaws()
                .check(!begin.isBefore(EARLIEST), "from", "%s is before %s".formatted(begin, EARLIEST))
                .check(!end.isAfter(LATEST), "to", "%s is after %s".formatted(end, LATEST))
                .check(begin.isBefore(end), "from", "%s is not before %s".formatted(begin, end))
                .end();
        return new Window(begin, end);
    }

    Duration length() {
        return Duration.between(from, to);
    }
}
