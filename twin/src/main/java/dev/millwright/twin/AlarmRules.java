package dev.millwright.twin;

import dev.millwright.plant.AlarmSeverity;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Quality;
import dev.millwright.plant.RiskLevel;
import dev.millwright.plant.Signal;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which alarms the twin raises and clears by itself. Their events stand right behind their cause in the journal. */
final class AlarmRules {

    static final String HIGH = "high";
    static final String LOW = "low";
    static final String STALE = "stale";
    static final String ABORTED = "aborted";
    static final String CONNECTION_LOST = "connection-lost";
    static final String RISK = "risk";
    static final String SOURCE = "twin";

    /** An alarm clears only this far inside its limit, as a share of the way to nominal, or two sigmas of noise. */
    private static final double HYSTERESIS = 0.05;

    private AlarmRules() {}

    /** What an event just folded asks for. */
    static List<Draft> after(TwinState before, TwinState state, Event event) {
        return switch (event.fact()) {
            case Fact.ReadingsTaken fact -> readings(before, state, event, fact);
            case Fact.MachineStateChanged _ -> {
                var machine = state.machine(event.subject());
                yield hold(
                        state,
                        event,
                        ABORTED,
                        machine.state().isAborted(),
                        AlarmSeverity.ERROR,
                        machine.cause() == null ? "Broken down." : "Broken down: " + machine.cause() + ".");
            }
            case Fact.ConnectionOpened _ -> hold(state, event, CONNECTION_LOST, false, AlarmSeverity.ERROR, "");
            case Fact.ConnectionLost fact -> {
                boolean lost = !state.machine(event.subject()).connected();
                yield hold(
                        state,
                        event,
                        CONNECTION_LOST,
                        lost,
                        AlarmSeverity.ERROR,
                        "Connection lost: " + fact.why() + ".");
            }
            case Fact.RemainingLifeEstimated(var prognosis) ->
                hold(
                        state,
                        event,
                        RISK,
                        prognosis.risk().compareTo(RiskLevel.HIGH) >= 0,
                        prognosis.risk() == RiskLevel.CRITICAL ? AlarmSeverity.CRITICAL : AlarmSeverity.WARNING,
                        prognosis.recommendedAction() + ".");
            case Fact.CommandIssued _,
                    Fact.CommandRefused _,
                    Fact.MachineModeChanged _,
                    Fact.OperationDispatched _,
                    Fact.OperationStarted _,
                    Fact.PartsCounted _,
                    Fact.OperationCompleted _,
                    Fact.OperationInterrupted _,
                    Fact.LotArrived _,
                    Fact.OrderAdded _,
                    Fact.OrderChanged _,
                    Fact.OrderCancelled _,
                    Fact.OperationPinned _,
                    Fact.OperationUnpinned _,
                    Fact.LotHeld _,
                    Fact.LotReleased _,
                    Fact.ReworkAdded _,
                    Fact.PartInspected _,
                    Fact.ShadowInspected _,
                    Fact.PictureRefused _,
                    Fact.FindingCorrected _,
                    Fact.HealthAssessed _,
                    Fact.LifeUnknown _,
                    Fact.LifeEnded _,
                    Fact.ModelPromoted _,
                    Fact.ModelRetired _,
                    Fact.MaintenanceRequested _,
                    Fact.MaintenanceWithdrawn _,
                    Fact.MaintenanceStarted _,
                    Fact.MaintenanceFinished _,
                    Fact.AlarmRaised _,
                    Fact.AlarmAcknowledged _,
                    Fact.AlarmCleared _,
                    Fact.AlarmShelved _,
                    Fact.AlarmUnshelved _,
                    Fact.PlanRequested _,
                    Fact.PlanAdopted _,
                    Fact.PlanFailed _ -> List.of();
        };
    }

    private static List<Draft> readings(TwinState before, TwinState state, Event event, Fact.ReadingsTaken fact) {
        List<Draft> drafts = List.of();
        boolean freshened = false;
        var machine = state.machine(event.subject());
        var earlier = before.machine(event.subject());
        for (var reading : fact.readings()) {
            var known = machine.signals().get(reading.signal());
            var signal = state.index().signal(event.subject(), reading.signal());
            if (known == null || signal == null || known.offset() != event.offset()) {
                continue;
            }
            var old = earlier.signals().get(reading.signal());
            freshened |= old != null && old.stale();
            var limit = limit(signal, known);
            if (limit != null ? !limit.equals(known.limit()) : known.limit() != null) {
                drafts = drafts.isEmpty() ? new ArrayList<>() : drafts;
                limitChanged(drafts, event, signal, known, limit);
            }
        }
        if (freshened && machine.signals().values().stream().noneMatch(SignalState::stale)) {
            var cleared = hold(state, event, STALE, false, AlarmSeverity.WARNING, "");
            if (!cleared.isEmpty()) {
                drafts = new ArrayList<>(drafts);
                drafts.addAll(cleared);
            }
        }
        return drafts;
    }

