package dev.millwright.gateway.view;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far an order has come, and whether it will be in time.
 *
 * @param percent share of its part steps that are done
 * @param expectedEnd by the plan in force, or when it ended
 * @param cause what its latest lot waits for most; null when it is not late or nothing is known
 */
public record OrderProgressView(
        String order,
        int operations,
        int done,
        int running,
        double percent,
        @Schema(nullable = true) @Nullable Instant expectedEnd,
        @Schema(nullable = true) @Nullable Instant due,
        boolean late,
        @Schema(nullable = true) @Nullable String cause,
        List<LotProgressView> lots) {

    /** The same of one lot; current is the operation that runs, or the next to. */
    public record LotProgressView(
            String lot,
            int operations,
            int done,
            int running,
            double percent,
            @Schema(nullable = true) @Nullable Instant expectedEnd,
            @Schema(nullable = true) @Nullable String current,
            @Schema(nullable = true) @Nullable String hold) {}
}
