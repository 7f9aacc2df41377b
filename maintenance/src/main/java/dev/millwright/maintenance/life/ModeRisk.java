package dev.millwright.maintenance.life;

/**
 * How likely a unit fails in one way within a model's horizon.
 *
 * @param mode the way, as its owner calls it
 * @param probability from 0 to 1
 */
public record ModeRisk(String mode, double probability) {}
