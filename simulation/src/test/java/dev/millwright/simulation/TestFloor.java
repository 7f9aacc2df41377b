package dev.millwright.simulation;

import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Plant;
import dev.millwright.plant.WorkInstruction;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import dev.millwright.simulation.BoardPainter.Painted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A virtual plant with everything it said, and short words to drive it. */
final class TestFloor {

    static final Instant START = Instant.parse("2026-11-22T06:00:00Z");

    final List<Draft> said = new ArrayList<>();
    final List<CameraFrame> frames = new ArrayList<>();
    final List<List<String>> painted = new ArrayList<>();
    final VirtualPlant plant;
    private Instant now = START;

    TestFloor(Plant plant, long seed) {
        this.plant = new VirtualPlant(plant, seed, START, said::add, frames::add, (pictureSeed, defects) -> {
            painted.add(defects);
            return new Painted(new byte[] {1}, new byte[] {2});
        });
    }

    Instant now() {
        return now;
    }

    TestFloor pass(double seconds) {
        now = now.plus(Duration.ofNanos(Math.round(seconds * 1e9)));
        plant.advanceTo(now);
        return this;
    }

    void tell(EquipmentId machine, PackMlCommand command) {
        plant.command(machine, new MachineCommand.Control(command));
    }

    void work(EquipmentId machine, String lot, int sequence, int quantity) {
        work(machine, lot + ":" + sequence, quantity, 10, 0, false);
    }

    void work(EquipmentId machine, String operation, int quantity, double seconds, int setup, boolean inspects) {
        String lot = operation.substring(0, operation.indexOf(':'));
        plant.command(
                machine,
                new MachineCommand.Work(
                        new WorkInstruction(lot, operation, "bracket", "steel", quantity, seconds, setup, inspects)));
    }

    /** The states a machine has said, from a place in the list on. */
    List<PackMlState> states(EquipmentId machine) {
        return facts(machine, Fact.MachineStateChanged.class).stream()
                .map(Fact.MachineStateChanged::state)
                .toList();
    }

    <F extends Fact> List<F> facts(EquipmentId subject, Class<F> kind) {
        return said.stream()
                .filter(draft -> draft.subject().equals(subject))
                .map(Draft::fact)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Present state as a birth would say it. */
    PackMlState state(EquipmentId machine) {
        return plant.describe(machine).stream()
                .map(Draft::fact)
                .filter(Fact.MachineStateChanged.class::isInstance)
                .map(fact -> ((Fact.MachineStateChanged) fact).state())
                .findFirst()
                .orElseThrow();
    }

    void forget() {
        said.clear();
    }
}
