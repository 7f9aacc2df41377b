package dev.millwright.learning.cli;

import dev.millwright.inference.ModelRegistry;
import dev.millwright.vision.anomaly.Normalisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The network in whose features anomalies are looked for.
 *
 * @param onnx its file
 * @param words what it is, for people and for the card
 */
// The file is only ever opened and copied.
@SuppressWarnings("ArrayRecordComponent")
record FeatureNetwork(byte[] onnx, Normalisation normalisation, String words) {
    private static final String OWN = "surface-features";

    /** A network that somebody names, trained on ImageNet as most are. */
    static FeatureNetwork named(Path file) {
        try {
            return new FeatureNetwork(
                    Files.readAllBytes(file), Normalisation.IMAGENET, String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read.\nName an ONNX file.".formatted(file), e);
        }
    }

    /**
     * The network in the box: where models lie, or else in the folder that Millwright runs from.
     *
     * @param home that folder; null where nobody says
     */
    static FeatureNetwork inTheBox(Path models, @Nullable String home) {
        var places = new LinkedHashSet<>(
                List.of(models, Path.of(home == null ? "" : home).resolve("models")));
        for (var place : places) {
            if (Files.isDirectory(place)) {
                try (var registry = ModelRegistry.open(place)) {
                    var found = registry.activeIfAny(OWN);
                    if (found.isPresent()) {
                        var card = found.get().card();
                        return new FeatureNetwork(
                                registry.bytes(card),
                                Normalisation.of(card.provenance()),
                                "%s %s (%s)".formatted(card.name(), card.version(), card.licence()));
                    }
                }
            }
        }
        throw new IllegalArgumentException(
                "There is no active model %s in %s\nName a network of features with --backbone FILE.onnx."
                        .formatted(OWN, places));
    }
}
