package dev.millwright.scheduling.problem;

import org.jspecify.annotations.Nullable;

/** A person's wish that an operation stays on a machine, at a start, or both. */
public record Pin(@Nullable String machineId, @Nullable Long start) {
    public Pin {
        Check.that(machineId != null || start != null, "Pin holds nothing", "Give a machine, a start, or no pin.");
    }
}
