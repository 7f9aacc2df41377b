package dev.millwright.twin;

import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;

/** The life of alarms. */
final class AlarmFold {

    private static final int MOST = 1000;

    private AlarmFold() {}

    static TwinState raised(TwinState state, Event event, Fact.AlarmRaised fact) {
        var known = state.alarms().get(fact.alarm());
        boolean goesOn = known != null && known.active();
        boolean seen = goesOn
                && known != null
                && known.acknowledged()
                && known.severity().compareTo(fact.severity()) >= 0;
        var alarm = new AlarmState(
                fact.alarm(),
                fact.code(),
                event.subject(),
                fact.severity(),
                fact.message(),
                true,
                seen,
                known == null ? 1 : known.count() + 1,
                known != null && goesOn ? known.raisedAt() : event.time(),
                null,
                known != null && seen ? known.acknowledgedAt() : null,
                known != null && seen ? known.acknowledgedBy() : null,
                known == null ? null : known.shelvedUntil(),
                known == null ? null : known.shelvedBy(),
                known != null && seen ? known.comment() : null,
                event.offset());
        var next = flagged(forget(state), event, fact.code(), true);
        return next.withAlarms(next.alarms().plus(alarm.id(), alarm));
    }

    static TwinState acknowledged(TwinState state, Event event, Fact.AlarmAcknowledged fact) {
        var known = state.alarms().get(fact.alarm());
        return known == null || known.acknowledged()
                ? state
                : with(state, known.acknowledge(event.time(), fact.by(), fact.comment()));
    }

    static TwinState cleared(TwinState state, Event event, Fact.AlarmCleared fact) {
        var known = state.alarms().get(fact.alarm());
        return known == null || !known.active()
                ? state
                : flagged(with(state, known.clear(event.time())), event, known.code(), false);
    }

    static TwinState shelved(TwinState state, Fact.AlarmShelved fact) {
        var known = state.alarms().get(fact.alarm());
        return known == null ? state : with(state, known.shelve(fact.until(), fact.by(), fact.comment()));
    }

    static TwinState unshelved(TwinState state, Fact.AlarmUnshelved fact) {
        var known = state.alarms().get(fact.alarm());
        return known == null ? state : with(state, known.shelve(null, null, null));
    }

    private static TwinState with(TwinState state, AlarmState alarm) {
        return state.withAlarms(state.alarms().plus(alarm.id(), alarm));
    }

    /** The twin's own alarms also show at the signals they are about. */
    private static TwinState flagged(TwinState state, Event event, String code, boolean on) {
        var machine = state.machines().get(event.subject());
        if (machine == null) {
            return state;
        }
        if (code.equals(AlarmRules.STALE)) {
            return on ? state.with(withStale(state, machine, event.time())) : state;
        }
        int dot = code.lastIndexOf('.');
        var signal = dot < 0 ? null : machine.signals().get(code.substring(0, dot));
        String limit = code.substring(dot + 1);
        if (signal == null || !(limit.equals(AlarmRules.HIGH) || limit.equals(AlarmRules.LOW))) {
            return state;
        }
        @Nullable String exceeded = on ? limit : limit.equals(signal.limit()) ? null : signal.limit();
        return state.with(
                machine.withSignals(machine.signals().plus(code.substring(0, dot), signal.withLimit(exceeded))));
    }

    private static MachineState withStale(TwinState state, MachineState machine, Instant now) {
        var signals = machine.signals();
        for (var entry : machine.signals().entrySet()) {
            var signal = state.index().signal(machine.id(), entry.getKey());
            if (signal != null && entry.getValue().staleAt(signal, now)) {
                signals = signals.plus(
                        entry.getKey(),
                        entry.getValue().staleFrom(entry.getValue().goesStale(signal)));
            }
        }
        return machine.withSignals(signals);
    }

    /** Makes room by forgetting the oldest alarm that is over. */
    private static TwinState forget(TwinState state) {
        if (state.alarms().size() < MOST) {
            return state;
        }
        PSortedMap<String, AlarmState> alarms = state.alarms();
        var oldest = alarms.values().stream()
                .filter(alarm -> alarm.phase() == AlarmPhase.NORMAL)
                .min(Comparator.comparingLong(AlarmState::offset));
        return oldest.isEmpty()
                ? state
                : state.withAlarms(alarms.minus(oldest.get().id()));
    }
}