    private static void limitChanged(
            List<Draft> drafts, Event event, Signal signal, SignalState known, @Nullable String limit) {
        if (known.limit() != null) {
            drafts.add(cleared(event, signal.name() + "." + known.limit()));
        }
        if (limit != null) {
            var bound = limit.equals(HIGH) ? signal.high() : signal.low();
            drafts.add(raised(
                    event,
                    signal.name() + "." + limit,
                    AlarmSeverity.WARNING,
                    "%s is %s %s, %s %s %s."
                            .formatted(
                                    signal.name(),
                                    number(known.reading().value()),
                                    signal.unit(),
                                    limit.equals(HIGH) ? "above" : "below",
                                    bound,
                                    signal.unit())));
        }
    }

    /** The limit exceeded by now, with hysteresis; a bad reading decides nothing. */
    private static @Nullable String limit(Signal signal, SignalState known) {
        if (known.reading().quality() == Quality.BAD) {
            return known.limit();
        }
        double value = known.reading().value();
        Double high = signal.high();
        Double low = signal.low();
        if (high != null && value > high - (HIGH.equals(known.limit()) ? slack(signal, high) : 0)) {
            return HIGH;
        }
        if (low != null && value < low + (LOW.equals(known.limit()) ? slack(signal, low) : 0)) {
            return LOW;
        }
        return null;
    }

    private static double slack(Signal signal, double limit) {
        return Math.max(2 * signal.noise(), HYSTERESIS * Math.abs(limit - signal.nominal()));
    }

    /** What the clock asks for: signals that went stale, and alarms whose shelving is over. */
    static List<Draft> at(TwinState state, Instant now, Instant staleNow) {
        var drafts = new ArrayList<Draft>();
        for (var machine : state.machines().values()) {
            var stale = machine.signals().entrySet().stream()
                    .filter(entry -> !entry.getValue().stale())
                    .filter(entry -> {
                        var signal = state.index().signal(machine.id(), entry.getKey());
                        return signal != null && entry.getValue().staleAt(signal, staleNow);
                    })
                    .map(entry -> entry.getKey())
                    .toList();
            if (machine.connected() && !stale.isEmpty()) {
                var alarm = AlarmState.id(machine.id(), STALE);
                var words = "No news of " + String.join(", ", stale) + ".";
                drafts.add(Draft.of(
                        staleNow,
                        SOURCE,
                        machine.id(),
                        new Fact.AlarmRaised(alarm, STALE, AlarmSeverity.WARNING, words)));
            }
        }
        for (var alarm : state.alarms().values()) {
            var until = alarm.shelvedUntil();
            if (until != null && !until.isAfter(now)) {
                drafts.add(Draft.of(now, SOURCE, alarm.subject(), new Fact.AlarmUnshelved(alarm.id(), SOURCE)));
            }
        }
        return drafts;
    }

    private static List<Draft> hold(
            TwinState state, Event event, String code, boolean holds, AlarmSeverity severity, String message) {
        var known = state.alarms().get(AlarmState.id(event.subject(), code));
        boolean active = known != null && known.active();
        if (active == holds) {
            return List.of();
        }
        return List.of(holds ? raised(event, code, severity, message) : cleared(event, code));
    }

    private static Draft raised(Event event, String code, AlarmSeverity severity, String message) {
        var alarm = AlarmState.id(event.subject(), code);
        return draft(event, event.subject(), new Fact.AlarmRaised(alarm, code, severity, message));
    }

    private static Draft cleared(Event event, String code) {
        return draft(event, event.subject(), new Fact.AlarmCleared(AlarmState.id(event.subject(), code)));
    }

    private static Draft draft(Event event, EquipmentId subject, Fact fact) {
        return Draft.of(event.time(), SOURCE, subject, fact).causedBy(event);
    }

    private static String number(double value) {
        return String.format(java.util.Locale.ROOT, "%.4g", value);
    }
}
