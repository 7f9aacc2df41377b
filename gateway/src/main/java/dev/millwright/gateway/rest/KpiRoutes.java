package dev.millwright.gateway.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.millwright.gateway.Floor;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.view.KpiViews;
import dev.millwright.gateway.view.KpisView;
import dev.millwright.plant.EquipmentId;
import dev.millwright.twin.Kpis;
import dev.millwright.twin.ShiftWindow;
import dev.millwright.twin.TwinState;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** ISO 22400 figures: summed first and divided once, for a machine, a line or the site. */
@Path("/api/v1/kpis")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Figures")
@RunOnVirtualThread
final class KpiRoutes {

    private static final Duration SHOWN_SHIFTS = Duration.ofDays(7);

    private final Floor floor;

    @Inject
    KpiRoutes(Floor floor) {
        this.floor = floor;
    }

    /** Figures, what they are about, and where the events behind them are. */
    record FiguresView(
            @JsonUnwrapped KpisView figures,
            String equipment,
            Instant from,
            Instant to,
            @Schema(nullable = true) @Nullable String shift,

            @Schema(description = "false when part of the time is known only roughly")
            boolean complete,

            @Schema(description = "the events behind the figures")
            String evidence) {}

    /** Figures of each shift, the latest first. */
    record ShiftsView(List<FiguresView> items) {}

    @GET
    @Operation(
            operationId = "kpis",
            summary = "ISO 22400 figures of a machine, a line or the site",
            description = "Of the shift that runs, when neither times nor a shift are named.")
    public FiguresView kpis(
            @RestQuery @Parameter(description = "site, line or machine; the site when left out") @Nullable
                    String equipment,
            @RestQuery @Nullable Instant from,
            @RestQuery @Nullable Instant to,
            @RestQuery @Parameter(description = "name of a shift: its latest run") @Nullable String shift) {
        var state = floor.state();
        var about = Equipment.any(state.plant(), equipment);
        if (from == null && to == null) {
            return figures(state, about, shift == null ? KpiViews.currentShift(state) : latest(state, shift));
        }
        var window = Window.of(floor, from, to, Duration.ofHours(8));
        var now = floor.clock().now();
        return figures(Kpis.of(state, about, window.from(), window.to(), now), null);
    }

    @GET
    @Path("/shifts")
    @Operation(operationId = "shiftKpis", summary = "Figures of each shift of the last seven days, the latest first")
    public ShiftsView shifts(@RestQuery @Nullable String equipment) {
        var state = floor.state();
        var about = Equipment.any(state.plant(), equipment);
        return new ShiftsView(shiftsOf(state).stream()
                .map(window -> figures(state, about, window))
                .toList());
    }

    private FiguresView figures(TwinState state, EquipmentId about, ShiftWindow window) {
        return figures(Kpis.of(state, about, window, state.time()), window.name());
    }

    private static FiguresView figures(Kpis kpis, @Nullable String shift) {
        String evidence = "/api/v1/events?subject=%s&from=%s&to=%s".formatted(kpis.subject(), kpis.from(), kpis.to());
        var types = kpis.evidence("oee").types().stream().sorted().toList();
        return new FiguresView(
                KpiViews.of(kpis),
                kpis.subject().path(),
                kpis.from(),
                kpis.to(),
                shift,
                kpis.complete(),
                evidence + "&type=" + String.join("&type=", types));
    }

    private static ShiftWindow latest(TwinState state, String shift) {
        return shiftsOf(state).stream()
                .filter(window -> window.name().equals(shift))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("shift", shift, "/api/v1/plant"));
    }

    private static List<ShiftWindow> shiftsOf(TwinState state) {
        var end = state.time();
        return state.index().calendar().between(end.minus(SHOWN_SHIFTS), end).stream()
                .filter(ShiftWindow::planned)
                .filter(window -> !window.from().isAfter(end))
                .toList()
                .reversed();
    }
}
