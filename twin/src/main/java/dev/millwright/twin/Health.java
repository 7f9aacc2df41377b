package dev.millwright.twin;

import dev.millwright.plant.HealthReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine's health from 0 (failed) to 1 (new), why, and since when it is known.
 *
 * @param since null before the first assessment
 */
public record Health(
        double value, List<HealthReason> reasons, @Nullable Instant since) {

    public static final Health UNKNOWN = new Health(1, List.of(), null);

    public Health {
        reasons = List.copyOf(reasons);
    }
}
