package dev.millwright.twin;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Operation;
import dev.millwright.plant.OperationPin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a lot, and how far it has come.
 *
 * @param machine where it was dispatched, runs or ran
 * @param started of the latest run
 * @param counts parts of all runs
 * @param earlier parts of runs before the latest: an interrupted operation keeps what was done
 * @param repair true when it was added to repair rejected parts
 * @param pin where or when a planner wants it to run; null once it runs, and where nobody said
 */
public record OperationState(
        Operation operation,
        OperationStatus status,
        @Nullable EquipmentId machine,
        @Nullable Instant started,
        @Nullable Instant ended,
        Counts counts,
        Counts earlier,
        boolean repair,
        @Nullable OperationPin pin) {

    static OperationState waiting(Operation operation, boolean repair) {
        return new OperationState(
                operation, OperationStatus.WAITING, null, null, null, Counts.ZERO, Counts.ZERO, repair, null);
    }

    public String id() {
        return operation.id();
    }

    public int good() {
        return counts.good();
    }

    public int scrap() {
        return counts.scrap();
    }

    public int rework() {
        return counts.rework();
    }

    /** Parts it has seen to, or will never have to: those of a cancelled step were not worked at. */
    public int processed() {
        return status == OperationStatus.CANCELLED
                ? Math.min(operation.quantity(), counts.processed())
                : operation.quantity() - left();
    }

    /** Parts still to do. */
    public int left() {
        return status.isFinal() ? 0 : Math.max(0, operation.quantity() - counts.processed());
    }

    OperationState with(OperationStatus newStatus, @Nullable EquipmentId newMachine) {
        var pinned = newStatus == OperationStatus.WAITING || newStatus == OperationStatus.DISPATCHED ? pin : null;
        return new OperationState(operation, newStatus, newMachine, started, ended, counts, earlier, repair, pinned);
    }

    OperationState withTimes(@Nullable Instant newStarted, @Nullable Instant newEnded) {
        return new OperationState(operation, status, machine, newStarted, newEnded, counts, earlier, repair, pin);
    }

    OperationState withCounts(Counts newCounts, Counts newEarlier) {
        return new OperationState(operation, status, machine, started, ended, newCounts, newEarlier, repair, pin);
    }

    OperationState pinned(@Nullable OperationPin newPin) {
        return new OperationState(operation, status, machine, started, ended, counts, earlier, repair, newPin);
    }
}
