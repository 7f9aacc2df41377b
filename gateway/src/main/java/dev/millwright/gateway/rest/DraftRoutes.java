package dev.millwright.gateway.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millwright.gateway.Floor;
import dev.millwright.gateway.plans.DraftDesk;
import dev.millwright.gateway.plans.DraftSnapshot;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.problem.ProblemKind;
import dev.millwright.gateway.rest.Forms.PlanForm;
import dev.millwright.gateway.view.DraftView;
import dev.millwright.gateway.view.Page;
import dev.millwright.scheduling.schedule.Schedule;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Plans that are searched for beside the one in force. */
@Path("/api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plans")
@RunOnVirtualThread
final class DraftRoutes {

    private final Floor floor;
    private final DraftDesk desk;
    private final ObjectMapper mapper;

    @Inject
    DraftRoutes(Floor floor, DraftDesk desk, ObjectMapper mapper) {
        this.floor = floor;
        this.desk = desk;
        this.mapper = mapper;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "beginPlan",
            summary = "Has a plan searched for",
            description =
                    "Better plans are told on the live feed's topic 'planning' as they are found; one search runs at"
                            + " a time, and the latest twenty are kept until the server ends.")
    @APIResponse(
            responseCode = "202",
            description = "It is searched for",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "503", description = "Too many wait for their search")
    public RestResponse<DraftView> begin(
            @RequestBody(content = @Content(schema = @Schema(implementation = PlanForm.class))) @Nullable String body) {
        var wanted = DraftRequest.of(body, mapper, floor);
        var draft = Answers.value(
                desk.begin(wanted.subject(), wanted.settings(), floor.clock().now()));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, DraftView.brief(draft))
                .location(URI.create("/api/v1/plans/" + draft.id()))
                .build();
    }

    @GET
    @Operation(operationId = "plans", summary = "Plans that are or were searched for, the latest first")
    public RestResponse<Page<DraftView>> plans(
            @RestQuery @Nullable String cursor, @RestQuery @DefaultValue(Answers.USUAL_LIMIT) int limit, UriInfo uri) {
        var drafts = desk.all().stream().map(DraftView::brief).toList();
        return Answers.page(uri, drafts, DraftView::id, cursor, limit);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "plan", summary = "One search with its best plan so far")
    @APIResponse(responseCode = "200", description = "The draft")
    @APIResponse(responseCode = "404", description = "There is none, or it was let go")
    public DraftView plan(@RestPath String id) {
        return DraftView.whole(known(desk, id));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "endPlan", summary = "Stops a search and keeps what it found; removes one that is over")
    @APIResponse(
            responseCode = "202",
            description = "It is stopped",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "204", description = "It is removed")
    public RestResponse<DraftView> end(@RestPath String id) {
        known(desk, id);
        desk.end(id);
        return desk.find(id)
                .map(draft -> RestResponse.status(RestResponse.Status.ACCEPTED, DraftView.brief(draft)))
                .orElseGet(RestResponse::noContent);
    }

    /** The best plan so far; ends the request where there is none. */
    static Schedule best(DraftSnapshot draft) {
        var best = draft.best();
        if (best == null) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "Plan '%s' is %s, and there is nothing of it yet."
                            .formatted(draft.id(), draft.state().word()),
                    draft.conflicts().isEmpty()
                            ? "Wait for its first incumbent."
                            : "Look at its conflicts: " + String.join("; ", draft.conflicts()));
        }
        return best;
    }

    static DraftSnapshot known(DraftDesk desk, String id) {
        return desk.find(id).orElseThrow(() -> ProblemException.notFound("plan", id, "/api/v1/plans"));
    }
}
