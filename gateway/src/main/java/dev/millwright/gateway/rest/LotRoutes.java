package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.view.LotView;
import dev.millwright.gateway.view.Page;
import dev.millwright.gateway.view.Views;
import dev.millwright.twin.LotState;
import dev.millwright.twin.OperationState;
import dev.millwright.twin.OperationStatus;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Lots: where the parts are and how far along. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
@RunOnVirtualThread
final class LotRoutes {

    private final Floor floor;

    @Inject
    LotRoutes(Floor floor) {
        this.floor = floor;
    }

    /** How far an order, or one lot, has come. */
    record ProgressView(
            String id,
            int operations,
            int done,
            int running,
            int waiting,
            int cancelled,
            double progress,
            @Schema(nullable = true) @Nullable Instant estimatedCompletion,
            boolean late) {}

    @GET
    @Path("/lots")
    @Operation(operationId = "lots", summary = "All lots, or those of an order")
    public RestResponse<Page<LotView>> lots(
            @RestQuery @Nullable String order,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue(Answers.USUAL_LIMIT) int limit,
            UriInfo uri) {
        var state = floor.state();
        var views = Views.of(state);
        var lots = state.lots().values().stream()
                .filter(lot -> order == null || lot.lot().order().equals(order))
                .map(views::lot)
                .toList();
        return Answers.page(uri, lots, LotView::id, cursor, limit);
    }

    @GET
    @Path("/lots/{id}")
    @Operation(operationId = "lot", summary = "One lot, where it is and how far along its route")
    public LotView lot(@RestPath String id) {
        var state = WorkBook.withLot(floor, id);
        var lot = state.lots().get(id);
        if (lot == null) {
            throw ProblemException.notFound("lot", id, "/api/v1/lots");
        }
        return Views.of(state).lot(lot);
    }

    @GET
    @Path("/jobs/{id}")
    @Operation(operationId = "job", summary = "How far an order, or one of its lots, has come")
    public ProgressView job(@RestPath String id) {
        var state = WorkBook.withOrder(floor, WorkBook.orderOf(id));
        var lot = state.lots().get(id);
        var order = state.orders().get(lot == null ? id : lot.lot().order());
        if (order == null) {
            throw ProblemException.notFound("job", id, "/api/v1/orders");
        }
        var view = Views.of(state).order(order);
        var lots = lot == null
                ? order.lots().stream()
                        .flatMap(name ->
                                java.util.stream.Stream.ofNullable(state.lots().get(name)))
                        .toList()
                : List.of(lot);
        var steps =
                lots.stream().map(LotState::operations).flatMap(List::stream).toList();
        return new ProgressView(
                id,
                steps.size(),
                count(steps, OperationStatus.DONE),
                count(steps, OperationStatus.RUNNING),
                count(steps, OperationStatus.WAITING) + count(steps, OperationStatus.DISPATCHED),
                count(steps, OperationStatus.CANCELLED),
                lot == null ? view.progress() : progress(steps),
                view.estimatedCompletion(),
                view.late());
    }

    private static int count(List<OperationState> steps, OperationStatus status) {
        return Math.toIntExact(
                steps.stream().filter(step -> step.status() == status).count());
    }

    private static double progress(List<OperationState> steps) {
        double all =
                steps.stream().mapToInt(step -> step.operation().quantity()).sum();
        double processed = steps.stream().mapToInt(OperationState::processed).sum();
        return all == 0 ? 0 : processed / all;
    }
}
