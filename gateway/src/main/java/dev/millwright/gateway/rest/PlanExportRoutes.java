package dev.millwright.gateway.rest;

import dev.millwright.gateway.plans.DraftDesk;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A draft's best plan as a file. */
@Path("/api/v1/plans/{id}/export")
@Produces({MediaType.APPLICATION_JSON, "text/csv", "text/calendar", "image/svg+xml"})
@Tag(name = "Plans")
@RunOnVirtualThread
final class PlanExportRoutes {

    private final DraftDesk desk;

    @Inject
    PlanExportRoutes(DraftDesk desk) {
        this.desk = desk;
    }

    @GET
    @Operation(operationId = "exportPlan", summary = "A draft's best plan as a file")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "image/svg+xml", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "There is no such plan")
    @APIResponse(responseCode = "409", description = "There is nothing of it yet")
    public RestResponse<Object> plan(
            @RestPath String id, @RestQuery @Nullable ExportFormat format, @Context HttpHeaders headers) {
        var draft = DraftRoutes.known(desk, id);
        var chart = draft.subject().chart(DraftRoutes.best(draft));
        return Export.of(chart, "plan-" + id, format, headers.getAcceptableMediaTypes());
    }
}
