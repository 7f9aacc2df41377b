package dev.millwright.app;

import dev.millwright.simulation.LotMemory;
import dev.millwright.simulation.MachineMemory;
import dev.millwright.simulation.VirtualPlant;
import dev.millwright.twin.LotState;
import dev.millwright.twin.OperationState;
import dev.millwright.twin.TwinState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the twin knows of the floor, for a virtual plant that starts anew: a real one would not have forgotten. */
record FloorMemory(List<LotMemory> lots, List<MachineMemory> machines) {

    static FloorMemory of(TwinState twin) {
        var lots = twin.lots().values().stream()
                .filter(lot -> !lot.done())
                .map(FloorMemory::lot)
                .toList();
        var machines = new ArrayList<MachineMemory>();
        for (var machine : twin.machines().values()) {
            double wear = Math.clamp(1 - machine.health().value(), 0, 0.95);
            var running = machine.operation();
            machines.add(
                    running == null
                            ? MachineMemory.idle(machine.id(), wear)
                            : new MachineMemory(
                                    machine.id(),
                                    wear,
                                    running.lot(),
                                    running.operation(),
                                    running.counts().processed()));
        }
        return new FloorMemory(lots, machines);
    }

    private static LotMemory lot(LotState lot) {
        return new LotMemory(
                lot.id(),
                lot.lot().product(),
                lot.location(),
                lot.operations().stream()
                        .filter(step -> step.status().isFinal())
                        .map(OperationState::id)
                        .collect(Collectors.toSet()),
                lot.operations().stream()
                        .filter(step ->
                                !step.status().isFinal() && step.counts().processed() > 0)
                        .collect(Collectors.toMap(
                                OperationState::id, step -> step.counts().processed())));
    }

    void resume(VirtualPlant virtual) {
        virtual.resume(lots, machines);
    }
}
