package dev.millwright.maintenance;

/**
 * One cause of lost health.
 *
 * @param name the signal, or {@code quality}
 * @param healthLoss from 0 to 1
 * @param value where it stands now, {@code baseline} where it stood when the machine was well
 * @param reason the same in words
 */
public record Driver(String name, double healthLoss, double value, double baseline, String unit, String reason) {}
