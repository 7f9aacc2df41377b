package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.rest.Forms.AcknowledgeForm;
import dev.millwright.gateway.rest.Forms.ShelveForm;
import dev.millwright.gateway.rest.Forms.UnshelveForm;
import dev.millwright.gateway.view.AlarmView;
import dev.millwright.gateway.view.Page;
import dev.millwright.gateway.view.Views;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Alarms and their lives. */
@Path("/api/v1/alarms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alarms")
@RunOnVirtualThread
final class AlarmRoutes {

    private static final List<String> STATES = List.of(
            "active-unacknowledged", "active-acknowledged", "cleared-unacknowledged", "shelved", "closed", "open");

    private final Floor floor;

    @Inject
    AlarmRoutes(Floor floor) {
        this.floor = floor;
    }

    @GET
    @Operation(operationId = "alarms", summary = "Alarms, the latest first")
    public RestResponse<Page<AlarmView>> alarms(
            @RestQuery
                    @Parameter(
                            description = "'open' for all that are not closed",
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "active-unacknowledged",
                                                "active-acknowledged",
                                                "cleared-unacknowledged",
                                                "shelved",
                                                "closed",
                                                "open"
                                            }))
                    @Nullable
                    String state,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue(Answers.USUAL_LIMIT) int limit,
            UriInfo uri) {
        new Flaws()
                .check(state == null || STATES.contains(state), "state", "'%s' is none of %s".formatted(state, STATES))
                .end();
        var alarms = Views.of(floor.state()).alarms().stream()
                .filter(alarm -> state == null
                        || alarm.state().equals(state)
                        || (state.equals("open") && !alarm.state().equals("closed")))
                .sorted(java.util.Comparator.comparing(AlarmView::raisedAt)
                        .reversed()
                        .thenComparing(AlarmView::id))
                .toList();
        return Answers.page(uri, alarms, AlarmView::id, cursor, limit);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "alarm", summary = "One alarm")
    public AlarmView alarm(@RestPath String id) {
        return known(id);
    }

    @POST
    @Path("/{id}/acknowledge")
    @Operation(operationId = "acknowledgeAlarm", summary = "Says that a person has seen it")
    public AlarmView acknowledge(@RestPath String id, @Nullable AcknowledgeForm form) {
        known(id);
        Answers.value(floor.acknowledge(
                id, Answers.by(form == null ? null : form.by()), form == null ? null : form.comment()));
        return known(id);
    }

    @POST
    @Path("/{id}/shelve")
    @Operation(operationId = "shelveAlarm", summary = "Puts it aside until a time")
    public AlarmView shelve(@RestPath String id, @Nullable ShelveForm body) {
        known(id);
        var form = Flaws.body(body);
        var now = floor.clock().now();
        var flaws = new Flaws();
        var until = flaws.need(form.until(), "until");
        flaws.check(until == null || until.isAfter(now), "until", "%s is not after now, %s".formatted(until, now))
                .end();
        Answers.value(floor.shelve(id, Answers.by(form.by()), Objects.requireNonNull(until), form.comment()));
        return known(id);
    }

    @POST
    @Path("/{id}/unshelve")
    @Operation(operationId = "unshelveAlarm", summary = "Takes it back before its time")
    public AlarmView unshelve(@RestPath String id, @Nullable UnshelveForm form) {
        known(id);
        Answers.value(floor.unshelve(id, Answers.by(form == null ? null : form.by())));
        return known(id);
    }

    private AlarmView known(String id) {
        var state = floor.state();
        var alarm = state.alarms().get(id);
        if (alarm == null) {
            throw ProblemException.notFound("alarm", id, "/api/v1/alarms");
        }
        return Views.of(state).alarm(alarm);
    }
}
