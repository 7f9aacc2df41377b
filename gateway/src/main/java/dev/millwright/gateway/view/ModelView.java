package dev.millwright.gateway.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.millwright.gateway.TrainedModel;
import dev.millwright.plant.AssetClass;
import dev.millwright.plant.Camera;
import dev.millwright.plant.ModelErrors;
import dev.millwright.twin.TwinState;
import dev.millwright.vision.eye.TrainedEyes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A version of a trained model: its card, which machines it answers for, and how it does here.
 *
 * @param assetClass whose remaining life it knows; null for a model of something else
 * @param machines those of its class in this plant
 * @param cameras those whose pictures it looks at
 * @param running what failures in this plant said of it; null before the first
 * @param drift how far machines have moved away from its training; null where that is not known, and in lists of all models
 */
public record ModelView(
        String name,
        String version,
        @Schema(enumeration = {"ACTIVE", "SHADOW"}) String state,

        @JsonProperty("class") @Schema(nullable = true) @Nullable
        String assetClass,

        String licence,
        String file,
        String sha256,
        Map<String, Double> metrics,
        Map<String, String> provenance,
        @Schema(nullable = true) TrainedModel.@Nullable Notes notes,
        List<String> machines,
        List<String> cameras,
        @Schema(nullable = true) @Nullable RunningView running,
        @Schema(nullable = true) @Nullable DriftView drift) {

    /** What lives that ended here say of it. */
    public record RunningView(int lives, List<ErrorView> errors) {}

    /** How far estimates lay from the truth, made while no more than so much was left. */
    public record ErrorView(double leftAtMost, long estimates, double meanAbsoluteError, double coverage) {}

    /** A model beside what the plant knows of it. */
    public static ModelView of(TwinState twin, TrainedModel model, @Nullable DriftView drift) {
        String name = model.name();
        boolean life = model.notes() != null && name.endsWith(AssetClass.LIFE);
        var errors = twin.modelErrors().get(name + " " + model.version());
        return new ModelView(
                name,
                model.version(),
                model.active() ? "ACTIVE" : "SHADOW",
                life ? name.substring(0, name.length() - AssetClass.LIFE.length()) : null,
                model.licence(),
                model.file(),
                model.sha256(),
                model.metrics(),
                model.provenance(),
                model.notes(),
                twin.plant().machines().stream()
                        .filter(machine -> machine.assetClass().lifeModel().equals(name))
                        .map(machine -> machine.id().path())
                        .toList(),
                twin.plant().cameras().stream()
                        .filter(camera ->
                                name.equals(Objects.requireNonNullElse(camera.model(), TrainedEyes.BOARD_JUDGE)))
                        .map(Camera::id)
                        .toList(),
                errors == null ? null : running(errors),
                drift);
    }

    private static RunningView running(ModelErrors errors) {
        return new RunningView(
                errors.lives(),
                errors.errors().stream()
                        .map(error ->
                                new ErrorView(error.leftAtMost(), error.estimates(), error.mean(), error.coverage()))
                        .toList());
    }
}
