package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.Outcome;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.problem.ProblemKind;
import dev.millwright.gateway.rest.Forms.ClickForm;
import dev.millwright.gateway.rest.Forms.CorrectionForm;
import dev.millwright.gateway.view.CorrectionView;
import dev.millwright.gateway.view.InspectionView;
import dev.millwright.loop.quality.Said;
import dev.millwright.plant.Box;
import dev.millwright.plant.CorrectionVerdict;
import dev.millwright.plant.Point;
import dev.millwright.plant.event.Fact.FindingCorrected;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
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

/** A closer look at an inspection, and what people say of it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quality")
@RunOnVirtualThread
final class CorrectionRoutes {

    private static final int MOST_CORNERS = 2000;
    private static final int MOST_CASES = 50;
    private static final String TYPE = "[A-Za-z0-9][A-Za-z0-9 _-]{0,63}";

    private final Floor floor;

    @Inject
    CorrectionRoutes(Floor floor) {
        this.floor = floor;
    }

    /** What a click seems to mean; the outline is a polygon, its corners pairs of x and y. */
    record ProposalView(Box box, int areaPixels, List<List<Double>> outline, double millis) {}

    /** An earlier finding that is like the one asked about; distance 0 is the same, 1 has nothing in common. */
    record SimilarView(InspectionView inspection, int finding, double distance) {}

    @GET
    @Path("/inspections/{id}/picture")
    @Produces("image/png")
    @Operation(operationId = "inspectionPicture", summary = "The picture as it came, without marks")
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/png", schema = @Schema(format = "binary")))
    public RestResponse<byte[]> picture(@RestPath String id) {
        var path = Inspections.need(floor, id).fact().picture();
        byte[] picture = path == null ? null : floor.quality().picture(path).orElse(null);
        if (path == null || picture == null) {
            throw ProblemException.notFound("unmarked picture of inspection", id, "/api/v1/inspections");
        }
        return image(picture, path.endsWith(".jpg") ? "image/jpeg" : "image/png");
    }

    @GET
    @Path("/inspections/{id}/heat-map")
    @Produces("image/png")
    @Operation(
            operationId = "inspectionHeatMap",
            summary = "Where the picture differs from its template, to lay over it")
    @APIResponse(
            responseCode = "200",
            description = "A PNG as large as the picture, clear where nothing differs",
            content = @Content(mediaType = "image/png", schema = @Schema(format = "binary")))
    public RestResponse<byte[]> heatMap(@RestPath String id) {
        var told = Inspections.need(floor, id);
        byte[] map = fit(() -> floor.quality().heatMap(told.fact()))
                .orElseThrow(() -> ProblemException.notFound("heat map of inspection", id, "/api/v1/inspections"));
        return image(map, "image/png");
    }

    @POST
    @Path("/inspections/{id}/corrections")
    @Operation(
            operationId = "correct",
            summary = "Confirms or rejects a finding, or tells of a missed defect",
            description = "Kept with the picture before it is answered. A later word about the same finding takes the"
                    + " earlier one's place; all are kept.")
    @APIResponse(responseCode = "201", description = "Taken")
    public RestResponse<CorrectionView> correct(@RestPath String id, @Nullable CorrectionForm body) {
        var said = said(Flaws.body(body));
        var told = Inspections.need(floor, id);
        var event = fit(() -> floor.quality().correct(told.event(), told.fact(), said));
        return RestResponse.status(
                RestResponse.Status.CREATED, CorrectionView.of(event, (FindingCorrected) event.fact()));
    }

    @POST
    @Path("/inspections/{id}/segment")
    @Operation(operationId = "segment", summary = "Proposes what a click on the picture means, as a polygon")
    public ProposalView segment(@RestPath String id, @Nullable ClickForm body) {
        var form = Flaws.body(body);
        var flaws = new Flaws();
        var x = flaws.need(form.x(), "x");
        var y = flaws.need(form.y(), "y");
        flaws.end();
        var told = Inspections.need(floor, id);
        if (!floor.quality().isKept(told.fact().picture())) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "The picture of inspection %s is not kept.".formatted(id),
                    "Click on the picture of a later inspection.");
        }
        var found = fit(() -> floor.quality().segment(told.fact(), (int) Math.floor(Objects.requireNonNull(x)), (int)
                Math.floor(Objects.requireNonNull(y))));
        return new ProposalView(found.box(), found.areaPixels(), CorrectionView.pairs(found.outline()), found.millis());
    }

    @GET
    @Path("/inspections/{id}/similar")
    @Operation(operationId = "similar", summary = "Earlier findings like this one, the nearest first")
    public List<SimilarView> similar(
            @RestPath String id,
            @RestQuery @DefaultValue("0") @Parameter(description = "The finding's number, from 0") int finding,
            @RestQuery @DefaultValue("5") int limit) {
        new Flaws()
                .check(
                        limit >= 1 && limit <= MOST_CASES,
                        "limit",
                        "%d is not from 1 to %d".formatted(limit, MOST_CASES))
                .end();
        var told = Inspections.need(floor, id);
        var similar = new ArrayList<SimilarView>();
        for (var one : fit(() -> floor.quality().similar(told.fact().inspection(), finding, limit))) {
            Inspections.at(floor, one.offset())
                    .ifPresent(past ->
                            similar.add(new SimilarView(Inspections.view(floor, past), one.finding(), one.distance())));
        }
        return similar;
    }

    private static Said said(CorrectionForm form) {
        var flaws = new Flaws();
        var verdict = flaws.need(form.verdict(), "verdict");
        if (verdict == CorrectionVerdict.MISSED) {
            flaws.need(form.type(), "type");
            flaws.need(form.box(), "box");
            flaws.check(form.finding() == null, "finding", "a missed defect has no number; leave it out");
        } else if (verdict != null) {
            var finding = flaws.need(form.finding(), "finding");
            flaws.check(finding == null || finding >= 0, "finding", "%s is below 0".formatted(finding));
        }
        var type = form.type();
        var outline = form.outline() == null ? List.<List<Double>>of() : form.outline();
        flaws.check(
                        type == null || type.strip().matches(TYPE),
                        "type",
                        "'%s' is no name of a defect; write up to 64 letters, digits, spaces, - and _".formatted(type))
                .check(
                        outline.size() <= MOST_CORNERS && outline.stream().allMatch(CorrectionRoutes::isPair),
                        "outline",
                        "give up to %d corners, each a pair such as [12, 40]".formatted(MOST_CORNERS))
                .brief(form.comment(), "comment")
                .brief(form.by(), "by")
                .end();
        return new Said(
                Objects.requireNonNull(verdict),
                form.finding(),
                type == null ? null : type.strip(),
                form.box(),
                outline.stream()
                        .map(corner -> new Point(corner.getFirst(), corner.getLast()))
                        .toList(),
                form.comment(),
                Answers.by(form.by()));
    }

    private static boolean isPair(@Nullable List<Double> corner) {
        return corner != null
                && corner.size() == 2
                && corner.stream().allMatch(value -> value != null && Double.isFinite(value));
    }

    private static RestResponse<byte[]> image(byte[] bytes, String type) {
        var answer = type.equals("image/png")
                ? RestResponse.ResponseBuilder.ok(bytes)
                : RestResponse.ResponseBuilder.ok(bytes, type);
        return answer.header("Cache-Control", "private, max-age=31536000, immutable")
                .build();
    }

    /** What comes of it; what it says of the request otherwise is the sender's to correct. */
    private static <T> T fit(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            return Answers.value(Outcome.unfit(String.valueOf(e.getMessage())));
        }
    }
}
