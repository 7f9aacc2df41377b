package dev.millwright.gateway.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The ISO 22400 figures of a piece of equipment; null where one is not defined yet. */
public record KpisView(
        @Schema(nullable = true) @Nullable Double availability,
        @Schema(nullable = true) @Nullable Double effectiveness,
        @Schema(nullable = true) @Nullable Double qualityRatio,
        @Schema(nullable = true) @Nullable Double oee,
        @Schema(nullable = true) @Nullable Double nee,
        @Schema(nullable = true) @Nullable Double utilization,
        @Schema(nullable = true) @Nullable Double fpy,
        @Schema(nullable = true) @Nullable Double scrapRatio,
        @Schema(nullable = true) @Nullable Double reworkRatio,
        @Schema(nullable = true) @Nullable Double mtbfHours,
        @Schema(nullable = true) @Nullable Double mttrHours,
        double pbtHours,
        double aptHours,
        double downHours,
        double setupHours,
        long produced,
        long good) {}
