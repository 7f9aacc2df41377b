package dev.millwright.plant;

import java.time.Instant;

/** A wish for preventive maintenance within a window; the plan gives it a time. */
public record MaintenanceWish(
        String id, EquipmentId machine, int durationSeconds, Instant earliest, Instant latest, RiskLevel risk) {

    public MaintenanceWish {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException(
                    "Maintenance wish %s would end its window (%s) before it opens (%s).\nSwap the two."
                            .formatted(id, latest, earliest));
        }
    }
}
