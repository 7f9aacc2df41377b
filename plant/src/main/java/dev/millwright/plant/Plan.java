package dev.millwright.plant;

import java.time.Instant;
import java.util.List;

/**
 * A schedule of the whole floor: every operation that is not done yet, and planned maintenance.
 *
 * @param origin what made it: {@code repair}, {@code dispatching} or {@code cp-sat}
 * @param makespanSeconds from {@code createdAt} to the last end
 * @param tardinessSeconds weighted by order priority
 * @param solveMillis wall time spent making it
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
        double solveMillis) {

    public Plan {
        operations = List.copyOf(operations);
        maintenance = List.copyOf(maintenance);
    }
}
