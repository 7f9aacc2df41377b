package dev.millwright.twin;

import dev.millwright.plant.Order;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.PSortedMap;

/** Orders, their lots, and what was added to them. */
final class OrderFold {

    /** Orders that are over are remembered up to this number; the journal keeps all. */
    private static final int MOST_FINISHED = 200;

    private OrderFold() {}

    static TwinState added(TwinState state, Event event, Fact.OrderAdded fact) {
        var order = fact.order();
        if (state.orders().containsKey(order.id())) {
            return state;
        }
        PSortedMap<String, LotState> lots = state.lots();
        for (var lot : fact.lots()) {
            lots = lots.plus(lot.id(), LotState.waiting(lot));
        }
        var added = new OrderState(
                order,
                fact.lots().stream().map(lot -> lot.id()).toList(),
                OrderStatus.WAITING,
                0,
                event.time(),
                null,
                null,
                event.offset());
        return state.withWork(state.orders().plus(order.id(), added), lots);
    }

    static TwinState changed(TwinState state, Fact.OrderChanged fact) {
        var known = state.orders().get(fact.order());
        if (known == null) {
            return state;
        }
        var order = known.order();
        var changed = new Order(
                order.id(),
                order.product(),
                order.quantity(),
                fact.priority(),
                order.releaseDate(),
                fact.dueDate(),
                order.customer());
        return state.withWork(state.orders().plus(order.id(), known.withOrder(changed)), state.lots());
    }

    /** What runs may end; what has not started never will. */
    static TwinState cancelled(TwinState state, Fact.OrderCancelled fact) {
        var known = state.orders().get(fact.order());
        if (known == null || known.status().isFinal()) {
            return state;
        }
        PSortedMap<String, LotState> lots = state.lots();
        for (var id : known.lots()) {
            var lot = lots.get(id);
            if (lot != null) {
                lots = lots.plus(
                        id,
                        lot.withOperations(lot.operations().stream()
                                .map(OrderFold::withoutStart)
                                .toList()));
            }
        }
        var order = known.progress(OrderStatus.CANCELLED, known.done(), known.startedAt(), known.completedAt());
        var next = state.withWork(state.orders().plus(known.id(), order), lots);
        for (var machine : state.machines().values()) {
            var dispatch = machine.dispatched();
            if (dispatch != null && known.lots().contains(dispatch.lot())) {
                next = next.with(machine.withDispatched(null));
            }
        }
        return forget(next);
    }

    private static OperationState withoutStart(OperationState operation) {
        return operation.status() == OperationStatus.WAITING || operation.status() == OperationStatus.DISPATCHED
                ? operation.with(OperationStatus.CANCELLED, operation.machine())
                : operation;
    }

    static TwinState rework(TwinState state, Event event, Fact.ReworkAdded fact) {
        var lot = state.lots().get(fact.lot());
        if (lot == null) {
            return state;
        }
        var operations = new ArrayList<>(lot.operations());
        int place = operations.size();
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i).id().equals(fact.after())) {
                place = i + 1;
            }
        }
        for (var operation : fact.operations()) {
            if (lot.operation(operation.id()).isEmpty()) {
                operations.add(place++, OperationState.waiting(operation, true));
            }
        }
        var changed = state.withWork(state.orders(), state.lots().plus(lot.id(), lot.withOperations(operations)));
        return refreshed(changed, lot.lot().order(), event.time());
    }

    /** Changes one operation, and what its order makes of it. */
    static TwinState change(
            TwinState state, String lotId, String operation, Instant at, UnaryOperator<OperationState> how) {
        var lot = state.lots().get(lotId);
        if (lot == null) {
            return state;
        }
        var changed = state.withWork(state.orders(), state.lots().plus(lotId, lot.change(operation, how)));
        return refreshed(changed, lot.lot().order(), at);
    }

    private static TwinState refreshed(TwinState state, String id, Instant at) {
        var order = state.orders().get(id);
        if (order == null) {
            return state;
        }
        var lots = order.lots().stream()
                .flatMap(lot -> Optional.ofNullable(state.lots().get(lot)).stream())
                .toList();
        int finished = lots.stream().mapToInt(LotState::finished).sum();
        boolean over = lots.stream().allMatch(LotState::done);
        boolean begun = lots.stream()
                .flatMap(lot -> lot.operations().stream())
                .anyMatch(operation -> operation.started() != null
                        || operation.status() == OperationStatus.RUNNING
                        || operation.status() == OperationStatus.DONE);
        var started = order.startedAt() == null && begun ? at : order.startedAt();
        if (order.status() == OrderStatus.CANCELLED) {
            return forget(state.withWork(
                    state.orders()
                            .plus(id, order.progress(OrderStatus.CANCELLED, finished, started, order.completedAt())),
                    state.lots()));
        }
        var status = over ? OrderStatus.DONE : begun ? OrderStatus.RUNNING : OrderStatus.WAITING;
        var completed = !over ? null : order.completedAt() == null ? at : order.completedAt();
        var changed = state.withWork(
                state.orders().plus(id, order.progress(status, finished, started, completed)), state.lots());
        return over ? forget(changed) : changed;
    }

    private static TwinState forget(TwinState state) {
        var over = state.orders().values().stream()
                .filter(order -> isOver(state, order))
                .sorted(Comparator.comparingLong(OrderState::offset))
                .toList();
        if (over.size() <= MOST_FINISHED) {
            return state;
        }
        var oldest = over.getFirst();
        PSortedMap<String, LotState> lots = state.lots();
        for (var lot : oldest.lots()) {
            lots = lots.minus(lot);
        }
        return state.withWork(state.orders().minus(oldest.id()), lots);
    }

    /** True when nothing of the order is at work any more: a cancelled one first ends what runs. */
    static boolean isOver(TwinState state, OrderState order) {
        return order.status().isFinal() && order.lots().stream().allMatch(lot -> isOver(state, lot));
    }

    private static boolean isOver(TwinState state, String lot) {
        var known = state.lots().get(lot);
        return known == null || known.done();
    }
}
