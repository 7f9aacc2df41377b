package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.problem.ProblemKind;
import dev.millwright.gateway.rest.Forms.PreviewForm;
import dev.millwright.gateway.rest.MachineRoutes.AcceptedView;
import dev.millwright.gateway.view.EventView;
import dev.millwright.gateway.view.Page;
import dev.millwright.gateway.view.PlanView;
import dev.millwright.gateway.view.Views;
import dev.millwright.twin.PlanSummary;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The plan in force, those before it, and those there could be. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schedule")
@RunOnVirtualThread
final class ScheduleRoutes {

    private final Floor floor;

    @Inject
    ScheduleRoutes(Floor floor) {
        this.floor = floor;
    }

    /** A plan that was in force, in figures; its event holds the whole of it. */
    record PlanSummaryView(
            String id,
            Instant adoptedAt,
            String origin,
            int operations,
            int maintenance,
            int changes,
            long makespanSeconds,
            long tardinessSeconds,
            int tardyOrders,
            double solveMillis,
            double reactionMillis,
            @Schema(nullable = true) @Nullable String trigger,
            String event) {

        static PlanSummaryView of(PlanSummary plan) {
            return new PlanSummaryView(
                    plan.id(),
                    plan.adoptedAt(),
                    plan.origin(),
                    plan.operations(),
                    plan.maintenance(),
                    plan.changes(),
                    plan.makespanSeconds(),
                    plan.tardinessSeconds(),
                    plan.tardyOrders(),
                    plan.solveMillis(),
                    plan.reactionMillis(),
                    plan.reason(),
                    "/api/v1/events/e" + plan.offset());
        }
    }

    @GET
    @Path("/schedule")
    @Operation(operationId = "schedule", summary = "The plan in force and what it changed")
    @APIResponse(responseCode = "200", description = "The plan in force")
    @APIResponse(responseCode = "404", description = "No plan was adopted yet")
    public RestResponse<PlanView> schedule(Request request) {
        var state = floor.state();
        var plan = state.plan();
        if (plan == null) {
            throw ProblemException.of(
                    ProblemKind.NOT_FOUND,
                    "No plan was adopted yet.",
                    "Add an order, or POST /api/v1/schedule/replan; /health/ready tells when there is one.");
        }
        var tag = Answers.check(request, new EntityTag(Long.toString(state.offset())));
        return RestResponse.ResponseBuilder.ok(Views.of(state).plan(plan))
                .tag(tag)
                .build();
    }

    @GET
    @Path("/schedules")
    @Operation(operationId = "schedules", summary = "Plans that were adopted, the latest first")
    public RestResponse<Page<PlanSummaryView>> schedules(
            @RestQuery @Nullable String cursor, @RestQuery @DefaultValue(Answers.USUAL_LIMIT) int limit, UriInfo uri) {
        var plans = new ArrayList<PlanSummaryView>();
        floor.state().plans().forEach(plan -> plans.add(PlanSummaryView.of(plan)));
        return Answers.page(uri, plans.reversed(), PlanSummaryView::id, cursor, limit);
    }

    @POST
    @Path("/schedule/replan")
    @Operation(operationId = "replan", summary = "Plans anew", description = "The plan follows on the live feed.")
    @APIResponse(responseCode = "202", description = "The planner is at work")
    public RestResponse<AcceptedView> replan() {
        var event = Answers.value(floor.replan(Answers.by(null)));
        return RestResponse.status(RestResponse.Status.ACCEPTED, new AcceptedView(EventView.of(event)));
    }

    @POST
    @Path("/schedule/preview")
    @Operation(
            operationId = "previewSchedule",
            summary = "The plan there would be with more orders",
            description = "Nothing is adopted and nothing is kept.")
    public PlanView preview(@Nullable PreviewForm body) {
        var forms = Flaws.body(body).orders();
        if (forms == null || forms.isEmpty()) {
            throw ProblemException.invalid("orders", "is empty; name one order at least");
        }
        var preview =
                Answers.value(floor.preview(Orders.supposed(forms, floor.state().plant(), "orders")));
        return Views.of(preview.question().state())
                .plan(preview.plan("preview"), preview.changes("preview"), preview.solveMillis(), "preview");
    }
}
