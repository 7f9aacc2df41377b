package dev.millwright.twin;

import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What machines report about themselves. */
final class EquipmentFold {

    private EquipmentFold() {}

    /** The latest by source time wins; an older one is counted, and stays in the journal for history to see. */
    static TwinState readings(TwinState state, Event event, Fact.ReadingsTaken fact) {
        var machine = state.machine(event.subject());
        var signals = machine.signals();
        int late = 0;
        for (var reading : fact.readings()) {
            var known = signals.get(reading.signal());
            SignalState next;
            if (known == null) {
                next = SignalState.first(reading, event.offset());
            } else if (reading.sourceTime().isBefore(known.reading().sourceTime())) {
                next = known.passedBy();
                late++;
            } else if (reading.equals(known.reading()) && !known.stale()) {
                continue;
            } else {
                next = known.take(reading, event.offset());
            }
            signals = signals.plus(reading.signal(), next);
        }
        var changed = machine.withSignals(signals);
        return state.with(
                late == 0 ? changed : changed.withCounters(changed.counters().late(late, 0, 0)));
    }

    static TwinState connection(TwinState state, Event event, boolean up) {
        var machine = state.machine(event.subject());
        if (machine.since() != null && event.time().isBefore(machine.since())) {
            return state.with(machine.withCounters(machine.counters().late(0, 1, 0)));
        }
        if (machine.since() != null && machine.connected() == up) {
            return state.with(machine);
        }
        var signals = machine.signals();
        if (!up) {
            for (var entry : machine.signals().entrySet()) {
                signals = signals.plus(entry.getKey(), entry.getValue().staleFrom(event.time()));
            }
        }
        return state.with(machine.withConnection(up, event.time()).withSignals(signals));
    }

    /** Believed as reported, even where PackML knows no such way: the machine is right. */
    static TwinState state(TwinState state, Event event, Fact.MachineStateChanged fact) {
        var machine = state.machine(event.subject());
        var timeline = machine.timeline();
        var at = event.time();
        if (timeline.isTooLate(at)) {
            return state.with(machine.withCounters(machine.counters().late(0, 0, 1)));
        }
        var before = timeline.states();
        var after = before.put(at, new Reported(fact.state(), fact.cause()));
        var counters = counted(machine.counters(), before, at);
        for (int i = failures(before, after, at); i > 0; i--) {
            counters = counters.failed();
        }
        return state.with(machine.withCounters(counters)
                .withTimeline(timeline.withStates(after).trimmed(state.index().calendar())));
    }

    static TwinState mode(TwinState state, Event event, Fact.MachineModeChanged fact) {
        var machine = state.machine(event.subject());
        var timeline = machine.timeline();
        if (timeline.isTooLate(event.time())) {
            return state.with(machine.withCounters(machine.counters().late(0, 0, 1)));
        }
        var before = timeline.modes();
        return state.with(machine.withCounters(counted(machine.counters(), before, event.time()))
                .withTimeline(timeline.withModes(before.put(event.time(), fact.mode()))));
    }

    static TwinState command(TwinState state, Event event, Fact.CommandIssued fact) {
        var machine = state.machine(event.subject());
        return state.with(machine.withCommand(new CommandRecord(fact.command(), fact.by(), event.time())));
    }

    /** Counts a change that comes after a later one. */
    static <T> Counters counted(Counters counters, Track<T> track, Instant at) {
        var last = track.last();
        return last != null && at.isBefore(last.at()) ? counters.late(0, 1, 0) : counters;
    }

    /** How many breakdowns a new mark adds, seen with its neighbours. */
    private static int failures(Track<Reported> before, Track<Reported> after, Instant at) {
        if (before.size() == after.size()) {
            return 0;
        }
        int index = after.indexAt(at);
        var previous = index == 0 ? null : after.marks().get(index - 1).value();
        var here = after.marks().get(index).value();
        var next =
                index + 1 == after.size() ? null : after.marks().get(index + 1).value();
        return breaks(previous, here) + breaks(here, next) - breaks(previous, next);
    }

    private static int breaks(@Nullable Reported before, @Nullable Reported after) {
        return before != null
                        && after != null
                        && !before.state().isAborted()
                        && after.state().isAborted()
                ? 1
                : 0;
    }
}
