package dev.millwright.gateway.view;

import dev.millwright.loop.health.ModelDrift;
import dev.millwright.maintenance.drift.DriftReport;
import dev.millwright.maintenance.drift.SignalDrift;
import dev.millwright.plant.Stability;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far machines have moved away from what a model was trained on.
 *
 * @param stability of all machines together, by the signal that moved most
 * @param rows how many were looked at
 * @param signals of all machines together, the farthest first; none while there are too few rows
 * @param machines each machine, the farthest first
 */
public record DriftView(
        Stability stability, long rows, List<SignalDriftView> signals, List<MachineDriftView> machines) {

    /**
     * How far a signal has moved.
     *
     * @param psi population stability index: below 0.1 stable, above 0.25 large
     * @param ks Kolmogorov-Smirnov distance, from 0 to 1
     * @param since when it was first seen and has been ever since; null while it is stable, and for all machines together
     */
    public record SignalDriftView(
            String signal,
            double psi,
            double ks,
            double pValue,
            Stability stability,
            @Schema(nullable = true) @Nullable Instant since) {}

    /** One machine, since when it drifts, and the signals that do. */
    public record MachineDriftView(
            String machine,
            long rows,
            Stability stability,
            @Schema(nullable = true) @Nullable Instant since,
            List<SignalDriftView> signals) {}

    /** A report for the wire. */
    public static DriftView of(ModelDrift drift) {
        return new DriftView(
                drift.fleet().stability(),
                drift.fleet().rows(),
                signals(drift.fleet()),
                drift.machines().stream().map(DriftView::machine).toList());
    }

    private static MachineDriftView machine(DriftReport report) {
        var drifting = signals(report).stream()
                .filter(signal -> signal.stability() != Stability.STABLE)
                .toList();
        return new MachineDriftView(
                report.machine(),
                report.rows(),
                report.stability(),
                drifting.stream()
                        .map(SignalDriftView::since)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null),
                drifting);
    }

    private static List<SignalDriftView> signals(DriftReport report) {
        return report.signals().stream().map(DriftView::signal).toList();
    }

    private static SignalDriftView signal(SignalDrift drift) {
        Double since = drift.since();
        return new SignalDriftView(
                drift.signal(),
                drift.psi(),
                drift.ks(),
                drift.pValue(),
                drift.stability(),
                since == null ? null : Instant.ofEpochMilli(Math.round(since * 1000)));
    }
}
