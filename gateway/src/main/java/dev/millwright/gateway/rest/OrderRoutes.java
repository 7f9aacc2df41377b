package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.problem.ProblemKind;
import dev.millwright.gateway.rest.Forms.OrderForm;
import dev.millwright.gateway.rest.Forms.OrderPatchForm;
import dev.millwright.gateway.view.OrderView;
import dev.millwright.gateway.view.Page;
import dev.millwright.gateway.view.Views;
import dev.millwright.twin.OrderState;
import dev.millwright.twin.OrderStatus;
import dev.millwright.twin.TwinState;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Orders: taken, changed, cancelled. */
@Path("/api/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
@RunOnVirtualThread
final class OrderRoutes {

    private final Floor floor;

    @Inject
    OrderRoutes(Floor floor) {
        this.floor = floor;
    }

    @GET
    @Operation(operationId = "orders", summary = "All orders, or those with a status")
    public RestResponse<Page<OrderView>> orders(
            @RestQuery @Nullable OrderStatus status,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue(Answers.USUAL_LIMIT) int limit,
            UriInfo uri) {
        var state = floor.state();
        var views = Views.of(state);
        var orders = state.orders().values().stream()
                .filter(order -> status == null || order.status() == status)
                .map(views::order)
                .toList();
        return Answers.page(uri, orders, OrderView::id, cursor, limit);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "order", summary = "One order and how far it is")
    @APIResponse(responseCode = "304", description = "It is still as the ETag in If-None-Match says")
    public RestResponse<OrderView> order(@RestPath String id, Request request) {
        var state = WorkBook.withOrder(floor, id);
        var order = known(state, id);
        var view = Views.of(state).order(order);
        var tag = Answers.check(request, tag(order, view));
        return RestResponse.ResponseBuilder.ok(view).tag(tag).build();
    }

    @POST
    @Operation(
            operationId = "addOrder",
            summary = "Adds an order",
            description = "Sending the same order again changes nothing and is answered with 200.")
    @APIResponse(responseCode = "201", description = "The order is taken")
    @APIResponse(responseCode = "409", description = "Another order has this id")
    public RestResponse<OrderView> add(@Nullable OrderForm body, UriInfo uri) {
        var order = Orders.of(Flaws.body(body), floor.state().plant());
        var existing = WorkBook.withOrder(floor, order.id()).orders().get(order.id());
        if (existing != null && existing.order().equals(order)) {
            return answer(order.id());
        }
        if (existing != null) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "There is an order '%s' already, and it is another one.".formatted(order.id()),
                    "Use another id, or PATCH /api/v1/orders/%s.".formatted(order.id()));
        }
        Answers.value(floor.addOrder(order, Answers.by(null)));
        var added = answer(order.id());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, added.getEntity())
                .location(URI.create("/api/v1/orders/" + order.id()))
                .tag((EntityTag) added.getHeaders().getFirst(HttpHeaders.ETAG))
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            operationId = "changeOrder",
            summary = "Changes priority or due date",
            description = "With If-Match, only when nobody changed the order meanwhile; parts made since do not count.")
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "409", description = "The order is over")
    @APIResponse(responseCode = "412", description = "Somebody changed it meanwhile")
    public RestResponse<OrderView> change(
            @RestPath String id,
            @Nullable OrderPatchForm body,
            @Parameter(hidden = true) @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var form = Flaws.body(body);
        var order = known(WorkBook.withOrder(floor, id), id);
        requireVersion(ifMatch, version(order));
        int priority = form.priority() == null ? order.order().priority() : form.priority();
        new Flaws()
                .check(priority >= 1, "priority", "%d is below 1".formatted(priority))
                .check(
                        form.priority() != null || form.dueDate() != null,
                        "priority",
                        "or dueDate is needed: nothing would change")
                .end();
        var dueDate = form.dueDate() == null ? order.order().dueDate() : form.dueDate();
        Answers.value(floor.changeOrder(id, priority, dueDate, Answers.by(null)));
        return answer(id);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "cancelOrder", summary = "Cancels an order: what has not started never will")
    public RestResponse<OrderView> cancel(@RestPath String id) {
        if (known(WorkBook.withOrder(floor, id), id).status() != OrderStatus.CANCELLED) {
            Answers.value(floor.cancelOrder(id, Answers.by(null)));
        }
        return answer(id);
    }

    private static OrderState known(TwinState state, String id) {
        var order = state.orders().get(id);
        if (order == null) {
            throw ProblemException.notFound("order", id, "/api/v1/orders");
        }
        return order;
    }

    private RestResponse<OrderView> answer(String id) {
        var state = WorkBook.withOrder(floor, id);
        var order = known(state, id);
        var view = Views.of(state).order(order);
        return RestResponse.ResponseBuilder.ok(view).tag(tag(order, view)).build();
    }

    /** Changes with whatever the answer shows; before the dot stands the version that a change may ask for. */
    private static EntityTag tag(OrderState order, OrderView view) {
        return new EntityTag(version(order) + "." + Integer.toHexString(view.hashCode()));
    }

    /** Changes with what a person can change, and with the status; not with every part made. */
    private static String version(OrderState order) {
        return Integer.toHexString(
                31 * order.order().hashCode() + order.status().name().hashCode());
    }

    private static void requireVersion(@Nullable String ifMatch, String version) {
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.contains("\"" + version + ".")) {
            throw ProblemException.of(
                    ProblemKind.CHANGED_MEANWHILE,
                    "The order is not at the version %s any more that the request names.".formatted(ifMatch),
                    "Read it again, look at what changed, and send the request with the new ETag.");
        }
    }
}
