package dev.millwright.gateway.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.millwright.plant.RiskLevel;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How long a machine will last, in one row.
 *
 * @param assetClass its equipment class, whose model answers
 * @param state whose answer stands: the model's, none though there is a model, or the health monitor's where there is none
 * @param action what to do
 * @param model which version answered
 * @param at when it did
 * @param alarm whether the model calls for somebody
 */
public record FleetRowView(
        String machine,
        String name,

        @JsonProperty("class") String assetClass,

        double health,

        @Schema(enumeration = {"predicted", "unknown", "monitored"})
        String state,

        @Schema(nullable = true) @Nullable LifeView life,
        List<RiskView> risks,
        @Schema(nullable = true) @Nullable RiskLevel risk,

        @Schema(
                nullable = true,
                enumeration = {"NONE", "WATCH", "PLAN", "NOW"})
        @Nullable
        String urgency,

        @Schema(nullable = true) @Nullable String action,
        List<String> reasons,
        @Schema(nullable = true) @Nullable ModelName model,
        @Schema(nullable = true) @Nullable Instant at,
        @Schema(nullable = true) @Nullable UnknownView unknown,
        boolean alarm) {

    /** Which version of which model. */
    public record ModelName(String name, String version) {}

    /**
     * A life left.
     *
     * @param low to {@code high} holds nine lives in ten
     * @param hoursPerUnit hours of running that one unit stands for
     * @param cap lives beyond it count as this long; null where there is no such bound
     * @param capped whether so long a life is expected, which is to say: that long or longer
     */
    public record LifeView(
            double expected,
            double low,
            double high,
            String unit,
            double hoursPerUnit,
            @Schema(nullable = true) @Nullable Double cap,
            boolean capped) {}

    /** How likely a failure is within so many hours of running. */
    public record RiskView(double hours, double probability, boolean atLeast) {}

    /** From when on a model does not answer, and why; null: it has not been asked since the plant was opened. */
    public record UnknownView(
            @Schema(nullable = true) @Nullable Instant since, String why) {}
}
