package dev.millwright.plant;

import org.jspecify.annotations.Nullable;

/**
 * One step of one lot: what a machine is told to do.
 *
 * @param id the lot's id and the step's sequence number, such as {@code O-17.2:30}
 * @param quantity parts to process
 * @param repairs the capability that repairs what this step rejects, or {@code null}
 */
public record Operation(
        String id,
        int sequence,
        String name,
        String capability,
        String family,
        double secondsPerPart,
        int quantity,
        @Nullable String repairs) {

    /** Planned seconds on a machine, without setup. */
    public long secondsOn(Machine machine) {
        return Math.max(1, Math.round(secondsPerPart * quantity / machine.speedFactor()));
    }
}
