package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.view.EventView;
import dev.millwright.gateway.view.Page;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.EventJson;
import dev.millwright.twin.EventQuery;
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
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What happened, as CloudEvents. */
@Path("/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
@RunOnVirtualThread
final class EventRoutes {

    private final Floor floor;

    @Inject
    EventRoutes(Floor floor) {
        this.floor = floor;
    }

    /** Which end of the journal to begin at. */
    enum Direction {
        NEWEST,
        OLDEST
    }

    @GET
    @Operation(operationId = "events", summary = "What happened, the latest first unless told otherwise")
    public RestResponse<Page<EventView>> events(
            @RestQuery
                    @Parameter(description = "equipment; all below it included", example = "hall/smt/line-1")
                    @Nullable
                    String subject,
            @RestQuery
                    @Parameter(description = "kinds of event, such as order-added or dev.millwright.order-added.v1")
                    @Nullable
                    List<String> type,
            @RestQuery @Nullable Instant from,
            @RestQuery @Nullable Instant to,
            @RestQuery @Parameter(description = "the id of the event that began the story") @Nullable
                    String correlation,
            @RestQuery @DefaultValue("NEWEST") Direction first,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue(Answers.USUAL_LIMIT) int limit,
            UriInfo uri) {
        Answers.requireLimit(limit);
        var kinds = (type == null ? List.<String>of() : type)
                .stream().map(EventView::kind).collect(Collectors.toSet());
        var flaws = new Flaws();
        for (String kind : kinds) {
            flaws.check(
                    EventJson.types().contains(kind),
                    "type",
                    "'%s' is no kind of event; there are %s"
                            .formatted(kind, EventJson.types().stream().sorted().toList()));
        }
        flaws.check(from == null || to == null || from.isBefore(to), "from", "%s is not before %s".formatted(from, to))
                .end();
        var found = floor.events(new EventQuery(
                subject == null ? null : EquipmentId.of(subject),
                kinds,
                from,
                to,
                correlation,
                cursor == null ? 0 : Answers.offset(cursor),
                first == Direction.NEWEST,
                limit + 1));
        var items = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit
                ? Answers.encode(Long.toString(items.getLast().offset()))
                : null;
        return Answers.page(uri, new Page<>(items.stream().map(EventView::of).toList(), next, null));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "event", summary = "One event")
    public EventView event(@RestPath @Parameter(example = "e17") String id) {
        return EventView.of(find(floor, id));
    }

    private static Event find(Floor floor, String id) {
        if (id.matches("e\\d{1,18}")) {
            long offset = Long.parseLong(id.substring(1));
            var found = offset < 1
                    ? List.<Event>of()
                    : floor.events(EventQuery.all().after(offset - 1).atMost(1));
            if (!found.isEmpty() && found.getFirst().offset() == offset) {
                return found.getFirst();
            }
        }
        throw ProblemException.notFound("event", id, "/api/v1/events");
    }
}
