package dev.millwright.gateway.view;

import dev.millwright.plant.RiskLevel;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A wish for maintenance, and when the plan in force meets it. */
public record WishView(
        String id,
        String machine,
        int durationSeconds,
        Instant earliest,
        Instant latest,
        RiskLevel risk,

        @Schema(enumeration = {"OPEN", "PLANNED", "RUNNING", "DONE", "WITHDRAWN"})
        String status,

        @Schema(nullable = true) @Nullable Instant plannedStart,
        @Schema(nullable = true) @Nullable Instant plannedEnd,
        @Schema(nullable = true) @Nullable String reason) {}
