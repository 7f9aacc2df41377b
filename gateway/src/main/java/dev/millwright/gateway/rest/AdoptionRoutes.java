package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.plans.DraftDesk;
import dev.millwright.gateway.plans.DraftSnapshot;
import dev.millwright.gateway.plans.Subject;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.problem.ProblemKind;
import dev.millwright.gateway.rest.Forms.AdoptForm;
import dev.millwright.gateway.rest.MachineRoutes.AcceptedView;
import dev.millwright.gateway.view.ComparisonView;
import dev.millwright.gateway.view.EventView;
import dev.millwright.gateway.view.PlanView;
import dev.millwright.gateway.view.Views;
import dev.millwright.loop.planning.Adoption;
import dev.millwright.plant.Plan;
import dev.millwright.scheduling.schedule.Schedule;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** From a draft to the plan in force: compared, tried, adopted. */
@Path("/api/v1/plans/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plans")
@RunOnVirtualThread
final class AdoptionRoutes {

    private static final String IN_FORCE = "in-force";

    private final Floor floor;
    private final DraftDesk desk;

    @Inject
    AdoptionRoutes(Floor floor, DraftDesk desk) {
        this.floor = floor;
        this.desk = desk;
    }

    /**
     * What adopting would bring.
     *
     * @param plan the draft, moved onto the floor as it is
     * @param differenceObjective against the plan in force: below zero it is better
     */
    record AdoptionView(PlanView plan, List<PlanView.ChangeView> changes, boolean better, long differenceObjective) {}

    /** A draft of the plant with its plan. */
    private record Ready(DraftSnapshot draft, Subject.LivePlant subject, Schedule best) {

        Plan plan() {
            return subject.question().plan(draft.id(), best, draft.elapsed().toNanos() / 1e6);
        }
    }

    @GET
    @Path("/comparison")
    @Operation(
            operationId = "comparePlan",
            summary = "A plan (right) beside the one in force or another (left)",
            description = "Both are judged on the floor, and by the objective, of the plan that is asked about.")
    @APIResponse(
            responseCode = "200",
            description = "Both in figures",
            content = @Content(schema = @Schema(implementation = ComparisonView.class)))
    @APIResponse(responseCode = "409", description = "There is no plan yet, or none to compare with")
    public ComparisonView compare(
            @RestPath String id,
            @RestQuery @DefaultValue(IN_FORCE) @Parameter(description = "in-force, or another plan's id") String with) {
        var draft = DraftRoutes.known(desk, id);
        var best = DraftRoutes.best(draft);
        return ComparisonView.of(draft.subject(), beside(draft.subject(), with), best, "draft " + id);
    }

    /** What a plan of this subject is compared with, on the subject's own axis. */
    private Schedule beside(Subject subject, String with) {
        var other = with.equals(IN_FORCE) ? null : DraftRoutes.known(desk, with);
        var schedule = other == null ? null : DraftRoutes.best(other);
        return switch (subject) {
            case Subject.LivePlant(var question) -> {
                if (other == null || schedule == null) {
                    yield question.schedule(inForce());
                }
                yield switch (other.subject()) {
                    case Subject.LivePlant(var asked) -> question.schedule(asked.plan(with, schedule, 0));
                    case Subject.Posed _ -> throw incomparable(with);
                };
            }
            case Subject.Posed(var file) -> {
                var adopted = file.request().adopted();
                if (other == null && adopted == null) {
                    throw ProblemException.of(
                            ProblemKind.CONFLICT,
                            "The problem brought no adopted schedule to compare with.",
                            "Give it one under 'adopted', or compare with another draft of the same problem.");
                }
                if (other != null
                        && !other.subject()
                                .request()
                                .problem()
                                .equals(file.request().problem())) {
                    throw incomparable(with);
                }
                yield schedule == null ? Objects.requireNonNull(adopted) : schedule;
            }
        };
    }

    private static ProblemException incomparable(String with) {
        return ProblemException.of(
                ProblemKind.CONFLICT,
                "Plan '%s' is for other work, and the two cannot be compared.".formatted(with),
                "Compare plans of the plant with one another, and plans of one problem.");
    }

    @POST
    @Path("/adopt")
    @Operation(
            operationId = "adoptPlan",
            summary = "Brings a plan into force",
            description =
                    "It is moved onto the floor as it is then: history and running work stay, and what came since is"
                            + " planned too. With dryRun nothing is adopted.")
    @APIResponse(
            responseCode = "200",
            description = "What adopting would bring",
            content = @Content(schema = @Schema(implementation = AdoptionView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Adopted",
            content = @Content(schema = @Schema(implementation = AcceptedView.class)))
    @APIResponse(responseCode = "409", description = "The floor has moved on so far that it cannot be followed")
    public RestResponse<Object> adopt(@RestPath String id, @Nullable AdoptForm body) {
        var form = body == null ? new AdoptForm(null, null) : body;
        var ready = ready(id);
        requireKnownOrders(ready);
        if (!Boolean.TRUE.equals(form.dryRun())) {
            var event = Answers.value(floor.adopt(ready.plan(), Answers.by(form.by()) + " adopted draft " + id));
            return RestResponse.status(RestResponse.Status.ACCEPTED, new AcceptedView(EventView.of(event)));
        }
        return switch (Adoption.of(Answers.value(floor.question(List.of())), ready.plan())) {
            case Adoption.Impossible(var why) -> throw ProblemException.told(ProblemKind.CONFLICT, why);
            case Adoption.Possible possible -> RestResponse.ok(view(possible, id));
        };
    }

    private static AdoptionView view(Adoption.Possible possible, String id) {
        var question = possible.question();
        var words = "draft " + id;
        var plan = question.plan(id, possible.schedule(), 0);
        var view = Views.of(question.state()).plan(plan, question.changes(possible.schedule(), words), 0, words);
        return new AdoptionView(view, view.changes(), possible.better(), possible.differenceObjective());
    }

    private Ready ready(String id) {
        var draft = DraftRoutes.known(desk, id);
        return switch (draft.subject()) {
            case Subject.LivePlant plant -> new Ready(draft, plant, DraftRoutes.best(draft));
            case Subject.Posed _ ->
                throw ProblemException.of(
                        ProblemKind.CONFLICT,
                        "Plan '%s' is for a problem of its own, and this plant cannot follow it.".formatted(id),
                        "Adopt a draft of the live plant: POST /api/v1/plans without 'problem'.");
        };
    }

    private Plan inForce() {
        var plan = floor.state().plan();
        if (plan == null) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "No plan is in force to compare with.", "Compare with another draft.");
        }
        return plan.plan();
    }

    /** A plan for orders that were only supposed would send machines to lots nobody has. */
    private void requireKnownOrders(Ready ready) {
        var known = floor.state().orders();
        var supposed = ready.subject().question().state().orders().keySet().stream()
                .filter(order ->
                        !known.containsKey(order) && floor.pastOrder(order).isEmpty())
                .toList();
        if (!supposed.isEmpty()) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "The plan is for orders that were only supposed: %s.".formatted(supposed),
                    "Add them, and make a draft with them.");
        }
    }
}
