package dev.millwright.gateway.view;

import dev.millwright.plant.AlarmSeverity;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An alarm and where it stands in its life. */
public record AlarmView(
        String id,
        String machine,
        String code,
        AlarmSeverity severity,
        String message,

        @Schema(
                enumeration = {
                    "active-unacknowledged",
                    "active-acknowledged",
                    "cleared-unacknowledged",
                    "shelved",
                    "closed"
                })
        String state,

        Instant raisedAt,
        int count,
        @Schema(nullable = true) @Nullable String acknowledgedBy,
        @Schema(nullable = true) @Nullable Instant acknowledgedAt,
        @Schema(nullable = true) @Nullable Instant clearedAt,
        @Schema(nullable = true) @Nullable Instant shelvedUntil,
        @Schema(nullable = true) @Nullable String comment) {}
