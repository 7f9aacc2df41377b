package dev.millwright.gateway.plans;

import dev.millwright.scheduling.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft at one moment.
 *
 * @param createdAt by the plant's clock
 * @param best the best schedule so far; null while there is none, and where none keeps every rule
 * @param conflicts why there is none, in words
 */
public record DraftSnapshot(
        String id,
        Subject subject,
        DraftState state,
        Instant createdAt,
        Duration limit,
        Duration elapsed,
        List<Found> incumbents,
        @Nullable Schedule best,
        boolean optimal,
        List<String> conflicts) {

    public DraftSnapshot {
        incumbents = List.copyOf(incumbents);
        conflicts = List.copyOf(conflicts);
    }
}
