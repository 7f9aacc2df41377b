package dev.millwright.plant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish for preventive maintenance within a window; the plan gives it a time.
 *
 * @param cost what each time in the window costs more than the cheapest; null where nobody has reckoned it
 */
public record MaintenanceWish(
        String id,
        EquipmentId machine,
        int durationSeconds,
        Instant earliest,
        Instant latest,
        RiskLevel risk,
        @Nullable CostCurve cost) {

    public MaintenanceWish {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException(
                    "Maintenance wish %s would end its window (%s) before it opens (%s).\nSwap the two."
                            .formatted(id, latest, earliest));
        }
    }

    /** A wish whose times nobody has priced. */
    public MaintenanceWish(
            String id, EquipmentId machine, int durationSeconds, Instant earliest, Instant latest, RiskLevel risk) {
        this(id, machine, durationSeconds, earliest, latest, risk, null);
    }

    /** This wish with a price by time. */
    public MaintenanceWish costing(CostCurve curve) {
        return new MaintenanceWish(id, machine, durationSeconds, earliest, latest, risk, curve);
    }
}
