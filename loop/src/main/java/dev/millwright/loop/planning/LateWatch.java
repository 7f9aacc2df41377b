package dev.millwright.loop.planning;

import dev.millwright.plant.PlannedOperation;
import dev.millwright.twin.OperationState;
import dev.millwright.twin.OperationStatus;
import dev.millwright.twin.TwinState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Notices when the floor runs behind the plan in force. */
final class LateWatch {

    private final Duration tolerance;
    private Instant quietUntil = Instant.MIN;

    LateWatch(Duration tolerance) {
        this.tolerance = tolerance;
    }

    /** Words about the operation that is latest, if one is later than tolerated; then quiet for as long again. */
    Optional<String> look(TwinState twin, Instant now) {
        var adopted = twin.plan();
        if (adopted == null || now.isBefore(quietUntil)) {
            return Optional.empty();
        }
        var latest = adopted.plan().operations().stream()
                .filter(planned -> behind(twin, planned, now).compareTo(tolerance) > 0)
                .max(Comparator.comparing(planned -> behind(twin, planned, now)));
        latest.ifPresent(_ -> quietUntil = now.plus(tolerance));
        return latest.map(
                planned -> planned.operation() + " on " + planned.machine().name() + " runs "
                        + behind(twin, planned, now).toMinutes() + " min behind the plan");
    }

    private static Duration behind(TwinState twin, PlannedOperation planned, Instant now) {
        var lot = twin.lots().get(planned.lot());
        var status = lot == null
                ? OperationStatus.CANCELLED
                : lot.operation(planned.operation()).map(OperationState::status).orElse(OperationStatus.CANCELLED);
        return switch (status) {
            case WAITING, DISPATCHED -> Duration.between(planned.start(), now);
            case RUNNING -> Duration.between(planned.end(), now);
            case DONE, CANCELLED -> Duration.ZERO;
        };
    }
}
