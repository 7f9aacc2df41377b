package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.view.LifeHistory;
import dev.millwright.plant.event.Event;
import dev.millwright.twin.EventQuery;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How the life left to a machine went over time. */
@Path("/api/v1/maintenance/{machine: .+}/life")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Maintenance")
@RunOnVirtualThread
final class LifeRoutes {

    private static final int LEAST_POINTS = 2;
    private static final int MOST_POINTS = 5_000;
    private static final int PAGE = 5_000;
    private static final int MOST_EVENTS = 50_000;

    private final Floor floor;

    @Inject
    LifeRoutes(Floor floor) {
        this.floor = floor;
    }

    @GET
    @Operation(
            operationId = "life",
            summary = "How the life left to a machine went over time, with its interval",
            description = "The last day when no times are given.")
    public LifeHistory life(
            @RestPath @Parameter(example = "hall/smt/line-1/print/printer-1") String machine,
            @RestQuery @Nullable Instant from,
            @RestQuery @Nullable Instant to,
            @RestQuery @DefaultValue("500") int points) {
        var found = Equipment.machine(floor.state().plant(), machine);
        var window = Window.of(floor, from, to, Duration.ofDays(1));
        new Flaws()
                .check(
                        points >= LEAST_POINTS && points <= MOST_POINTS,
                        "points",
                        "%d is not from %d to %d".formatted(points, LEAST_POINTS, MOST_POINTS))
                .end();
        var query = EventQuery.all()
                .about(found.id())
                .ofTypes(LifeHistory.KINDS)
                .between(window.from(), window.to())
                .backwards()
                .atMost(PAGE);
        return LifeHistory.of(latest(query), points);
    }

    /** The latest of what is asked for, the oldest first. */
    private List<Event> latest(EventQuery query) {
        var events = new ArrayList<Event>();
        var page = floor.events(query);
        while (!page.isEmpty() && events.size() < MOST_EVENTS) {
            events.addAll(page);
            page = page.size() < PAGE
                    ? List.of()
                    : floor.events(query.after(page.getLast().offset()));
        }
        return events.reversed();
    }
}
