package dev.millwright.plant;

/**
 * How likely a machine fails within a time.
 *
 * @param hours of running looked ahead
 * @param probability from 0 to 1
 * @param atLeast whether nothing is known of failures towards the end of that time, and the probability is the least it can
 *     be
 */
public record RiskAhead(double hours, double probability, boolean atLeast) {}
