package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.Series;
import dev.millwright.gateway.SeriesQuery;
import dev.millwright.gateway.SignalBand;
import dev.millwright.plant.Machine;
import dev.millwright.plant.Signal;
import dev.millwright.twin.MachineState;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A machine's signals against where they stood while it was well. */
@Path("/api/v1/maintenance/{machine: .+}/signals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Maintenance")
@RunOnVirtualThread
final class BandRoutes {

    private static final int LEAST_POINTS = 2;
    private static final int MOST_POINTS = 1_000;
    private static final double DEVIATIONS = 3;

    private final Floor floor;

    @Inject
    BandRoutes(Floor floor) {
        this.floor = floor;
    }

    /** Where a signal stood while the machine was well: the median, and three deviations to either side. */
    record BandView(double level, double low, double high) {}

    /** A signal over time; no value where it was never heard, no baseline until one is learned. */
    record SignalHistoryView(
            String signal,
            String unit,
            @Schema(nullable = true) @Nullable BandView baseline,
            @Schema(nullable = true) @Nullable Double limitLow,
            @Schema(nullable = true) @Nullable Double limitHigh,
            @Schema(nullable = true) @Nullable Double value,
            @Schema(nullable = true) @Nullable Instant time,
            boolean stale,
            double bucketSeconds,
            List<Series.Point> points) {}

    @GET
    @Operation(
            operationId = "signalBands",
            summary = "A machine's signals over time, with the bands in which they were while it was well",
            description = "The last day when no times are given.")
    public List<SignalHistoryView> signals(
            @RestPath @Parameter(example = "hall/smt/line-1/print/printer-1") String machine,
            @RestQuery @Nullable Instant from,
            @RestQuery @Nullable Instant to,
            @RestQuery @DefaultValue("200") int points) {
        var state = floor.state();
        var found = Equipment.machine(state.plant(), machine);
        var window = Window.of(floor, from, to, Duration.ofDays(1));
        new Flaws()
                .check(
                        points >= LEAST_POINTS && points <= MOST_POINTS,
                        "points",
                        "%d is not from %d to %d".formatted(points, LEAST_POINTS, MOST_POINTS))
                .end();
        var bands = floor.bands(found.id());
        var known = Objects.requireNonNull(state.machines().get(found.id()));
        return found.signals().stream()
                .map(signal -> view(found, signal, known, bands, window, points))
                .toList();
    }

    private SignalHistoryView view(
            Machine machine, Signal signal, MachineState state, List<SignalBand> bands, Window window, int points) {
        var heard = state.signals().get(signal.name());
        var series = floor.series(new SeriesQuery(machine.id(), signal.name(), window.from(), window.to(), points));
        return new SignalHistoryView(
                signal.name(),
                signal.unit(),
                bands.stream()
                        .filter(band -> band.signal().equals(signal.name()))
                        .findFirst()
                        .map(band -> new BandView(
                                band.level(),
                                band.level() - DEVIATIONS * band.deviation(),
                                band.level() + DEVIATIONS * band.deviation()))
                        .orElse(null),
                signal.low(),
                signal.high(),
                heard == null || !Double.isFinite(heard.reading().value())
                        ? null
                        : (Double) heard.reading().value(),
                heard == null ? null : heard.reading().sourceTime(),
                heard != null && heard.stale(),
                series.bucketSeconds(),
                series.points());
    }
}
