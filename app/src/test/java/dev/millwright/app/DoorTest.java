package dev.millwright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.PlantFixtures;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class DoorTest {

    @Test
    void whatIsSaidBeforeItOpensIsLostAndTheRestArrivesInOrder() {
        var heard = new ArrayList<String>();
        var door = new Door();
        door.send(PlantFixtures.DRILL, new MachineCommand.Control(PackMlCommand.HOLD));
        door.open((machine, command) -> heard.add(machine.name() + " " + command));
        door.send(PlantFixtures.DRILL, new MachineCommand.Control(PackMlCommand.START));
        door.send(PlantFixtures.PRESS_1, new MachineCommand.Drop("O-1"));
        assertThat(heard).containsExactly("drill Control[command=START]", "press-1 Drop[operation=O-1]");
    }
}
