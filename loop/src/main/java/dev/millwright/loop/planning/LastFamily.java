package dev.millwright.loop.planning;

import dev.millwright.plant.EquipmentId;
import dev.millwright.twin.OperationState;
import dev.millwright.twin.TwinState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a machine is set up for: the family of the operation it took up last. */
public final class LastFamily {

    private LastFamily() {}

    /** The setup family, or {@code null} for a machine that has not worked yet. */
    public static @Nullable String of(TwinState twin, EquipmentId machine) {
        OperationState last = null;
        for (var lot : twin.lots().values()) {
            for (var step : lot.operations()) {
                if (machine.equals(step.machine()) && step.started() != null && after(step.started(), last)) {
                    last = step;
                }
            }
        }
        return last == null ? null : last.operation().family();
    }

    private static boolean after(Instant started, @Nullable OperationState last) {
        return last == null || last.started() == null || started.isAfter(last.started());
    }
}
