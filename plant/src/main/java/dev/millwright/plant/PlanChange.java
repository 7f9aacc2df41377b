package dev.millwright.plant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a new plan changed for one operation, and why in words. The earlier place is null for a new operation. */
public record PlanChange(
        String operation,
        String lot,
        @Nullable EquipmentId fromMachine,
        EquipmentId toMachine,
        @Nullable Instant fromStart,
        Instant toStart,
        String reason) {}
