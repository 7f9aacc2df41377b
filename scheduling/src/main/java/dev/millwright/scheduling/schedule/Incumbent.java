package dev.millwright.scheduling.schedule;

import java.time.Duration;

/**
 * A better schedule found while the search goes on.
 *
 * @param bound no schedule's total is smaller
 * @param elapsed since the search began
 */
public record Incumbent(Schedule schedule, long objective, double bound, Duration elapsed) {}
