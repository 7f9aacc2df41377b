package dev.millwright.app;

import dev.millwright.loop.dispatch.MachineCommands;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineCommand;
import java.util.concurrent.atomic.AtomicReference;

/** The way to the machines before and after the host is up; what is said before is lost, and the loop says it again. */
final class Door implements MachineCommands {

    private final AtomicReference<MachineCommands> behind = new AtomicReference<>((_, _) -> {});

    void open(MachineCommands commands) {
        behind.set(commands);
    }

    @Override
    public void send(EquipmentId machine, MachineCommand command) {
        behind.get().send(machine, command);
    }
}
