package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.problem.ProblemKind;
import dev.millwright.scheduling.formats.Chart;
import dev.millwright.scheduling.formats.Epoch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The plan in force as a file: for a spreadsheet, a calendar, a wall, another system. */
@Path("/api/v1/schedule/export")
@Produces({MediaType.APPLICATION_JSON, "text/csv", "text/calendar", "image/svg+xml"})
@Tag(name = "Schedule")
@RunOnVirtualThread
final class ExportRoutes {

    private final Floor floor;

    @Inject
    ExportRoutes(Floor floor) {
        this.floor = floor;
    }

    @GET
    @Operation(
            operationId = "exportSchedule",
            summary = "The plan in force as a file",
            description = "What runs and what is ahead; the form is the parameter's, or else what the request accepts.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "image/svg+xml", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "No plan was adopted yet")
    public RestResponse<Object> schedule(@RestQuery @Nullable ExportFormat format, @Context HttpHeaders headers) {
        var adopted = floor.state().plan();
        if (adopted == null) {
            throw ProblemException.of(
                    ProblemKind.NOT_FOUND,
                    "No plan was adopted yet.",
                    "Add an order, or POST /api/v1/schedule/replan; /health/ready tells when there is one.");
        }
        var question = Answers.value(floor.question(List.of()));
        var plant = question.state().plant();
        var chart = new Chart(
                plant.title(),
                question.request().problem(),
                question.ahead(adopted.plan()),
                new Epoch(question.now(), plant.zone()));
        return Export.of(chart, "schedule-" + adopted.plan().id(), format, headers.getAcceptableMediaTypes());
    }
}
