package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.plans.Comparison;
import dev.millwright.gateway.plans.DraftDesk;
import dev.millwright.gateway.plans.DraftSnapshot;
import dev.millwright.gateway.plans.Figures;
import dev.millwright.gateway.plans.Subject;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.problem.ProblemKind;
import dev.millwright.gateway.rest.Forms.AdoptForm;
import dev.millwright.gateway.rest.MachineRoutes.AcceptedView;
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

    /** Two plans side by side; the changes lead from the left one to the right one. */
    record ComparisonView(Figures left, Figures right, List<PlanView.ChangeView> changes) {}

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
        var right = ready(id);
        var left = right.subject()
                .question()
                .schedule(with.equals(IN_FORCE) ? inForce() : ready(with).plan());
        var both = Comparison.of(right.subject(), left, right.best(), "draft " + id);
        return new ComparisonView(
                both.left(),
                both.right(),
                both.changes().stream().map(PlanView.ChangeView::of).toList());
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
        var best = draft.best();
        if (best == null) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "Plan '%s' is %s, and there is nothing of it yet."
                            .formatted(id, draft.state().word()),
                    draft.conflicts().isEmpty()
                            ? "Wait for its first incumbent."
                            : "Look at its conflicts: " + String.join("; ", draft.conflicts()));
        }
        return switch (draft.subject()) {
            case Subject.LivePlant plant -> new Ready(draft, plant, best);
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
        var supposed = ready.subject().question().state().orders().keySet().stream()
                .filter(order -> floor.pastOrder(order).isEmpty()
                        && !floor.state().orders().containsKey(order))
                .toList();
        if (!supposed.isEmpty()) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "The plan is for orders that were only supposed: %s.".formatted(supposed),
                    "Add them, and make a draft with them.");
        }
    }
}
