package dev.millwright.plant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule of the whole floor: every operation that is not done yet, and planned maintenance.
 *
 * @param origin what made it: {@code repair}, {@code dispatching} or {@code cp-sat}
 * @param makespanSeconds from {@code createdAt} to the last end
 * @param tardinessSeconds weighted by order priority
 * @param solveMillis wall time spent making it
 * @param late what it finishes after the due date, with the cause; plans of older journals name none
 */
public record Plan(
        String id,
        Instant createdAt,
        String origin,
        List<PlannedOperation> operations,
        List<PlannedMaintenance> maintenance,
        long makespanSeconds,
        long tardinessSeconds,
        int tardyOrders,
        double solveMillis,
        @Nullable List<LateLot> late) {

    public Plan {
        operations = List.copyOf(operations);
        maintenance = List.copyOf(maintenance);
        late = late == null ? List.of() : List.copyOf(late);
    }

    /** What it finishes after the due date; never null. */
    @Override
    public List<LateLot> late() {
        return late == null ? List.of() : late;
    }
}
