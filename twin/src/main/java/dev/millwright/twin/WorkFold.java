package dev.millwright.twin;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Operations as machines work at them. Reports may come twice and in any order; what the lot says and what the machine
 * says about the same work agree afterwards.
 */
final class WorkFold {

    private WorkFold() {}

    static TwinState dispatched(TwinState state, Event event, Fact.OperationDispatched fact) {
        var next = state;
        for (var other : state.machines().values()) {
            var dispatch = other.dispatched();
            if (dispatch != null && dispatch.operation().equals(fact.operation())) {
                next = next.with(other.withDispatched(null));
            }
        }
        var machine = next.machine(event.subject());
        next = next.with(machine.withDispatched(new Dispatch(fact.lot(), fact.operation(), event.time())));
        var operation = operation(next, fact.lot(), fact.operation());
        return operation == null || operation.status().isFinal() || operation.status() == OperationStatus.RUNNING
                ? next
                : OrderFold.change(
                        next,
                        fact.lot(),
                        fact.operation(),
                        event.time(),
                        known -> known.with(OperationStatus.DISPATCHED, event.subject()));
    }

    static TwinState started(TwinState state, Event event, Fact.OperationStarted fact) {
        var machine = state.machine(event.subject());
        var at = event.time();
        var next = atMachine(state, event.subject(), fact.lot(), at);
        if (!workAt(machine, at).equals(new Work(fact.lot(), fact.operation()))) {
            next = put(next, event.subject(), at, new Work(fact.lot(), fact.operation()));
        }
        var changed = next.machine(event.subject());
        var dispatch = changed.dispatched();
        if (dispatch != null && dispatch.operation().equals(fact.operation())) {
            next = next.with(changed.withDispatched(null));
        }
        boolean runs = fact.operation().equals(latestWork(next, event.subject()).task());
        next = OrderFold.change(next, fact.lot(), fact.operation(), at, known -> start(known, event, runs));
        return refreshed(next, event.subject());
    }

    private static OperationState start(OperationState known, Event event, boolean runs) {
        if (known.status() == OperationStatus.RUNNING && event.subject().equals(known.machine())) {
            var earliest =
                    known.started() == null || event.time().isBefore(known.started()) ? event.time() : known.started();
            return known.withTimes(earliest, known.ended());
        }
        if (known.status().isFinal() || !runs) {
            return known.started() == null ? known.withTimes(event.time(), known.ended()) : known;
        }
        boolean again = known.ended() != null;
        return known.with(OperationStatus.RUNNING, event.subject())
                .withTimes(event.time(), null)
                .withCounts(known.counts(), again ? known.counts() : known.earlier());
    }

    static TwinState counted(TwinState state, Event event, Fact.PartsCounted fact) {
        var counts = new Counts(fact.good(), fact.scrap(), fact.rework());
        return refreshed(count(state, event, fact.lot(), fact.operation(), counts), event.subject());
    }

    static TwinState completed(TwinState state, Event event, Fact.OperationCompleted fact) {
        var counts = new Counts(fact.good(), fact.scrap(), fact.rework());
        var next = count(state, event, fact.lot(), fact.operation(), counts);
        next = release(next, event, fact.operation());
        next = OrderFold.change(
                next,
                fact.lot(),
                fact.operation(),
                event.time(),
                known -> known.status().isFinal()
                        ? known
                        : known.with(OperationStatus.DONE, event.subject()).withTimes(known.started(), event.time()));
        return refreshed(next, event.subject());
    }

    /** The parts already done stay done; the rest waits for a new place. */
    static TwinState interrupted(TwinState state, Event event, Fact.OperationInterrupted fact) {
        var machine = state.machine(event.subject());
        var run = runOf(state, machine, fact.lot(), fact.operation());
        var missing = run == null ? 0 : Math.max(0, fact.processed() - run.processed());
        var next = run == null
                ? state
                : count(state, event, fact.lot(), fact.operation(), run.plus(new Counts(missing, 0, 0)));
        next = release(next, event, fact.operation());
        next = OrderFold.change(
                next,
                fact.lot(),
                fact.operation(),
                event.time(),
                known -> isOurs(known, event)
                                && known.status() != OperationStatus.WAITING
                                && !known.status().isFinal()
                        ? known.with(OperationStatus.WAITING, null).withTimes(known.started(), event.time())
                        : known);
        return refreshed(next, event.subject());
    }

