package dev.millwright.gateway.view;

import dev.millwright.gateway.view.FleetRowView.LifeView;
import dev.millwright.plant.CostCurve;
import dev.millwright.plant.FailureMode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of how long one machine will last.
 *
 * @param drivers what moves the expected life, the weightiest first
 * @param shadows what other versions say
 * @param baseline what the health monitor says without a model
 * @param decision when to maintain it; null where no model answers
 * @param mode how it will most likely fail; null where no model says
 * @param age how long the machine has run, in the life's unit
 * @param rows how many rows of its life the model has seen
 */
public record PredictionView(
        FleetRowView row,
        List<DriverView> drivers,
        List<ShadowView> shadows,
        @Schema(nullable = true) @Nullable BaselineView baseline,
        @Schema(nullable = true) @Nullable DecisionView decision,
        @Schema(nullable = true) @Nullable FailureMode mode,
        @Schema(nullable = true) @Nullable Double age,
        @Schema(nullable = true) @Nullable Long rows,
        @Schema(nullable = true) @Nullable Long lateReadings,
        List<AlarmView> alarms,
        List<WishView> wishes) {

    /** What one signal does to the life: {@code share} of the life's unit, by its value against what is usual. */
    public record DriverView(
            String signal,
            double share,
            @Schema(nullable = true) @Nullable Double value,
            @Schema(nullable = true) @Nullable Double baseline,
            String unit,
            double deviation,
            String words) {}

    /**
     * When to maintain it by what that is expected to cost.
     *
     * @param best the cheapest time to begin, or when to look again where nothing is to be done; from {@code earliest} to
     *     {@code latest} it costs hardly more
     * @param expectedCost of the best there is to do, {@code costNow} of beginning as soon as crew and parts are there
     * @param currency stands beside amounts; empty where the plant file names none
     * @param curve what other times cost more, a straight line between its points
     */
    public record DecisionView(
            String action,

            @Schema(enumeration = {"NONE", "WATCH", "PLAN", "NOW"})
            String urgency,

            Instant best,
            Instant earliest,
            Instant latest,
            double expectedCost,
            double costNow,
            String currency,
            List<CostCurve.Point> curve,
            List<String> reasons) {}

    /** What a version in shadow says. */
    public record ShadowView(String version, LifeView life) {}

    /** What the health monitor says. */
    public record BaselineView(
            LifeView life, String basis, double failureProbability, double horizonHours, List<String> reasons) {}
}
