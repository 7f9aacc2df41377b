package dev.millwright.twin;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.PackMlCommand;
import java.util.Arrays;
import java.util.Optional;

/** Why a machine cannot take a command now. */
final class Refusals {

    private Refusals() {}

    static Optional<String> of(TwinState state, EquipmentId id, PackMlCommand command) {
        var machine = state.machines().get(id);
        if (machine == null) {
            return Optional.of("%s is no machine of this plant.\nKnown machines: %s."
                    .formatted(id, state.machines().keySet()));
        }
        if (!machine.connected()) {
            return Optional.of("%s is not connected.\nCommand it again when it is back.".formatted(id));
        }
        if (machine.state().after(command) == null) {
            var legal = Arrays.stream(PackMlCommand.values())
                    .filter(other -> machine.state().after(other) != null)
                    .toList();
            return Optional.of("%s is %s: PackML does not allow %s there.\nIt takes %s now."
                    .formatted(id, machine.state(), command, legal));
        }
        return Optional.empty();
    }
}
