package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.view.FleetViews;
import dev.millwright.gateway.view.PredictionView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** How long one machine will last, and why. */
@Path("/api/v1/maintenance/{machine: .+}/prediction")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Maintenance")
@RunOnVirtualThread
final class PredictionRoutes {

    private final Floor floor;

    @Inject
    PredictionRoutes(Floor floor) {
        this.floor = floor;
    }

    @GET
    @Operation(
            operationId = "prediction",
            summary = "How long a machine will last: the model's answer, what moves it, and what others say")
    public PredictionView prediction(@RestPath @Parameter(example = "hall/smt/line-1/print/printer-1") String machine) {
        var state = floor.state();
        return FleetViews.prediction(state, Equipment.machine(state.plant(), machine), floor.models());
    }
}
