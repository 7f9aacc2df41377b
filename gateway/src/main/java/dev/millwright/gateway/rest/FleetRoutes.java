package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.view.FleetRowView;
import dev.millwright.gateway.view.FleetViews;
import dev.millwright.gateway.view.Page;
import dev.millwright.plant.RiskLevel;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Which machine fails first. */
@Path("/api/v1/maintenance/fleet")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Maintenance")
@RunOnVirtualThread
final class FleetRoutes {

    private final Floor floor;

    @Inject
    FleetRoutes(Floor floor) {
        this.floor = floor;
    }

    @GET
    @Operation(operationId = "fleet", summary = "How long every machine will last, the highest risk first")
    public RestResponse<Page<FleetRowView>> fleet(
            @RestQuery("class") @Parameter(example = "feed-pump") @Nullable String assetClass,
            @RestQuery @Nullable RiskLevel risk,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue(Answers.USUAL_LIMIT) int limit,
            UriInfo uri) {
        var rows = FleetViews.fleet(floor.state(), floor.models()).stream()
                .filter(row -> assetClass == null || row.assetClass().equals(assetClass))
                .filter(row -> risk == null || row.risk() == risk)
                .toList();
        return Answers.page(uri, rows, FleetRowView::machine, cursor, limit);
    }
}
