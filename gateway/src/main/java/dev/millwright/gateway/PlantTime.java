package dev.millwright.gateway;

import java.time.Instant;

/**
 * The plant's clock.
 *
 * @param speed plant seconds in one second of the wall
 */
public record PlantTime(Instant now, double speed) {}
