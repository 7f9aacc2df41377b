package dev.millwright.gateway.view;

import dev.millwright.plant.MachineMode;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Quality;
import dev.millwright.plant.RiskLevel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A machine as the twin sees it now.
 *
 * @param line the line it stands on, or the site
 * @param lifeUnknown why no trained model says how long it will last; null where one does, or none should
 * @param staleSince since when its connection is gone and nothing here is news; null while it is up
 */
public record MachineView(
        String id,
        String name,
        String line,
        boolean connected,
        @Schema(nullable = true) @Nullable Instant staleSince,
        PackMlState state,
        @Schema(nullable = true) @Nullable String cause,
        Instant stateSince,
        MachineMode mode,
        List<SignalView> signals,
        @Schema(nullable = true) @Nullable RunningView operation,
        CountersView counters,
        HealthView health,
        @Schema(nullable = true) @Nullable PrognosisView prognosis,
        @Schema(nullable = true) FleetRowView.@Nullable UnknownView lifeUnknown,
        KpisView kpis,
        @Schema(nullable = true) @Nullable Instant lastMaintenance) {

    /** The latest reading of a signal; no value where the source had none. */
    public record SignalView(
            String name,
            @Schema(nullable = true) @Nullable Double value,
            String unit,
            Instant time,
            Quality quality,
            boolean stale) {}

    /** What the machine works on; progress from 0 to 1. */
    public record RunningView(
            String lot,
            String operation,
            String name,
            Instant startedAt,
            int good,
            int scrap,
            int rework,
            int quantity,
            double progress) {}

    /** Parts and defects so far. */
    public record CountersView(long good, long scrap, long rework, Map<String, Long> defects) {}

    /** Health from 0 (failed) to 1 (new), with its reasons. */
    public record HealthView(double value, List<ReasonView> reasons) {}

    /** One reason for a machine's health. */
    public record ReasonView(String factor, double loss, String words) {}

    /** How long the machine will last. */
    public record PrognosisView(
            double remainingLifeHours,
            double low,
            double high,
            double failureProbability,
            double horizonHours,
            RiskLevel risk,
            String basis,
            String recommendedAction,
            double downtimeHours,
            List<String> drivers,
            List<FleetRowView.RiskView> risks,
            @Schema(nullable = true) @Nullable PredictedView prediction) {}

    /** What a trained model says of it, in its own unit; its drivers are the prognosis's. */
    public record PredictedView(String model, String version, FleetRowView.LifeView life, boolean alarm) {}
}
