package dev.millwright.simulation;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Lot;
import dev.millwright.plant.Machine;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.Operation;
import dev.millwright.plant.Plant;
import dev.millwright.plant.WorkInstruction;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The simplest loop that runs a whole order book: each machine takes the first lot in line that it can work on. */
final class FirstComeDispatcher {

    /** How far a lot has come. */
    private static final class Progress {
        final Lot lot;
        final Instant release;
        final Deque<Operation> open;
        int processed;
        boolean busy;

        Progress(Lot lot, Instant release) {
            this.lot = lot;
            this.release = release;
            this.open = new ArrayDeque<>(lot.operations());
        }
    }

    private final Plant plant;
    private final VirtualPlant floor;
    private final Map<String, Progress> lots = new LinkedHashMap<>();
    private final Set<EquipmentId> busyMachines = new HashSet<>();
    private final Map<EquipmentId, String> families = new HashMap<>();

    FirstComeDispatcher(Plant plant, VirtualPlant floor, Instant start) {
        this.plant = plant;
        this.floor = floor;
        for (var entry : plant.orderBook()) {
            var order = entry.at(start);
            var release = order.releaseDate() == null ? start : order.releaseDate();
            for (var lot : Lot.of(order, plant.product(entry.product()).orElseThrow())) {
                lots.put(lot.id(), new Progress(lot, release));
            }
        }
    }

    boolean done() {
        return lots.values().stream().allMatch(progress -> progress.open.isEmpty());
    }

    void heard(Draft draft) {
        switch (draft.fact()) {
            case Fact.OperationCompleted done -> {
                var progress = progress(done.lot());
                progress.open.removeFirst();
                progress.processed = 0;
                progress.busy = false;
                busyMachines.remove(draft.subject());
            }
            case Fact.OperationInterrupted stopped -> {
                var progress = progress(stopped.lot());
                progress.processed += stopped.processed();
                progress.busy = false;
                busyMachines.remove(draft.subject());
            }
            default -> {}
        }
    }

    void dispatch(Instant now) {
        for (var machine : plant.machines()) {
            if (!busyMachines.contains(machine.id())) {
                lots.values().stream()
                        .filter(progress -> !progress.busy && !progress.open.isEmpty())
                        .filter(progress -> !progress.release.isAfter(now))
                        .filter(progress -> machine.can(progress.open.getFirst().capability()))
                        .findFirst()
                        .ifPresent(progress -> send(progress, machine));
            }
        }
    }

    private void send(Progress progress, Machine machine) {
        var operation = progress.open.getFirst();
        progress.busy = true;
        busyMachines.add(machine.id());
        String before = families.put(machine.id(), operation.family());
        int setup = before == null ? 0 : plant.setupSeconds(operation.capability(), before, operation.family());
        floor.command(
                machine.id(),
                new MachineCommand.Work(new WorkInstruction(
                        progress.lot.id(),
                        operation.id(),
                        progress.lot.product(),
                        operation.family(),
                        operation.quantity() - progress.processed,
                        operation.secondsPerPart() / machine.speedFactor(),
                        setup,
                        operation.repairs() != null)));
    }

    private Progress progress(String lot) {
        return Objects.requireNonNull(lots.get(lot), lot);
    }
}
