package dev.millwright.twin;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.LifeUnknown;
import dev.millwright.plant.MachineMode;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Prognosis;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * A machine as the twin knows it.
 *
 * @param connected true while its connection is up
 * @param since when the connection came up or was lost; {@code null} before the first
 * @param signals by name, as far as they were ever heard
 * @param operation what it works at
 * @param dispatched what it was told to take next
 * @param lifeUnknown why no trained model says how long it will last; {@code null} where one does, or none should
 * @param timeline what it did of late
 */
public record MachineState(
        EquipmentId id,
        boolean connected,
        @Nullable Instant since,
        PSortedMap<String, SignalState> signals,
        @Nullable RunningOperation operation,
        @Nullable Dispatch dispatched,
        @Nullable CommandRecord lastCommand,
        Counters counters,
        Health health,
        @Nullable Prognosis prognosis,
        @Nullable LifeUnknown lifeUnknown,
        @Nullable MaintenanceRecord lastMaintenance,
        Timeline timeline) {

    static MachineState unheard(EquipmentId id) {
        return new MachineState(
                id,
                false,
                null,
                TreePMap.empty(),
                null,
                null,
                null,
                Counters.ZERO,
                Health.UNKNOWN,
                null,
                null,
                null,
                Timeline.EMPTY);
    }

    /** The state last reported; STOPPED before the first report. */
    public PackMlState state() {
        var mark = timeline.states().last();
        return mark == null ? PackMlState.STOPPED : mark.value().state();
    }

    /** The machine's own word for its state. */
    public @Nullable String cause() {
        var mark = timeline.states().last();
        return mark == null ? null : mark.value().cause();
    }

    /** Since when it is in its state; {@code null} before the first report. */
    public @Nullable Instant stateSince() {
        return timeline.states().since();
    }

    public MachineMode mode() {
        var mark = timeline.modes().last();
        return mark == null ? MachineMode.PRODUCTION : mark.value();
    }

    /** The maintenance wish being worked at, if any. */
    public @Nullable String maintenance() {
        var mark = timeline.maintenance().last();
        return mark == null ? null : mark.value().task();
    }

    /** The stretches of the timeline between two times. */
    public List<StateInterval> timeline(Instant from, Instant to) {
        return timeline.intervals(from, to);
    }

    MachineState withConnection(boolean up, Instant at) {
        return new MachineState(
                id,
                up,
                at,
                signals,
                operation,
                dispatched,
                lastCommand,
                counters,
                health,
                prognosis,
                lifeUnknown,
                lastMaintenance,
                timeline);
    }

    MachineState withSignals(PSortedMap<String, SignalState> newSignals) {
        return new MachineState(
                id,
                connected,
                since,
                newSignals,
                operation,
                dispatched,
                lastCommand,
                counters,
                health,
                prognosis,
                lifeUnknown,
                lastMaintenance,
                timeline);
    }

    MachineState withOperation(@Nullable RunningOperation running) {
        return new MachineState(
                id,
                connected,
                since,
                signals,
                running,
                dispatched,
                lastCommand,
                counters,
                health,
                prognosis,
                lifeUnknown,
                lastMaintenance,
                timeline);
    }

    MachineState withDispatched(@Nullable Dispatch dispatch) {
        return new MachineState(
                id,
                connected,
                since,
                signals,
                operation,
                dispatch,
                lastCommand,
                counters,
                health,
                prognosis,
                lifeUnknown,
                lastMaintenance,
                timeline);
    }

    MachineState withCommand(CommandRecord command) {
        return new MachineState(
                id,
                connected,
                since,
                signals,
                operation,
                dispatched,
                command,
                counters,
                health,
                prognosis,
                lifeUnknown,
                lastMaintenance,
                timeline);
    }

    MachineState withCounters(Counters newCounters) {
        return new MachineState(
                id,
                connected,
                since,
                signals,
                operation,
                dispatched,
                lastCommand,
                newCounters,
                health,
                prognosis,
                lifeUnknown,
                lastMaintenance,
                timeline);
    }

    MachineState withHealth(Health newHealth) {
        return withOutlook(newHealth, prognosis, lifeUnknown);
    }

    MachineState withOutlook(Health newHealth, @Nullable Prognosis newPrognosis, @Nullable LifeUnknown unknown) {
        return new MachineState(
                id,
                connected,
                since,
                signals,
                operation,
                dispatched,
                lastCommand,
                counters,
                newHealth,
                newPrognosis,
                unknown,
                lastMaintenance,
                timeline);
    }

    MachineState withMaintenance(MaintenanceRecord maintenance) {
        return new MachineState(
                id,
                connected,
                since,
                signals,
                operation,
                dispatched,
                lastCommand,
                counters,
                health,
                prognosis,
                lifeUnknown,
                maintenance,
                timeline);
    }

    MachineState withTimeline(Timeline newTimeline) {
        return new MachineState(
                id,
                connected,
                since,
                signals,
                operation,
                dispatched,
                lastCommand,
                counters,
                health,
                prognosis,
                lifeUnknown,
                lastMaintenance,
                newTimeline);
    }
}
