package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.Series;
import dev.millwright.gateway.SeriesQuery;
import dev.millwright.gateway.StateStretch;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.plant.Signal;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How signals and states went over time. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "History")
@RunOnVirtualThread
final class HistoryRoutes {

    private static final int LEAST_POINTS = 2;
    private static final int MOST_POINTS = 5000;

    private final Floor floor;

    @Inject
    HistoryRoutes(Floor floor) {
        this.floor = floor;
    }

    /** A signal's history. */
    record SeriesView(String machine, String signal, String unit, double bucketSeconds, List<Series.Point> points) {}

    /** A machine's states, the oldest first. */
    record TimelineView(List<StateStretch> items) {}

    @GET
    @Path("/history/series")
    @Operation(
            operationId = "series",
            summary = "A signal's history in about so many points",
            description = "The last hour when no times are given. Buckets without readings are left out.")
    public SeriesView series(
            @RestQuery @Parameter(required = true) @Nullable String machine,
            @RestQuery @Parameter(required = true, example = "vibration") @Nullable String signal,
            @RestQuery @Nullable Instant from,
            @RestQuery @Nullable Instant to,
            @RestQuery @DefaultValue("400") int points) {
        var found = Equipment.machine(floor.state().plant(), "machine", machine);
        if (signal == null || signal.isBlank()) {
            throw ProblemException.invalid(
                    "signal",
                    "is missing; %s has %s"
                            .formatted(
                                    found.id(),
                                    found.signals().stream().map(Signal::name).toList()));
        }
        var known = found.signals().stream()
                .filter(one -> one.name().equals(signal))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("signal", String.valueOf(signal), "/api/v1/plant"));
        var window = Window.of(floor, from, to, Duration.ofHours(1));
        new Flaws()
                .check(
                        points >= LEAST_POINTS && points <= MOST_POINTS,
                        "points",
                        "%d is not from %d to %d".formatted(points, LEAST_POINTS, MOST_POINTS))
                .end();
        var series = floor.series(new SeriesQuery(found.id(), known.name(), window.from(), window.to(), points));
        return new SeriesView(found.id().path(), known.name(), known.unit(), series.bucketSeconds(), series.points());
    }

    @GET
    @Path("/machine-timeline")
    @Operation(
            operationId = "timeline",
            summary = "A machine's states over time",
            description = "The last eight hours when no times are given.")
    public TimelineView timeline(
            @RestQuery @Parameter(required = true) @Nullable String machine,
            @RestQuery @Nullable Instant from,
            @RestQuery @Nullable Instant to) {
        var found = Equipment.machine(floor.state().plant(), "machine", machine);
        var window = Window.of(floor, from, to, Duration.ofHours(8));
        return new TimelineView(floor.timeline(found.id(), window.from(), window.to()));
    }
}
