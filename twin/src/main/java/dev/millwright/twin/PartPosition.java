package dev.millwright.twin;

import dev.millwright.plant.EquipmentId;
import org.jspecify.annotations.Nullable;

/**
 * Where a part is.
 *
 * @param serial such as {@code O-17.2/5}
 * @param operation the step it is in, or waits for; {@code null} when it has been through all
 */
public record PartPosition(
        String serial,
        @Nullable EquipmentId location,
        @Nullable String operation,
        Progress progress) {

    /** What a part does at its step. */
    public enum Progress {
        WAITING,
        IN_PROCESS,
        PROCESSED,
        FINISHED
    }
}
