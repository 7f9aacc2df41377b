package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.view.AlarmView;
import dev.millwright.gateway.view.Clock;
import dev.millwright.gateway.view.LotView;
import dev.millwright.gateway.view.MachineView;
import dev.millwright.gateway.view.OrderView;
import dev.millwright.gateway.view.PlanView;
import dev.millwright.gateway.view.PlantView;
import dev.millwright.gateway.view.Views;
import dev.millwright.gateway.view.WishView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The plant as it was built and as it is. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plant")
@RunOnVirtualThread
final class PlantRoutes {

    private final Floor floor;

    @Inject
    PlantRoutes(Floor floor) {
        this.floor = floor;
    }

    /** What this service is, and where to go from here. */
    record ServiceView(String service, String version, String plant, Map<String, String> links) {}

    /** Everything the twin knows, at one time. */
    record StateView(
            Clock clock,
            List<MachineView> machines,
            List<OrderView> orders,
            List<LotView> lots,
            List<AlarmView> alarms,
            List<WishView> wishes,
            @Schema(nullable = true) @Nullable PlanView plan,

            @Schema(description = "SHA-256 of the state; equal states have equal hashes")
            String hash) {}

    @GET
    @Operation(operationId = "service", summary = "What this service is, and where to go from here")
    public ServiceView service() {
        var links = new TreeMap<String, String>();
        for (String name : List.of(
                "plant",
                "clock",
                "state",
                "machines",
                "kpis",
                "events",
                "orders",
                "lots",
                "schedule",
                "schedules",
                "maintenance",
                "alarms",
                "inspections")) {
            links.put(name, "/api/v1/" + name);
        }
        links.put("openapi", "/openapi");
        links.put("docs", "/docs");
        links.put("live", "/ws");
        links.put("health", "/health");
        links.put("metrics", "/metrics");
        return new ServiceView("Millwright", "v1", floor.state().plant().name(), links);
    }

    @GET
    @Path("/plant")
    @Operation(operationId = "plant", summary = "What stands where, what it can do and what it makes")
    public PlantView plant() {
        return PlantView.of(floor.state().plant());
    }

    @GET
    @Path("/clock")
    @Operation(operationId = "clock", summary = "The plant's clock beside the wall's")
    public Clock clock() {
        return Clocks.now(floor, floor.state().offset());
    }

    @GET
    @Path("/state")
    @Operation(
            operationId = "state",
            summary = "Everything the twin knows, now or at a time",
            description = "Carries an ETag of the journal's offset; ask with If-None-Match to hear only of changes.")
    public RestResponse<StateView> state(
            @RestQuery @Parameter(description = "as it was at this time of the plant") @Nullable Instant at,
            Request request) {
        var state = at == null ? floor.state() : floor.stateAt(at);
        var tag = Answers.check(request, new EntityTag(Long.toString(state.offset())));
        var clock = at == null ? Clocks.now(floor, state.offset()) : Clocks.then(floor, at, state.offset());
        var views = Views.of(state);
        return RestResponse.ResponseBuilder.ok(new StateView(
                        clock,
                        views.machines(),
                        views.orders(),
                        views.lots(),
                        views.alarms(),
                        views.wishes(),
                        views.plan(),
                        state.hash()))
                .tag(tag)
                .build();
    }
}
