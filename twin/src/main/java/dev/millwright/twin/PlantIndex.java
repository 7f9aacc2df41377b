package dev.millwright.twin;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Machine;
import dev.millwright.plant.Plant;
import dev.millwright.plant.Signal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A plant with its shifts laid out and its machines and signals found by name; made once, shared by all states. */
public final class PlantIndex {

    private final Plant plant;
    private final ShiftCalendar calendar;
    private final Map<EquipmentId, Machine> machines = new HashMap<>();
    private final Map<EquipmentId, Map<String, Signal>> signals = new HashMap<>();

    public PlantIndex(Plant plant) {
        this.plant = plant;
        calendar = new ShiftCalendar(plant);
        for (var machine : plant.machines()) {
            machines.put(machine.id(), machine);
            var byName = new TreeMap<String, Signal>();
            machine.signals().forEach(signal -> byName.put(signal.name(), signal));
            signals.put(machine.id(), Map.copyOf(byName));
        }
    }

    public Plant plant() {
        return plant;
    }

    public ShiftCalendar calendar() {
        return calendar;
    }

    public @Nullable Machine machine(EquipmentId id) {
        return machines.get(id);
    }

    public @Nullable Signal signal(EquipmentId machine, String name) {
        var byName = signals.get(machine);
        return byName == null ? null : byName.get(name);
    }
}
