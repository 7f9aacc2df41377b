package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.plant.Finding;
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
import java.util.Set;
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

    private static final Set<String> BY = Set.of("type", "machine", "line");

    private final Floor floor;

    @Inject
    ParetoRoutes(Floor floor) {
        this.floor = floor;
    }

    /** Defects of one type, or at one machine or line, with their running share of all. */
    record ParetoBarView(String name, long count, double share, double cumulative) {}

    /** Defects sorted by how many there are. */
    record ParetoView(String by, Instant from, Instant to, long inspected, long rejected, List<ParetoBarView> items) {}

    @GET
    @Operation(operationId = "pareto", summary = "Which defects, or which machines' or lines' defects, are most")
    public ParetoView pareto(
            @RestQuery @DefaultValue("type") @Parameter(description = "type, machine or line") String by,
            @RestQuery @Nullable @Parameter(description = "site, area, line, cell or machine; all where it is missing")
                    String within,
            @RestQuery @Nullable Instant from,
            @RestQuery @Nullable Instant to) {
        new Flaws()
                .check(BY.contains(by), "by", "'%s' is neither type nor machine nor line".formatted(by))
                .end();
        var window = Window.of(floor, from, to, Duration.ofDays(7));
        var told = Inspections.within(floor, window, within);
        var counts = new HashMap<String, Long>();
        for (var one : told) {
            one.fact().findings().forEach(finding -> counts.merge(name(by, one, finding), 1L, Long::sum));
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

    private String name(String by, Inspections.Told told, Finding finding) {
        var machine = told.event().subject();
        return switch (by) {
            case "type" -> finding.type();
            case "line" ->
                floor.state().plant().lines().stream()
                        .filter(line -> line.id().contains(machine))
                        .map(line -> line.id().path())
                        .findFirst()
                        .orElse(machine.path());
            default -> machine.path();
        };
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
