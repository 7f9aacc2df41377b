package dev.millwright.maintenance.life;

/**
 * How likely a failure is within a horizon.
 *
 * @param horizon in the unit of the life
 * @param probability from 0 to 1
 * @param atLeast whether the horizon reaches beyond the model's cap: nothing is known of failures there, so the probability
 *     is the least it can be
 */
public record Risk(double horizon, double probability, boolean atLeast) {}
