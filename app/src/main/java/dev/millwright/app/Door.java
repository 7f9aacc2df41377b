package dev.millwright.app;

import dev.millwright.loop.dispatch.MachineCommands;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineCommand;

/** The way to the machines before and after the host is up; what is said before is lost, and the loop says it again. */
final class Door implements MachineCommands {

    private volatile MachineCommands behind = (_, _) -> {};

    void open(MachineCommands commands) {
        behind = commands;
    }

    @Override
    public void send(EquipmentId machine, MachineCommand command) {
        behind.send(machine, command);
    }
}
