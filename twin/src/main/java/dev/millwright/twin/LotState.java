package dev.millwright.twin;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Lot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A lot, where it is and how far it has come.
 *
 * @param lot as ordered
 * @param location machine or buffer; {@code null} before it was first seen
 * @param locationSince when it arrived there
 * @param operations all steps in their order, added repairs included
 * @param hold why nothing more is begun on it; null: it is not on quality hold
 */
public record LotState(
        Lot lot,
        @Nullable EquipmentId location,
        @Nullable Instant locationSince,
        List<OperationState> operations,
        @Nullable String hold) {

    public LotState {
        operations = List.copyOf(operations);
    }

    static LotState waiting(Lot lot) {
        return new LotState(
                lot,
                null,
                null,
                lot.operations().stream()
                        .map(operation -> OperationState.waiting(operation, false))
                        .toList(),
                null);
    }

    public String id() {
        return lot.id();
    }

    /** True when nothing is left to do. */
    public boolean done() {
        return operations.stream().allMatch(operation -> operation.status().isFinal());
    }

    public Optional<OperationState> operation(String id) {
        return operations.stream().filter(state -> state.id().equals(id)).findFirst();
    }

    /** The first step that is not over yet. */
    public Optional<OperationState> next() {
        return operations.stream().filter(state -> !state.status().isFinal()).findFirst();
    }

    public int scrapped() {
        return operations.stream().mapToInt(OperationState::scrap).sum();
    }

    public int reworked() {
        return operations.stream().mapToInt(OperationState::rework).sum();
    }

    /** Parts that came out of the last step good. */
    public int finished() {
        return operations.isEmpty() ? 0 : operations.getLast().good();
    }

    LotState at(EquipmentId place, Instant since) {
        return locationSince != null && since.isBefore(locationSince)
                ? this
                : new LotState(lot, place, since, operations, hold);
    }

    LotState withOperations(List<OperationState> newOperations) {
        return new LotState(lot, location, locationSince, newOperations, hold);
    }

    LotState held(@Nullable String why) {
        return new LotState(lot, location, locationSince, operations, why);
    }

    LotState change(String operation, UnaryOperator<OperationState> how) {
        return withOperations(operations.stream()
                .map(state -> state.id().equals(operation) ? how.apply(state) : state)
                .toList());
    }
}
