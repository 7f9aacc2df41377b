package dev.millwright.simulation;

import dev.millwright.plant.EquipmentId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a machine when a virtual plant resumes.
 *
 * @param wear from 0 (new) to 1 (worn out)
 * @param lot what it was running when it went dark, with {@code operation} and the parts done; {@code null} for nothing
 */
public record MachineMemory(
        EquipmentId machine,
        double wear,
        @Nullable String lot,
        @Nullable String operation,
        int processed) {

    public static MachineMemory idle(EquipmentId machine, double wear) {
        return new MachineMemory(machine, wear, null, null, 0);
    }
}
