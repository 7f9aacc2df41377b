package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.TrainedModel;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.problem.ProblemKind;
import dev.millwright.gateway.rest.Forms.PromoteForm;
import dev.millwright.gateway.rest.Forms.RetireForm;
import dev.millwright.gateway.view.DriftView;
import dev.millwright.gateway.view.ModelView;
import dev.millwright.gateway.view.ShadowView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Comparator;
import java.util.List;
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

/** Trained models: their cards, how they do here, and which version counts. */
@Path("/api/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Models")
@RunOnVirtualThread
final class ModelRoutes {

    /** Whatever somebody put into the folder: opened as a page of its own it runs nothing and loads nothing. */
    private static final String ONLY_DRAW =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

    private final Floor floor;

    @Inject
    ModelRoutes(Floor floor) {
        this.floor = floor;
    }

    @GET
    @Operation(operationId = "models", summary = "Every version of every model, of each name the active one first")
    public List<ModelView> models() {
        return views(floor.models(), false);
    }

    @GET
    @Path("/{name}")
    @Operation(operationId = "model", summary = "The versions of one model side by side")
    public List<ModelView> model(@RestPath @Parameter(example = "feed-pump-life") String name) {
        return views(named(name), true);
    }

    @POST
    @Path("/{name}/promote")
    @Operation(
            operationId = "promoteModel",
            summary = "Makes a version the active one and the active one a shadow; rolling back is promoting the other")
    @APIResponse(responseCode = "200", description = "The versions as they are then")
    @APIResponse(responseCode = "404", description = "There is no such model or version")
    @APIResponse(responseCode = "409", description = "The version is active already")
    public List<ModelView> promote(
            @RestPath @Parameter(example = "feed-pump-life") String name, @Nullable PromoteForm body) {
        var form = Flaws.body(body);
        var flaws = new Flaws();
        var version = flaws.need(form.version(), "version");
        flaws.brief(form.by(), "by").end();
        var versions = named(name).stream().map(TrainedModel::version).toList();
        if (!versions.contains(Objects.requireNonNull(version))) {
            throw ProblemException.of(
                    ProblemKind.NOT_FOUND,
                    "There is no version '%s' of %s.".formatted(version, name),
                    "There are: %s.".formatted(String.join(", ", versions)));
        }
        Answers.value(floor.promote(name, version, Answers.by(form.by())));
        return views(named(name), true);
    }

    @POST
    @Path("/{name}/retire")
    @Operation(
            operationId = "retireModel",
            summary =
                    "Makes the active version a shadow, so that none counts: rules decide again where there are rules")
    @APIResponse(responseCode = "200", description = "The versions as they are then")
    @APIResponse(responseCode = "404", description = "There is no such model")
    @APIResponse(responseCode = "409", description = "No version was active")
    public List<ModelView> retire(
            @RestPath @Parameter(example = "board-judge") String name, @Nullable RetireForm body) {
        var by = body == null ? null : body.by();
        new Flaws().brief(by, "by").end();
        named(name);
        Answers.value(floor.retire(name, Answers.by(by)));
        return views(named(name), true);
    }

    @GET
    @Path("/{name}/shadows")
    @Operation(
            operationId = "modelShadows",
            summary = "What versions in shadow say of parts, beside what counts and what people say",
            description = "Of models that look at pictures; over the latest parts that a shadow was shown.")
    public ShadowView shadows(@RestPath @Parameter(example = "board-judge") String name) {
        named(name);
        return Shadows.of(floor, name);
    }

    /** A picture of how good a version is. */
    record ModelPictureView(String name, String url) {}

    @GET
    @Path("/{name}/{version}/pictures")
    @Operation(
            operationId = "modelPictures",
            summary = "Pictures that lie beside a version's card: curves, confusion matrix, worst cases")
    @APIResponse(responseCode = "200", description = "By name; none where training drew none")
    public List<ModelPictureView> pictures(
            @RestPath @Parameter(example = "feed-pump-life") String name,
            @RestPath @Parameter(example = "1") String version) {
        var base = UriBuilder.fromPath("/api/v1/models/{name}/{version}/pictures/{picture}");
        return floor.modelPictures(name, version).stream()
                .map(picture -> new ModelPictureView(
                        picture, base.build(name, version, picture).toString()))
                .toList();
    }

    @GET
    @Path("/{name}/{version}/pictures/{picture}")
    @Produces("image/png")
    @Operation(operationId = "modelPicture", summary = "One of these pictures, SVG or PNG")
    @APIResponse(
            responseCode = "200",
            description = "The picture, drawing and nothing else",
            content = {
                @Content(mediaType = "image/svg+xml", schema = @Schema(format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(format = "binary"))
            })
    @APIResponse(responseCode = "404", description = "There is no such picture beside this version")
    public RestResponse<byte[]> picture(
            @RestPath @Parameter(example = "feed-pump-life") String name,
            @RestPath @Parameter(example = "1") String version,
            @RestPath @Parameter(example = "calibration.svg") String picture) {
        var bytes = floor.modelPicture(name, version, picture)
                .orElseThrow(() -> ProblemException.notFound(
                        "picture", picture, "/api/v1/models/%s/%s/pictures".formatted(name, version)));
        return RestResponse.ResponseBuilder.ok(bytes)
                .header("Content-Type", picture.endsWith(".svg") ? "image/svg+xml" : "image/png")
                .header("Content-Security-Policy", ONLY_DRAW)
                .header("Cache-Control", "private, max-age=60")
                .build();
    }

    private List<TrainedModel> named(String name) {
        var all = floor.models();
        var found = all.stream().filter(model -> model.name().equals(name)).toList();
        if (found.isEmpty()) {
            throw ProblemException.of(
                    ProblemKind.NOT_FOUND,
                    "There is no model '%s'.".formatted(name),
                    all.isEmpty()
                            ? "There are none; './millwright train maintenance' makes one."
                            : "There are: %s."
                                    .formatted(String.join(
                                            ", ",
                                            all.stream()
                                                    .map(TrainedModel::name)
                                                    .distinct()
                                                    .sorted()
                                                    .toList())));
        }
        return found;
    }

    private List<ModelView> views(List<TrainedModel> models, boolean withDrift) {
        var state = floor.state();
        return models.stream()
                .sorted(Comparator.comparing(TrainedModel::name)
                        .thenComparing(TrainedModel::active, Comparator.reverseOrder())
                        .thenComparing(TrainedModel::version))
                .map(model -> ModelView.of(state, model, withDrift ? drift(model) : null))
                .toList();
    }

    private @Nullable DriftView drift(TrainedModel model) {
        return floor.drift(model.name(), model.version()).map(DriftView::of).orElse(null);
    }
}
