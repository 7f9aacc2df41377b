package dev.millwright.maintenance;

/**
 * A window in which maintenance should find its place: a wish with a price, not a command.
 *
 * @param earliest sample time from which crew and parts are ready
 * @param latest sample time at which the maintenance should have begun
 * @param costOfWaiting expected cost of each further hour or cycle of waiting
 */
public record MaintenanceWish(
        String machine, double durationHours, double earliest, double latest, String reason, double costOfWaiting) {}
