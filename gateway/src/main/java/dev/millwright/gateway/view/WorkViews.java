package dev.millwright.gateway.view;

import dev.millwright.plant.EquipmentId;
import dev.millwright.twin.LotState;
import dev.millwright.twin.OperationState;
import dev.millwright.twin.OrderState;
import dev.millwright.twin.OrderStatus;
import dev.millwright.twin.TwinState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Views of orders and lots. */
final class WorkViews {

    private WorkViews() {}

    static OrderView order(TwinState state, PlanTimes plan, OrderState order) {
        long parts = 0;
        long processed = 0;
        Instant end = null;
        for (String id : order.lots()) {
            var lot = state.lots().get(id);
            if (lot == null) {
                continue;
            }
            for (var operation : lot.operations()) {
                parts += operation.operation().quantity();
                processed += operation.processed();
            }
            if (!lot.done()) {
                end = later(end, plan.endOf(id));
            }
        }
        Instant completion = order.completedAt() == null ? end : order.completedAt();
        var wanted = order.order();
        return new OrderView(
                order.id(),
                wanted.product(),
                wanted.quantity(),
                wanted.priority(),
                wanted.releaseDate(),
                wanted.dueDate(),
                wanted.customer(),
                order.status().name(),
                order.done(),
                order.status() == OrderStatus.DONE ? 1 : share(processed, parts),
                order.status() == OrderStatus.CANCELLED ? null : completion,
                order.lateAt(completion == null || completion.isBefore(state.time()) ? state.time() : completion),
                order.lots());
    }

    static LotView lot(LotState lot) {
        return new LotView(
                lot.id(),
                lot.lot().order(),
                lot.lot().product(),
                lot.lot().quantity(),
                path(lot.location()),
                lot.done(),
                lot.scrapped(),
                lot.hold(),
                lot.operations().stream().map(WorkViews::operation).toList());
    }

    /** From 0 to 1, in thousandths so that it changes only when somebody could see it. */
    static double share(long part, long whole) {
        return whole == 0 ? 0 : Math.min(1, Math.round(1000.0 * part / whole) / 1000.0);
    }

    static @Nullable String path(@Nullable EquipmentId id) {
        return id == null ? null : id.path();
    }

    private static LotView.OperationView operation(OperationState state) {
        return new LotView.OperationView(
                state.id(),
                state.operation().sequence(),
                state.operation().name(),
                state.status().name(),
                path(state.machine()),
                state.started(),
                state.ended(),
                state.good(),
                state.scrap(),
                state.rework(),
                state.operation().quantity());
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
