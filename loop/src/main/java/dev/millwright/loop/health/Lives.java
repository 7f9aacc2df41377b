package dev.millwright.loop.health;

import dev.millwright.maintenance.drift.DriftMonitor;
import dev.millwright.maintenance.live.LifeAnswer;
import dev.millwright.maintenance.live.LifeVersion;
import dev.millwright.maintenance.live.LifeWatch;
import dev.millwright.maintenance.live.ModeVersion;
import dev.millwright.maintenance.live.TrainedModels;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.FailureMode;
import dev.millwright.plant.LifeUnknown;
import dev.millwright.plant.ModelErrors;
import dev.millwright.plant.Plant;
import dev.millwright.plant.Reading;
import dev.millwright.plant.ShadowLife;
import dev.millwright.plant.event.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every machine before the trained models of its class. Owned by one thread, as are the assessments it belongs to. */
final class Lives {

    /** A life that ended with a failure, and what it says of the models. */
    record Ended(Event failure, double age, List<ModelErrors> errors) {}

    private final Plant plant;
    private final Map<EquipmentId, LifeWatch> watches = new HashMap<>();
    private final Map<EquipmentId, Ended> ended = new HashMap<>();
    /** How far machines have moved away from training, by the version's title; for versions that say what they were trained on. */
    private final Map<String, DriftMonitor> drifts = new HashMap<>();

    private TrainedModels models;

    Lives(Plant plant, TrainedModels models) {
        this.plant = plant;
        this.models = models;
    }

    /** Begins to watch a machine, if there is a model for its class. */
    void watch(EquipmentId id, double time) {
        var versions = versions(id);
        if (!versions.isEmpty()) {
            var watch = new LifeWatch(plant.machine(id).orElseThrow(), time, true, listener(id));
            watch.ask(versions);
            watch.askMode(mode(id));
            watches.put(id, watch);
        }
    }

    /** Asks these models from now on; units under way are not forgotten. */
    void ask(TrainedModels now, double time) {
        models = now;
        for (var machine : plant.machines()) {
            var versions = versions(machine.id());
            var watch = watches.get(machine.id());
            if (watch != null) {
                watch.ask(versions);
                watch.askMode(mode(machine.id()));
            } else if (!versions.isEmpty()) {
                var late = new LifeWatch(machine, time, false, listener(machine.id()));
                late.ask(versions);
                late.askMode(mode(machine.id()));
                watches.put(machine.id(), late);
            }
        }
    }

    private LifeWatch.RowListener listener(EquipmentId id) {
        return (version, time, row) -> {
            var notes = version.model().notes();
            var reference = notes.reference();
            if (reference != null) {
                drifts.computeIfAbsent(version.title(), _ -> new DriftMonitor(notes.space(), reference))
                        .add(id.path(), time, row);
            }
        };
    }

    /** How far machines have moved away from a version's training; null where that is not known. */
    @Nullable
    ModelDrift drift(String title) {
        var monitor = drifts.get(title);
        return monitor == null ? null : new ModelDrift(monitor.fleet(), monitor.machines());
    }

    private List<LifeVersion> versions(EquipmentId id) {
        String name = plant.machine(id).orElseThrow().assetClass().lifeModel();
        return models.lives().getOrDefault(name, List.of());
    }

    private @Nullable ModeVersion mode(EquipmentId id) {
        return models.modes().get(plant.machine(id).orElseThrow().assetClass().failureModeModel());
    }

    void observe(EquipmentId id, Reading reading, double time, double running) {
        var watch = watches.get(id);
        if (watch != null) {
            watch.observe(reading.signal(), time, running, reading.value());
        }
    }

    /** A failure ends a life; what it says of the models waits until it is told. */
    void failed(EquipmentId id, Event failure, double time) {
        var watch = watches.get(id);
        if (watch != null) {
            double age = watch.age();
            var errors = watch.failed(time);
            if (!errors.isEmpty()) {
                ended.put(id, new Ended(failure, age, errors));
            }
        }
    }

    /** What an ended life says, once. */
    @Nullable
    Ended takeEnded(EquipmentId id) {
        return ended.remove(id);
    }

    void begin(EquipmentId id, double time) {
        var watch = watches.get(id);
        if (watch != null) {
            watch.begin(time);
            drifts.values().forEach(drift -> drift.forget(id.path()));
        }
    }

    /** @param silent signals of which nothing new is to be expected for now */
    LifeAnswer answer(EquipmentId id, double time, double running, List<String> silent) {
        var watch = watches.get(id);
        return watch == null ? new LifeAnswer.None() : watch.answer(time, running, silent);
    }

    List<dev.millwright.plant.LifeDriver> drivers(EquipmentId id) {
        var watch = watches.get(id);
        return watch == null ? List.of() : watch.drivers();
    }

    /** How a machine will most likely fail; null where no model says. */
    @Nullable
    FailureMode failureMode(EquipmentId id, double time) {
        var watch = watches.get(id);
        return watch == null ? null : watch.mode(time);
    }

    List<ShadowLife> shadows(EquipmentId id, double time) {
        var watch = watches.get(id);
        return watch == null ? List.of() : watch.shadows(time);
    }

    static LifeUnknown words(LifeAnswer.Unknown unknown) {
        return new LifeUnknown(
                unknown.by().name(), unknown.by().version(), Seconds.instant(unknown.since()), unknown.why());
    }
}
