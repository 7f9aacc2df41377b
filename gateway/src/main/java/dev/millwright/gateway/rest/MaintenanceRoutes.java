package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.rest.Forms.WishForm;
import dev.millwright.gateway.view.MachineView;
import dev.millwright.gateway.view.Page;
import dev.millwright.gateway.view.Views;
import dev.millwright.gateway.view.WishView;
import dev.millwright.plant.MaintenanceWish;
import dev.millwright.plant.RiskLevel;
import dev.millwright.twin.WishState;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How long machines will last, and when they are seen to. */
@Path("/api/v1/maintenance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Maintenance")
@RunOnVirtualThread
final class MaintenanceRoutes {

    private final Floor floor;

    @Inject
    MaintenanceRoutes(Floor floor) {
        this.floor = floor;
    }

    /** A machine's outlook: health, prognosis and the wishes for its maintenance. */
    record OutlookView(
            String machine,
            String name,
            MachineView.HealthView health,
            @Schema(nullable = true) MachineView.@Nullable PrognosisView prognosis,
            List<WishView> wishes) {}

    @GET
    @Operation(operationId = "maintenance", summary = "Every machine's outlook, the one at highest risk first")
    public RestResponse<Page<OutlookView>> all(
            @RestQuery @Nullable RiskLevel risk,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue(Answers.USUAL_LIMIT) int limit,
            UriInfo uri) {
        var views = Views.of(floor.state());
        var outlooks = views.machines().stream()
                .map(machine -> outlook(views, machine))
                .filter(outlook -> risk == null
                        || (outlook.prognosis() != null && outlook.prognosis().risk() == risk))
                .sorted(java.util.Comparator.comparingDouble(MaintenanceRoutes::urgency)
                        .reversed()
                        .thenComparing(OutlookView::machine))
                .toList();
        return Answers.page(uri, outlooks, OutlookView::machine, cursor, limit);
    }

    @GET
    @Path("/{machine: .+}")
    @Operation(operationId = "machineMaintenance", summary = "One machine's outlook")
    public OutlookView one(@RestPath String machine) {
        var state = floor.state();
        var views = Views.of(state);
        return outlook(views, views.machine(Equipment.machine(state.plant(), machine)));
    }

    @GET
    @Path("/wishes")
    @Operation(operationId = "wishes", summary = "Wishes for maintenance, those met and withdrawn included")
    public RestResponse<Page<WishView>> wishes(
            @RestQuery @Nullable String cursor, @RestQuery @DefaultValue(Answers.USUAL_LIMIT) int limit, UriInfo uri) {
        return Answers.page(uri, Views.of(floor.state()).wishes(), WishView::id, cursor, limit);
    }

    @GET
    @Path("/wishes/{id}")
    @Operation(operationId = "wish", summary = "One wish for maintenance")
    public WishView wish(@RestPath String id) {
        return view(known(id));
    }

    @POST
    @Path("/wishes")
    @Operation(operationId = "requestMaintenance", summary = "Wishes for maintenance within a window")
    @APIResponse(responseCode = "201", description = "The wish is taken; the plan gives it a time")
    public RestResponse<WishView> request(@Nullable WishForm body) {
        var form = Flaws.body(body);
        var flaws = new Flaws();
        flaws.need(form.machine(), "machine");
        Integer seconds = flaws.need(form.durationSeconds(), "durationSeconds");
        var latest = flaws.need(form.latest(), "latest");
        var earliest = form.earliest() == null ? floor.clock().now() : form.earliest();
        flaws.check(seconds == null || seconds >= 1, "durationSeconds", "%d is below 1".formatted(seconds))
                .check(
                        form.id() == null || form.id().isBlank() || form.id().matches("[A-Za-z0-9_.-]{1,64}"),
                        "id",
                        "'%s' is no wish's id; use up to 64 letters, digits, -, _ and .".formatted(form.id()))
                .brief(form.reason(), "reason")
                .brief(form.by(), "by")
                .check(
                        latest == null || !latest.isBefore(earliest),
                        "latest",
                        "%s is before earliest, %s".formatted(latest, earliest))
                .end();
        var machine = Equipment.machine(floor.state().plant(), "machine", form.machine());
        String id = form.id() == null || form.id().isBlank()
                ? "W-" + machine.id().name() + "-" + earliest.getEpochSecond()
                : form.id();
        var wish = new MaintenanceWish(
                id,
                machine.id(),
                Objects.requireNonNull(seconds),
                earliest,
                Objects.requireNonNull(latest),
                form.risk() == null ? RiskLevel.MEDIUM : form.risk());
        Answers.value(floor.requestMaintenance(wish, form.reason(), Answers.by(form.by())));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view(known(id)))
                .location(URI.create("/api/v1/maintenance/wishes/" + id))
                .build();
    }

    @DELETE
    @Path("/wishes/{id}")
    @Operation(operationId = "withdrawMaintenance", summary = "Withdraws a wish")
    @APIResponse(responseCode = "409", description = "The work has begun, or is done")
    @APIResponse(responseCode = "200", description = "Withdrawn")
    public WishView withdraw(@RestPath String id) {
        known(id);
        Answers.value(floor.withdrawMaintenance(id, Answers.by(null)));
        return view(known(id));
    }

    private WishState known(String id) {
        var wish = floor.state().wishes().get(id);
        if (wish == null) {
            throw ProblemException.notFound("maintenance wish", id, "/api/v1/maintenance/wishes");
        }
        return wish;
    }

    private WishView view(WishState wish) {
        return Views.of(floor.state()).wish(wish);
    }

    private static OutlookView outlook(Views views, MachineView machine) {
        return new OutlookView(
                machine.id(),
                machine.name(),
                machine.health(),
                machine.prognosis(),
                views.wishes().stream()
                        .filter(wish -> wish.machine().equals(machine.id()))
                        .toList());
    }

    private static double urgency(OutlookView outlook) {
        var prognosis = outlook.prognosis();
        return prognosis == null ? -1 : levelsBelow(prognosis.risk()) + prognosis.failureProbability();
    }

    private static int levelsBelow(RiskLevel risk) {
        return java.util.EnumSet.range(RiskLevel.LOW, risk).size();
    }
}
