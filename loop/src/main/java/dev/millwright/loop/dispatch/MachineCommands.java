package dev.millwright.loop.dispatch;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineCommand;

/** The way to the machines; a command to one that is not connected is lost, and the loop sends it again. */
@FunctionalInterface
public interface MachineCommands {

    void send(EquipmentId machine, MachineCommand command);
}
