package dev.millwright.plant;

import java.time.Instant;

/**
 * Where and when an operation is to run.
 *
 * @param setupSeconds setup right before the start, on the same machine
 */
public record PlannedOperation(
        String operation, String lot, EquipmentId machine, Instant start, Instant end, int setupSeconds) {}
