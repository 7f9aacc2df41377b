package dev.millwright.gateway.view;

import dev.millwright.plant.LateLot;
import dev.millwright.plant.OperationPin;
import dev.millwright.plant.Plan;
import dev.millwright.plant.PlanChange;
import dev.millwright.plant.PlannedOperation;
import dev.millwright.twin.TwinState;
import dev.millwright.twin.WishState;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Views of plans and maintenance wishes. */
final class PlanViews {

    private PlanViews() {}

    static PlanView plan(
            TwinState state, Plan plan, List<PlanChange> changes, double reactionMillis, @Nullable String trigger) {
        return new PlanView(
                plan.id(),
                plan.createdAt(),
                plan.origin(),
                plan.makespanSeconds(),
                plan.tardinessSeconds(),
                plan.tardyOrders(),
                plan.solveMillis(),
                reactionMillis,
                plan.operations().stream()
                        .map(planned -> planned(state, planned))
                        .toList(),
                plan.maintenance().stream()
                        .map(window -> new PlanView.WindowView(
                                window.wish(), window.machine().path(), window.start(), window.end()))
                        .toList(),
                changes.stream().map(PlanView.ChangeView::of).toList(),
                plan.late().stream().map(PlanViews::late).toList(),
                ClosedWindows.of(state, plan),
                trigger);
    }

    static WishView wish(WishState state) {
        var wish = state.wish();
        return new WishView(
                wish.id(),
                wish.machine().path(),
                wish.durationSeconds(),
                wish.earliest(),
                wish.latest(),
                wish.risk(),
                switch (state.status()) {
                    case REQUESTED -> "OPEN";
                    case PLANNED -> "PLANNED";
                    case STARTED -> "RUNNING";
                    case FINISHED -> "DONE";
                    case WITHDRAWN -> "WITHDRAWN";
                },
                state.plannedStart(),
                state.plannedEnd(),
                state.why());
    }

    private static PlanView.PlannedView planned(TwinState state, PlannedOperation planned) {
        var lot = state.lots().get(planned.lot());
        var operation = lot == null ? null : lot.operation(planned.operation()).orElse(null);
        return new PlanView.PlannedView(
                planned.operation(),
                planned.lot(),
                lot == null ? orderOf(planned.lot()) : lot.lot().order(),
                operation == null ? planned.operation() : operation.operation().name(),
                planned.machine().path(),
                planned.start(),
                planned.end(),
                planned.setupSeconds(),
                operation == null ? "WAITING" : operation.status().name(),
                operation == null ? null : pin(operation.pin()));
    }

    private static PlanView.@Nullable PinView pin(@Nullable OperationPin pin) {
        return pin == null ? null : new PlanView.PinView(WorkViews.path(pin.machine()), pin.start());
    }

    private static PlanView.LateView late(LateLot lot) {
        return new PlanView.LateView(
                lot.order(),
                lot.lot(),
                lot.due(),
                lot.end(),
                Duration.between(lot.due(), lot.end()).toSeconds(),
                lot.cause());
    }

    /** A lot the twin does not know yet, as in a preview, still names its order: {@code O-17.2} belongs to O-17. */
    private static String orderOf(String lot) {
        int dot = lot.lastIndexOf('.');
        return dot < 0 ? lot : lot.substring(0, dot);
    }
}
