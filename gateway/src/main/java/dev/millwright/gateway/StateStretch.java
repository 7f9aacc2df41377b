package dev.millwright.gateway;

import dev.millwright.plant.MachineMode;
import dev.millwright.plant.PackMlState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A machine's state from one time to another. */
public record StateStretch(
        Instant from,
        Instant to,
        PackMlState state,
        MachineMode mode,
        @Nullable String cause) {}
