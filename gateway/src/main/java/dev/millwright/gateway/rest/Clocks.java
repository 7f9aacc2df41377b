package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.view.Clock;
import java.time.Instant;

/** Clocks for answers. */
final class Clocks {

    private Clocks() {}

    static Clock now(Floor floor, long offset) {
        return then(floor, floor.clock().now(), offset);
    }

    static Clock then(Floor floor, Instant plantTime, long offset) {
        return new Clock(plantTime, Instant.now(), floor.clock().speed(), offset);
    }
}
