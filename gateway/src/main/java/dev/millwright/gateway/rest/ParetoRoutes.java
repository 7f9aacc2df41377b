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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which defects are most. */
@Path("/api/v1/inspections/pareto")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quality")
@RunOnVirtualThread
final class ParetoRoutes {

    private final Floor floor;

    @Inject
    ParetoRoutes(Floor floor) {
        this.floor = floor;
    }

    /** Defects of one type or at one machine, with their running share of all. */
    record ParetoBarView(String name, long count, double share, double cumulative) {}

    /** Defects sorted by how many there are. */
    record ParetoView(String by, Instant from, Instant to, long inspected, long rejected, List<ParetoBarView> items) {}

    @GET
    @Operation(operationId = "pareto", summary = "Which defects, or which machines' defects, are most")
    public ParetoView pareto(
            @RestQuery @DefaultValue("type") @Parameter(description = "type or machine") String by,
            @RestQuery @Nullable Instant from,
            @RestQuery @Nullable Instant to) {
        new Flaws()
                .check(
                        by.equals("type") || by.equals("machine"),
                        "by",
                        "'%s' is neither type nor machine".formatted(by))
                .end();
        var window = Window.of(floor, from, to, Duration.ofDays(7));
        var told = Inspections.within(floor, window);
        var counts = new HashMap<String, Long>();
        for (var one : told) {
            one.fact()
                    .findings()
                    .forEach(finding -> counts.merge(
                            by.equals("type")
                                    ? finding.type()
                                    : one.event().subject().path(),
                            1L,
                            Long::sum));
        }
        return new ParetoView(
                by.toLowerCase(Locale.ROOT),
                window.from(),
                window.to(),
                told.size(),
                told.stream()
                        .filter(one -> one.fact().verdict() == Verdict.FAIL)
                        .count(),
                bars(counts));
    }

    private static List<ParetoBarView> bars(Map<String, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        var bars = new ArrayList<ParetoBarView>();
        long sum = 0;
        var sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        for (var entry : sorted) {
            sum += entry.getValue();
            bars.add(new ParetoBarView(
                    entry.getKey(), entry.getValue(), (double) entry.getValue() / all, (double) sum / all));
        }
        return bars;
    }
}
