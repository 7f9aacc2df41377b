package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when to when a request asks. */
record Window(Instant from, Instant to) {

    /** Up to now, and from so long before, where the request does not say. */
    static Window of(Floor floor, @Nullable Instant from, @Nullable Instant to, Duration usual) {
        Instant end = to == null ? floor.clock().now() : to;
        Instant begin = from == null ? end.minus(usual) : from;
        new Flaws()
                .check(begin.isBefore(end), "from", "%s is not before %s".formatted(begin, end))
                .end();
        return new Window(begin, end);
    }

    Duration length() {
        return Duration.between(from, to);
    }
}
