package dev.millwright.gateway.view;

import java.time.Instant;

/**
 * The plant's clock beside the wall's.
 *
 * @param speed plant seconds that pass in one second of the wall
 * @param offset the journal offset that what comes with this clock shows
 */
public record Clock(Instant plantTime, Instant wallTime, double speed, long offset) {}