    static TwinState arrived(TwinState state, Event event, Fact.LotArrived fact) {
        return atMachine(state, event.subject(), fact.lot(), event.time());
    }

    private static TwinState atMachine(TwinState state, EquipmentId place, String lot, Instant at) {
        var known = state.lots().get(lot);
        return known == null
                ? state
                : state.withWork(state.orders(), state.lots().plus(lot, known.at(place, at)));
    }

    /** Takes totals of the run over and adds what they add to the machine's own figures. */
    private static TwinState count(TwinState state, Event event, String lot, String id, Counts reported) {
        var machine = state.machine(event.subject());
        var run = runOf(state, machine, lot, id);
        var operation = operation(state, lot, id);
        if (run == null || (operation != null && !takes(operation, event))) {
            return state;
        }
        var total = run.max(reported);
        var more = total.minus(run);
        var next = state;
        if (more.processed() > 0) {
            var made = Produced.of(state.index().machine(event.subject()), operation, more);
            next = next.with(machine.withCounters(machine.counters().plus(more))
                    .withTimeline(machine.timeline().withParts(state.index().calendar(), event.time(), made)));
        }
        var running = next.machine(event.subject()).operation();
        if (running != null && running.operation().equals(id)) {
            next = next.with(next.machine(event.subject()).withOperation(running.withCounts(total)));
        }
        return OrderFold.change(
                next,
                lot,
                id,
                event.time(),
                known -> known.withCounts(known.earlier().plus(total), known.earlier()));
    }

    /** Parts of the latest run so far; null when nobody can tell whose they are. */
    private static @Nullable Counts runOf(TwinState state, MachineState machine, String lot, String id) {
        var operation = operation(state, lot, id);
        if (operation != null) {
            return operation.counts().minus(operation.earlier());
        }
        var running = machine.operation();
        return running != null && running.operation().equals(id) ? running.counts() : null;
    }

    private static boolean takes(OperationState operation, Event event) {
        var started = operation.started();
        return isOurs(operation, event)
                && operation.status() != OperationStatus.CANCELLED
                && (started == null || !event.time().isBefore(started));
    }

    private static boolean isOurs(OperationState operation, Event event) {
        return operation.machine() == null || event.subject().equals(operation.machine());
    }

    private static TwinState release(TwinState state, Event event, String operation) {
        var work = workAt(state.machine(event.subject()), event.time());
        return work.busy() && !operation.equals(work.task())
                ? state
                : put(state, event.subject(), event.time(), Work.NONE);
    }

    private static TwinState put(TwinState state, EquipmentId id, Instant at, Work work) {
        var machine = state.machine(id);
        var timeline = machine.timeline();
        if (timeline.isTooLate(at)) {
            return state.with(machine.withCounters(machine.counters().late(0, 0, 1)));
        }
        return state.with(machine.withCounters(EquipmentFold.counted(machine.counters(), timeline.work(), at))
                .withTimeline(timeline.withWork(timeline.work().put(at, work))));
    }

    /** What the machine works at follows from its track. */
    private static TwinState refreshed(TwinState state, EquipmentId id) {
        var machine = state.machine(id);
        var mark = machine.timeline().work().last();
        var work = mark == null ? Work.NONE : mark.value();
        var lot = work.lot();
        var task = work.task();
        if (mark == null || lot == null || task == null) {
            return state.with(machine.withOperation(null));
        }
        var operation = operation(state, lot, task);
        var running = machine.operation();
        var known = running != null && running.operation().equals(task) ? running.counts() : Counts.ZERO;
        var counts = operation == null ? known : operation.counts().minus(operation.earlier());
        return state.with(machine.withOperation(new RunningOperation(lot, task, mark.at(), counts)));
    }

    private static Work workAt(MachineState machine, Instant at) {
        return Stretches.workAt(machine.timeline().work(), at);
    }

    private static Work latestWork(TwinState state, EquipmentId id) {
        var mark = state.machine(id).timeline().work().last();
        return mark == null ? Work.NONE : mark.value();
    }

    private static @Nullable OperationState operation(TwinState state, String lot, String id) {
        var known = state.lots().get(lot);
        return known == null ? null : known.operation(id).orElse(null);
    }
}
