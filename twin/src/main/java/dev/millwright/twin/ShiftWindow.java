package dev.millwright.twin;

import java.time.Instant;

/**
 * A shift on a certain day, or the time between two shifts.
 *
 * @param planned false between shifts
 * @param breakFrom begin of the break; equal to its end when there is none
 */
public record ShiftWindow(String name, Instant from, Instant to, boolean planned, Instant breakFrom, Instant breakTo) {

    boolean breakAt(Instant time) {
        return !time.isBefore(breakFrom) && time.isBefore(breakTo);
    }
}
