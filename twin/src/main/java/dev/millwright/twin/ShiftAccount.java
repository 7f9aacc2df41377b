package dev.millwright.twin;

import java.time.Instant;

/** What a machine's time and parts of one shift added up to, as far as the shift has left the timeline. */
public record ShiftAccount(String shift, Instant from, Instant to, TimeAccount time, Quantities quantities) {

    ShiftAccount plus(TimeAccount moreTime, Quantities moreParts) {
        return new ShiftAccount(shift, from, to, time.plus(moreTime), quantities.plus(moreParts));
    }
}
