package dev.millwright.gateway.view;

import dev.millwright.plant.Machine;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Prognosis;
import dev.millwright.plant.Signal;
import dev.millwright.twin.MachineState;
import dev.millwright.twin.SignalState;
import dev.millwright.twin.TwinState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Views of machines. */
final class MachineViews {

    private MachineViews() {}

    static MachineView machine(TwinState twin, Machine machine, MachineState state, KpisView kpis) {
        var since = state.stateSince();
        var maintained = state.lastMaintenance();
        var unknown = state.lifeUnknown();
        return new MachineView(
                machine.id().path(),
                machine.name(),
                PlantView.lineOf(twin.plant(), machine.id()).path(),
                state.connected(),
                state.connected() ? null : state.since(),
                state.state(),
                state.cause(),
                since == null ? twin.time() : since,
                state.mode(),
                signals(machine, state),
                running(twin, state),
                new MachineView.CountersView(
                        state.counters().good(),
                        state.counters().scrap(),
                        state.counters().rework(),
                        Map.copyOf(state.counters().defects())),
                new MachineView.HealthView(
                        state.health().value(),
                        state.health().reasons().stream()
                                .map(reason ->
                                        new MachineView.ReasonView(reason.factor(), reason.loss(), reason.words()))
                                .toList()),
                prognosis(state.prognosis()),
                unknown == null ? null : new FleetRowView.UnknownView(unknown.since(), unknown.why()),
                kpis,
                maintained == null ? null : maintained.finished());
    }

    /** Out of order: broken down, or stopped by someone. */
    static boolean isDown(MachineState machine) {
        return machine.state().isAborted()
                || machine.state() == PackMlState.STOPPED
                || machine.state() == PackMlState.STOPPING;
    }

    private static List<MachineView.SignalView> signals(Machine machine, MachineState state) {
        var views = new ArrayList<MachineView.SignalView>(machine.signals().size());
        for (var signal : machine.signals()) {
            var heard = state.signals().get(signal.name());
            if (heard != null) {
                views.add(signal(signal, heard));
            }
        }
        return views;
    }

    private static MachineView.SignalView signal(Signal signal, SignalState heard) {
        var reading = heard.reading();
        return new MachineView.SignalView(
                signal.name(),
                Double.isFinite(reading.value()) ? Double.valueOf(reading.value()) : null,
                signal.unit(),
                reading.sourceTime(),
                reading.quality(),
                heard.stale());
    }

    private static MachineView.@Nullable RunningView running(TwinState twin, MachineState state) {
        var running = state.operation();
        if (running == null) {
            return null;
        }
        var lot = twin.lots().get(running.lot());
        var operation = lot == null ? null : lot.operation(running.operation()).orElse(null);
        int quantity = operation == null
                ? running.counts().processed()
                : operation.operation().quantity();
        int processed = operation == null
                ? running.counts().processed()
                : operation.counts().processed();
        return new MachineView.RunningView(
                running.lot(),
                running.operation(),
                operation == null ? running.operation() : operation.operation().name(),
                running.startedAt(),
                running.good(),
                running.scrap(),
                running.rework(),
                quantity,
                WorkViews.share(processed, quantity));
    }

    private static MachineView.@Nullable PrognosisView prognosis(@Nullable Prognosis prognosis) {
        return prognosis == null
                ? null
                : new MachineView.PrognosisView(
                        prognosis.remainingLifeHours(),
                        prognosis.low(),
                        prognosis.high(),
                        prognosis.failureProbability(),
                        prognosis.horizonHours(),
                        prognosis.risk(),
                        prognosis.basis(),
                        prognosis.recommendedAction(),
                        prognosis.downtimeHours(),
                        prognosis.drivers(),
                        FleetViews.risks(prognosis),
                        predicted(prognosis));
    }

    private static MachineView.@Nullable PredictedView predicted(Prognosis prognosis) {
        var said = prognosis.prediction();
        return said == null
                ? null
                : new MachineView.PredictedView(said.model(), said.version(), FleetViews.life(prognosis), said.alarm());
    }
}
