package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.problem.ProblemKind;
import dev.millwright.gateway.rest.Forms.HoldForm;
import dev.millwright.gateway.rest.Forms.PinForm;
import dev.millwright.gateway.rest.MachineRoutes.AcceptedView;
import dev.millwright.gateway.view.EventView;
import dev.millwright.gateway.view.PlanView;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.OperationPin;
import dev.millwright.plant.event.Event;
import dev.millwright.twin.LotState;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a planner says about single operations and lots: pins, and quality holds. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schedule")
@RunOnVirtualThread
final class PlannerRoutes {

    private final Floor floor;

    @Inject
    PlannerRoutes(Floor floor) {
        this.floor = floor;
    }

    @PUT
    @Path("/operations/{operation}/pin")
    @Operation(
            operationId = "pin",
            summary = "Holds a waiting operation to a machine, a start, or both",
            description =
                    "With dryRun the plan there would be, and nothing is kept; else the plan follows on the feed.")
    @APIResponse(
            responseCode = "200",
            description = "The plan there would be",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Pinned",
            content = @Content(schema = @Schema(implementation = AcceptedView.class)))
    @APIResponse(responseCode = "404", description = "There is no such operation")
    @APIResponse(responseCode = "409", description = "It cannot run there and then")
    public RestResponse<Object> pin(
            @RestPath @Parameter(example = "O-101.1:10") String operation, @Nullable PinForm body) {
        var form = Flaws.body(body);
        var start = form.start();
        var now = floor.clock().now();
        new Flaws()
                .check(form.machine() != null || start != null, "machine", "or start is needed")
                .check(
                        start == null || !start.isBefore(now),
                        "start",
                        "%s has passed; the plant's clock shows %s".formatted(start, now))
                .end();
        var lot = lotOf(operation);
        var machine = form.machine();
        EquipmentId place = machine == null
                ? null
                : Equipment.machine(floor.state().plant(), "machine", machine).id();
        var pin = new OperationPin(place, start);
        var trial = Trial.of(floor, lot, operation, pin);
        if (Boolean.TRUE.equals(form.dryRun())) {
            return RestResponse.ok(trial.view());
        }
        return accepted(Answers.value(floor.pin(lot, operation, pin, Answers.by(null))));
    }

    @DELETE
    @Path("/operations/{operation}/pin")
    @Operation(operationId = "unpin", summary = "Lets an operation go where the plan likes")
    @APIResponse(
            responseCode = "202",
            description = "Unpinned",
            content = @Content(schema = @Schema(implementation = AcceptedView.class)))
    @APIResponse(responseCode = "409", description = "It is not pinned")
    public RestResponse<Object> unpin(@RestPath String operation) {
        var lot = lotOf(operation);
        var known = Objects.requireNonNull(floor.state().lots().get(lot))
                .operation(operation)
                .orElseThrow();
        if (known.pin() == null) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "Operation '%s' is not pinned.".formatted(operation),
                    "GET /api/v1/schedule shows under 'pinned' what is.");
        }
        return accepted(Answers.value(floor.unpin(lot, operation, Answers.by(null))));
    }

    @PUT
    @Path("/lots/{lot}/hold")
    @Operation(
            operationId = "holdLot",
            summary = "Puts a lot on quality hold",
            description = "What runs is finished; nothing more is planned or begun until it is released.")
    @APIResponse(
            responseCode = "202",
            description = "Held",
            content = @Content(schema = @Schema(implementation = AcceptedView.class)))
    @APIResponse(responseCode = "404", description = "There is no such lot")
    @APIResponse(responseCode = "409", description = "It is finished")
    public RestResponse<Object> hold(@RestPath String lot, @Nullable HoldForm body) {
        var form = Flaws.body(body);
        var flaws = new Flaws();
        String reason = flaws.need(form.reason(), "reason");
        flaws.brief(reason, "reason").end();
        known(lot);
        return accepted(
                Answers.value(floor.hold(lot, Objects.requireNonNull(reason).strip(), Answers.by(null))));
    }

    @DELETE
    @Path("/lots/{lot}/hold")
    @Operation(operationId = "releaseLot", summary = "Ends a lot's quality hold")
    @APIResponse(
            responseCode = "202",
            description = "Released",
            content = @Content(schema = @Schema(implementation = AcceptedView.class)))
    @APIResponse(responseCode = "409", description = "It is not on hold")
    public RestResponse<Object> release(@RestPath String lot) {
        known(lot);
        return accepted(Answers.value(floor.release(lot, Answers.by(null))));
    }

    private String lotOf(String operation) {
        return floor.state().lots().values().stream()
                .filter(lot -> lot.operation(operation).isPresent())
                .findFirst()
                .map(LotState::id)
                .orElseThrow(() -> ProblemException.notFound("operation", operation, "/api/v1/lots"));
    }

    private void known(String lot) {
        if (!floor.state().lots().containsKey(lot)) {
            throw ProblemException.notFound("lot", lot, "/api/v1/lots");
        }
    }

    private static RestResponse<Object> accepted(Event event) {
        return RestResponse.status(RestResponse.Status.ACCEPTED, new AcceptedView(EventView.of(event)));
    }
}
