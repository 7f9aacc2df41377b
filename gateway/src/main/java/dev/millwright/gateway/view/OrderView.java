package dev.millwright.gateway.view;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order and how far it is.
 *
 * @param done good parts through their whole route
 * @param progress share of the route's part steps that are done, from 0 to 1
 * @param late true when it ended, or is planned to end, after its due date
 */
public record OrderView(
        String id,
        String product,
        int quantity,
        int priority,
        @Schema(nullable = true) @Nullable Instant releaseDate,
        @Schema(nullable = true) @Nullable Instant dueDate,
        @Schema(nullable = true) @Nullable String customer,

        @Schema(enumeration = {"WAITING", "RUNNING", "DONE", "CANCELLED"})
        String status,

        int done,
        double progress,
        @Schema(nullable = true) @Nullable Instant estimatedCompletion,
        boolean late,
        List<String> lots) {}
