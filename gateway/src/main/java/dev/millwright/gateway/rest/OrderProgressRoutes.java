package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.view.OrderProgress;
import dev.millwright.gateway.view.OrderProgressView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** How far an order is. */
@Path("/api/v1/orders/{id}/progress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
@RunOnVirtualThread
final class OrderProgressRoutes {

    private final Floor floor;

    @Inject
    OrderProgressRoutes(Floor floor) {
        this.floor = floor;
    }

    @GET
    @Operation(operationId = "orderProgress", summary = "How far an order has come, and whether it will be in time")
    @APIResponse(responseCode = "200", description = "The order and its lots")
    @APIResponse(responseCode = "404", description = "There is no such order")
    public OrderProgressView progress(@RestPath String id) {
        var state = WorkBook.withOrder(floor, id);
        var order = state.orders().get(id);
        if (order == null) {
            throw ProblemException.notFound("order", id, "/api/v1/orders");
        }
        return OrderProgress.of(state, order);
    }
}
