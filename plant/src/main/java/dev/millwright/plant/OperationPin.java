package dev.millwright.plant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A planner's word on where or when an operation is to run; whatever it leaves open is the scheduler's choice.
 *
 * @param machine the only machine it may run on; null: any that can do it
 * @param start when it is to start; null: any time
 */
public record OperationPin(
        @Nullable EquipmentId machine, @Nullable Instant start) {

    public OperationPin {
        if (machine == null && start == null) {
            throw new IllegalArgumentException("A pin holds neither machine nor start.\nGive one of them, or unpin.");
        }
    }
}
