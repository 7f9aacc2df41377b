package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.view.NextWorkView;
import dev.millwright.gateway.view.NextWorks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What a machine is to do next. */
@Path("/api/v1/machines/{id: .+}/next")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schedule")
@RunOnVirtualThread
final class NextWorkRoutes {

    private final Floor floor;

    @Inject
    NextWorkRoutes(Floor floor) {
        this.floor = floor;
    }

    @GET
    @Operation(operationId = "nextWork", summary = "What the plan wants of a machine next")
    @APIResponse(responseCode = "200", description = "Its next task and those after")
    @APIResponse(responseCode = "404", description = "There is no such machine")
    public RestResponse<NextWorkView> next(
            @RestPath @Parameter(example = "hall/smt/line-1/print/printer-1") String id, Request request) {
        var state = floor.state();
        var machine = Equipment.machine(state.plant(), id);
        var tag = Answers.check(request, new EntityTag(Long.toString(state.offset())));
        return RestResponse.ResponseBuilder.ok(NextWorks.of(state, machine.id()))
                .tag(tag)
                .build();
    }
}
