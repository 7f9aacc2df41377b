package dev.millwright.twin;

import dev.millwright.plant.MachineMode;
import dev.millwright.plant.PackMlState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a machine's timeline.
 *
 * @param to {@code null} for the stretch that still lasts
 * @param element the ISO 22400 time element it counts as inside planned time
 * @param jump true when PackML knows no way to this state from the one before: a report in between is missing, or the
 *     machine does as it likes; it is kept as observed
 */
public record StateInterval(
        Instant from,
        @Nullable Instant to,
        PackMlState state,
        MachineMode mode,
        @Nullable String cause,
        @Nullable String lot,
        @Nullable String operation,
        @Nullable String maintenance,
        TimeElement element,
        boolean jump) {}
