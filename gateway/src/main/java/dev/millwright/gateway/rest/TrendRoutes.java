package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.plant.Verdict;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whether defects grow. */
@Path("/api/v1/dashboard/charts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quality")
@RunOnVirtualThread
final class TrendRoutes {

    private static final int MOST_BUCKETS = 1000;

    private final Floor floor;

    @Inject
    TrendRoutes(Floor floor) {
        this.floor = floor;
    }

    /** Inspections in one stretch of time. */
    record TrendPointView(Instant time, long inspected, long rejected, double rate, Map<String, Long> defects) {}

    /** Defects over time; stretches without an inspection are left out. */
    record TrendView(long bucketSeconds, List<TrendPointView> points) {}

    @GET
    @Path("/defect-trend")
    @Operation(operationId = "defectTrend", summary = "Defects over time")
    public TrendView trend(
            @RestQuery @DefaultValue("3600") @Parameter(description = "length of a stretch in seconds") long bucket,
            @RestQuery @Nullable @Parameter(description = "site, area, line, cell or machine; all where it is missing")
                    String within,
            @RestQuery @Nullable Instant from,
            @RestQuery @Nullable Instant to) {
        var window = Window.of(floor, from, to, Duration.ofDays(1));
        new Flaws()
                .check(
                        bucket >= 1 && window.length().toSeconds() / bucket <= MOST_BUCKETS,
                        "bucket",
                        "%d s make more than %d points, or none".formatted(bucket, MOST_BUCKETS))
                .end();
        var buckets = new TreeMap<Instant, List<Inspections.Told>>();
        for (var one : Inspections.within(floor, window, within)) {
            long start = Math.floorDiv(one.event().time().getEpochSecond(), bucket) * bucket;
            buckets.computeIfAbsent(Instant.ofEpochSecond(start), time -> new ArrayList<>())
                    .add(one);
        }
        return new TrendView(
                bucket,
                buckets.entrySet().stream()
                        .map(entry -> point(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static TrendPointView point(Instant time, List<Inspections.Told> told) {
        var defects = new TreeMap<String, Long>();
        told.forEach(one -> one.fact().findings().forEach(finding -> defects.merge(finding.type(), 1L, Long::sum)));
        long rejected = told.stream()
                .filter(one -> one.fact().verdict() == Verdict.FAIL)
                .count();
        return new TrendPointView(time, told.size(), rejected, (double) rejected / told.size(), defects);
    }
}
