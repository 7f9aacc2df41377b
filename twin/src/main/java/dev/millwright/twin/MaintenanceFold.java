package dev.millwright.twin;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.pcollections.PSortedMap;

/** Maintenance wishes and the work on machines. */
final class MaintenanceFold {

    private static final int MOST_CLOSED = 100;

    private MaintenanceFold() {}

    static TwinState requested(TwinState state, Event event, Fact.MaintenanceRequested fact) {
        var known = state.wishes().get(fact.wish().id());
        if (known != null && !known.status().isOpen()) {
            return state;
        }
        var wish = new WishState(fact.wish(), WishStatus.REQUESTED, event.time(), null, null, null, null, null);
        return forget(state.withWishes(state.wishes().plus(wish.id(), wish)));
    }

    static TwinState withdrawn(TwinState state, Fact.MaintenanceWithdrawn fact) {
        var known = state.wishes().get(fact.wish());
        return known == null || !known.status().isOpen()
                ? state
                : state.withWishes(state.wishes().plus(known.id(), known.withdrawn(fact.why())));
    }

    static TwinState started(TwinState state, Event event, Fact.MaintenanceStarted fact) {
        var known = state.wishes().get(fact.wish());
        var next = known == null || known.status() == WishStatus.FINISHED
                ? state
                : state.withWishes(state.wishes().plus(known.id(), known.started(event.time())));
        return put(next, event.subject(), event.time(), new Work(null, fact.wish()));
    }

    /** Health and wear start anew. */
    static TwinState finished(TwinState state, Event event, Fact.MaintenanceFinished fact) {
        var known = state.wishes().get(fact.wish());
        var at = event.time();
        var machine = state.machine(event.subject());
        var last = machine.lastMaintenance();
        if (last != null && (last.wish().equals(fact.wish()) || at.isBefore(last.finished()))) {
            return state;
        }
        var mark = machine.timeline().maintenance().at(at);
        var started = mark != null && fact.wish().equals(mark.value().task()) ? mark.at() : null;
        var next = known == null ? state : state.withWishes(state.wishes().plus(known.id(), known.finished(at)));
        next = next.with(machine.withMaintenance(new MaintenanceRecord(fact.wish(), started, at))
                .withCounters(machine.counters().maintained())
                .withOutlook(new Health(1, List.of(), at), null, null));
        return put(next, event.subject(), at, Work.NONE);
    }

    private static TwinState put(TwinState state, EquipmentId id, Instant at, Work work) {
        var machine = state.machine(id);
        var timeline = machine.timeline();
        if (timeline.isTooLate(at)) {
            return state.with(machine.withCounters(machine.counters().late(0, 0, 1)));
        }
        if (Stretches.workAt(timeline.maintenance(), at).equals(work)) {
            return state;
        }
        return state.with(machine.withCounters(EquipmentFold.counted(machine.counters(), timeline.maintenance(), at))
                .withTimeline(timeline.withMaintenance(timeline.maintenance().put(at, work))));
    }

    private static TwinState forget(TwinState state) {
        var closed = state.wishes().values().stream()
                .filter(wish -> wish.status() == WishStatus.FINISHED || wish.status() == WishStatus.WITHDRAWN)
                .sorted(Comparator.comparing(WishState::requestedAt).thenComparing(WishState::id))
                .toList();
        PSortedMap<String, WishState> wishes = state.wishes();
        for (int i = 0; i < closed.size() - MOST_CLOSED; i++) {
            wishes = wishes.minus(closed.get(i).id());
        }
        return state.withWishes(wishes);
    }
}
