package dev.millwright.bench.vision;

import dev.millwright.bench.Evaluate;
import dev.millwright.inference.ModelRegistry;
import dev.millwright.vision.anomaly.AnomalySettings;
import dev.millwright.vision.anomaly.Backbone;
import dev.millwright.vision.anomaly.Normalisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How anomalies are to be measured.
 *
 * @param given a network to be measured beside the one in the box; null: none
 * @param limit of good images and of judged ones; 0: all
 * @param pictures where the worst misses go; null: nowhere
 */
record AnomalyRequest(
        AnomalySettings settings,
        @Nullable Path given,
        int limit,
        @Nullable Path pictures) {
    private static final String OWN = "surface-features";

    /** What each network finds, by the prefix of its keys. */
    Map<String, AnomalyTrial> trials(Function<Backbone, AnomalyTrial> trial) throws IOException {
        var trials = new LinkedHashMap<String, AnomalyTrial>();
        try (var registry = ModelRegistry.open(Evaluate.home().resolve("models"))) {
            var card = registry.active(OWN).card();
            try (var own = Backbone.open(registry.bytes(card), Normalisation.of(card.provenance()))) {
                trials.put("own_", trial.apply(own));
            }
        }
        if (given != null) {
            try (var other = Backbone.open(Files.readAllBytes(given), Normalisation.IMAGENET)) {
                trials.put("given_", trial.apply(other));
            }
        }
        return trials;
    }

    Map<String, Object> settings(String set) {
        return Map.of(
                "set",
                set,
                "anomaly",
                settings.toString(),
                "backbone",
                given == null ? "none" : given.toString(),
                "limit",
                limit);
    }
}
