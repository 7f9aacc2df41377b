package dev.millwright.plant;

import java.time.Instant;

/** Where and when a maintenance wish is to be met. */
public record PlannedMaintenance(String wish, EquipmentId machine, Instant start, Instant end) {}
