package dev.millwright.twin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A plan that was in force, in figures; the whole of it stands in the journal at its offset. */
public record PlanSummary(
        String id,
        String origin,
        Instant adoptedAt,
        int operations,
        int maintenance,
        int changes,
        long makespanSeconds,
        long tardinessSeconds,
        int tardyOrders,
        double solveMillis,
        double reactionMillis,
        @Nullable String reason,
        long offset) {}
