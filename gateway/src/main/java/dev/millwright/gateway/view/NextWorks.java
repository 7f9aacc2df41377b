package dev.millwright.gateway.view;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.PlannedOperation;
import dev.millwright.twin.LotState;
import dev.millwright.twin.OperationState;
import dev.millwright.twin.OperationStatus;
import dev.millwright.twin.TwinState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads out of the plan in force what a machine is to do next. */
public final class NextWorks {

    private static final int SHOWN = 6;

    private final TwinState state;
    private final Map<String, PlannedOperation> planned;

    private NextWorks(TwinState state) {
        this.state = state;
        var plan = state.plan();
        planned = plan == null
                ? Map.of()
                : plan.plan().operations().stream()
                        .collect(Collectors.toMap(
                                PlannedOperation::operation, Function.identity(), (first, second) -> first));
    }

    public static NextWorkView of(TwinState state, EquipmentId machine) {
        return new NextWorks(state).view(machine);
    }

    private NextWorkView view(EquipmentId machine) {
        var ahead = planned.values().stream()
                .filter(operation -> operation.machine().equals(machine))
                .filter(operation -> waiting(operation) != null)
                .sorted(Comparator.comparing(PlannedOperation::start))
                .limit(SHOWN)
                .map(this::task)
                .toList();
        var mirrored = state.machines().get(machine);
        var running = mirrored == null ? null : mirrored.operation();
        return new NextWorkView(
                machine.path(),
                running == null ? null : running.operation(),
                ahead.isEmpty() ? null : ahead.getFirst(),
                ahead.isEmpty() ? List.of() : ahead.subList(1, ahead.size()));
    }

    private @Nullable OperationState waiting(PlannedOperation operation) {
        var lot = state.lots().get(operation.lot());
        var known = lot == null ? null : lot.operation(operation.operation()).orElse(null);
        return known != null
                        && (known.status() == OperationStatus.WAITING || known.status() == OperationStatus.DISPATCHED)
                ? known
                : null;
    }

    private NextWorkView.TaskView task(PlannedOperation operation) {
        var lot = Objects.requireNonNull(state.lots().get(operation.lot()));
        var before = before(lot, operation.operation());
        return new NextWorkView.TaskView(
                operation.operation(),
                operation.lot(),
                lot.lot().order(),
                lot.lot().product(),
                operation.start(),
                operation.end(),
                operation.setupSeconds(),
                readyAt(lot, before),
                waitsFor(operation, lot, before));
    }

    /** The lot's last step before this one that is not over. */
    private static @Nullable OperationState before(LotState lot, String operation) {
        OperationState open = null;
        for (var step : lot.operations()) {
            if (step.id().equals(operation)) {
                return open;
            }
            open = step.status().isFinal() ? open : step;
        }
        return open;
    }

    private @Nullable Instant readyAt(LotState lot, @Nullable OperationState before) {
        if (lot.hold() != null) {
            return null;
        }
        if (before == null) {
            var released = releaseDate(lot);
            return released == null || released.isBefore(state.time()) ? state.time() : released;
        }
        var place = planned.get(before.id());
        return place == null ? null : place.end();
    }

    private @Nullable String waitsFor(PlannedOperation operation, LotState lot, @Nullable OperationState before) {
        if (lot.hold() != null) {
            return "its lot is on hold: " + lot.hold();
        }
        if (before != null) {
            var machine = before.machine();
            return before.id() + " is " + before.status().name().toLowerCase(java.util.Locale.ROOT)
                    + (machine == null ? "" : " on " + machine.name());
        }
        var released = releaseDate(lot);
        if (released != null && released.isAfter(state.time())) {
            return "its order is released at " + released;
        }
        var machine = state.machines().get(operation.machine());
        if (machine == null) {
            return null;
        }
        if (machine.state().isAborted()) {
            return operation.machine().name() + " is broken";
        }
        var running = machine.operation();
        return running == null ? null : operation.machine().name() + " runs " + running.operation();
    }

    private @Nullable Instant releaseDate(LotState lot) {
        var order = state.orders().get(lot.lot().order());
        return order == null ? null : order.order().releaseDate();
    }
}
