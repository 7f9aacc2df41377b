package dev.millwright.twin;

import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import org.jspecify.annotations.Nullable;

/** What planners say about lots and operations: pins and quality holds. */
final class PlannerFold {

    private PlannerFold() {}

    static TwinState pinned(TwinState state, Event event, Fact.OperationPinned fact) {
        return OrderFold.change(
                state,
                fact.lot(),
                fact.operation(),
                event.time(),
                known -> known.status() == OperationStatus.WAITING ? known.pinned(fact.pin()) : known);
    }

    static TwinState unpinned(TwinState state, Event event, Fact.OperationUnpinned fact) {
        return OrderFold.change(state, fact.lot(), fact.operation(), event.time(), known -> known.pinned(null));
    }

    static TwinState held(TwinState state, Fact.LotHeld fact) {
        return hold(state, fact.lot(), fact.why());
    }

    static TwinState released(TwinState state, Fact.LotReleased fact) {
        return hold(state, fact.lot(), null);
    }

    private static TwinState hold(TwinState state, String lot, @Nullable String why) {
        var known = state.lots().get(lot);
        return known == null
                ? state
                : state.withWork(state.orders(), state.lots().plus(lot, known.held(why)));
    }
}
