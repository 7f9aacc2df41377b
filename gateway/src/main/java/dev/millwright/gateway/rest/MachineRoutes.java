package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.rest.Forms.CommandForm;
import dev.millwright.gateway.view.EventView;
import dev.millwright.gateway.view.MachineView;
import dev.millwright.gateway.view.Page;
import dev.millwright.gateway.view.Views;
import dev.millwright.plant.PackMlState;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Machines: what they do, and what they are told to do. */
@Path("/api/v1/machines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Machines")
@RunOnVirtualThread
final class MachineRoutes {

    private final Floor floor;

    @Inject
    MachineRoutes(Floor floor) {
        this.floor = floor;
    }

    /** What was set going, as the event that says so. */
    record AcceptedView(EventView event) {}

    @GET
    @Operation(operationId = "machines", summary = "All machines, or those of a line or in a state")
    public RestResponse<Page<MachineView>> machines(
            @RestQuery @Parameter(example = "hall/smt/line-1") @Nullable String line,
            @RestQuery @Nullable PackMlState state,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue(Answers.USUAL_LIMIT) int limit,
            Request request,
            UriInfo uri) {
        var twin = floor.state();
        var tag = Answers.check(request, new EntityTag(Long.toString(twin.offset())));
        var under = Equipment.any(twin.plant(), line);
        var views = Views.of(twin);
        var machines = twin.plant().machines().stream()
                .filter(machine -> under.contains(machine.id()))
                .map(views::machine)
                .filter(machine -> state == null || machine.state() == state)
                .toList();
        var page = Answers.page(uri, machines, MachineView::id, cursor, limit);
        page.getHeaders().putSingle("ETag", tag);
        return page;
    }

    @GET
    @Path("/{id: .+}")
    @Operation(
            operationId = "machine",
            summary = "One machine, now or at a time",
            description = "The id is the machine's path, slashes included.")
    public RestResponse<MachineView> machine(
            @RestPath @Parameter(example = "hall/smt/line-1/print/printer-1") String id,
            @RestQuery @Nullable Instant at,
            Request request) {
        var twin = at == null ? floor.state() : floor.stateAt(at);
        var machine = Equipment.machine(twin.plant(), id);
        var tag = Answers.check(request, new EntityTag(Long.toString(twin.offset())));
        return RestResponse.ResponseBuilder.ok(Views.of(twin).machine(machine))
                .tag(tag)
                .build();
    }

    @POST
    @Path("/{id: .+}/commands")
    @Operation(operationId = "command", summary = "Sends a PackML command to a machine")
    @APIResponse(responseCode = "202", description = "The command is on its way")
    @APIResponse(responseCode = "409", description = "PackML forbids the command in the machine's present state")
    public RestResponse<AcceptedView> command(@RestPath String id, @Nullable CommandForm body) {
        var machine = Equipment.machine(floor.state().plant(), id);
        var form = Flaws.body(body);
        var flaws = new Flaws();
        var command = flaws.need(form.command(), "command");
        flaws.end();
        var event = Answers.value(
                floor.command(machine.id(), java.util.Objects.requireNonNull(command), Answers.by(form.by())));
        return RestResponse.status(RestResponse.Status.ACCEPTED, new AcceptedView(EventView.of(event)));
    }
}
