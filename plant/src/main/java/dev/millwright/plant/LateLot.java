package dev.millwright.plant;

import java.time.Instant;

/**
 * A lot that a plan finishes after its order's due date.
 *
 * @param cause what it waits for most, in a planner's words
 */
public record LateLot(String order, String lot, Instant due, Instant end, String cause) {}
