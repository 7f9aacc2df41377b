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
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Orders: taken, changed, cancelled. */
@Path("/api/v1/orders")
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
    public RestResponse<OrderView> order(@RestPath String id) {
        return answer(known(id));
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
        var existing = floor.state().orders().get(order.id());
        if (existing != null && existing.order().equals(order)) {
            return answer(existing);
        }
        if (existing != null) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "There is an order '%s' already, and it is another one.".formatted(order.id()),
                    "Use another id, or PATCH /api/v1/orders/%s.".formatted(order.id()));
        }
        Answers.value(floor.addOrder(order, Answers.by(null)));
        var added = known(order.id());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view(added))
                .location(URI.create("/api/v1/orders/" + order.id()))
                .tag(tag(added))
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            operationId = "changeOrder",
            summary = "Changes priority or due date",
            description = "With If-Match, only when nobody changed the order meanwhile.")
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "412", description = "Somebody changed it meanwhile")
    public RestResponse<OrderView> change(@RestPath String id, @Nullable OrderPatchForm body, Request request) {
        var form = Flaws.body(body);
        var order = known(id);
        Answers.check(request, tag(order));
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
        return answer(known(id));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "cancelOrder", summary = "Cancels an order: what has not started never will")
    public RestResponse<OrderView> cancel(@RestPath String id) {
        if (known(id).status() != OrderStatus.CANCELLED) {
            Answers.value(floor.cancelOrder(id, Answers.by(null)));
        }
        return answer(known(id));
    }

    private OrderState known(String id) {
        var order = floor.state().orders().get(id);
        if (order == null) {
            throw ProblemException.notFound("order", id, "/api/v1/orders");
        }
        return order;
    }

    private OrderView view(OrderState order) {
        return Views.of(floor.state()).order(order);
    }

    private RestResponse<OrderView> answer(OrderState order) {
        return RestResponse.ResponseBuilder.ok(view(order)).tag(tag(order)).build();
    }

    /** Changes with what a person can change, and with the status; not with every part made. */
    private static EntityTag tag(OrderState order) {
        return new EntityTag(Integer.toHexString(
                31 * order.order().hashCode() + order.status().name().hashCode()));
    }
}
