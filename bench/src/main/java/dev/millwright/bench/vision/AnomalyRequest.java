package dev.millwright.bench.vision;

import dev.millwright.bench.Evaluate;
import dev.millwright.inference.ModelRegistry;
import dev.millwright.learning.life.Checkpoints;
import dev.millwright.learning.vision.task.DrawnDetector;
import dev.millwright.vision.anomaly.AnomalyModel;
import dev.millwright.vision.anomaly.AnomalySettings;
import dev.millwright.vision.anomaly.AnomalyTraining;
import dev.millwright.vision.anomaly.Backbone;
import dev.millwright.vision.anomaly.Normalisation;
import dev.millwright.vision.evaluation.MvtecFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How anomalies are to be measured.
 *
 * @param given a network to be measured beside the one in the box; null: none
 * @param drawn whether a network that learns from drawn defects is measured, too
 * @param limit of good images and of judged ones; 0: all
 * @param pictures where the worst misses go; null: nowhere
 */
record AnomalyRequest(
        AnomalySettings settings,
        @Nullable Path given,
        boolean drawn,
        int limit,
        @Nullable Path pictures,
        Checkpoints kept) {
    /** What begins the keys of the network in the box, of a given one and of drawn defects. */
    static final String OWN = "own_";

    static final String DRAWN = "drawn_";
    private static final String GIVEN = "given_";
    private static final String IN_THE_BOX = "surface-features";

    /** What is found each way, by the prefix of its keys. */
    Map<String, AnomalyTrial> trials(MvtecFolder set, String name) throws IOException {
        var trials = new LinkedHashMap<String, AnomalyTrial>();
        try (var registry = ModelRegistry.open(Evaluate.home().resolve("models"))) {
            var card = registry.active(IN_THE_BOX).card();
            try (var own = Backbone.open(registry.bytes(card), Normalisation.of(card.provenance()))) {
                trials.put(OWN, remembered(set, own));
            }
        }
        if (given != null) {
            try (var other = Backbone.open(Files.readAllBytes(given), Normalisation.IMAGENET)) {
                trials.put(GIVEN, remembered(set, other));
            }
        }
        if (drawn) {
            trials.put(DRAWN, drawn(set, name));
        }
        return trials;
    }

    private AnomalyTrial remembered(MvtecFolder set, Backbone backbone) {
        return AnomalyTrial.of(set, limit, good -> AnomalyTraining.train(good, backbone, settings, _ -> {}));
    }

    private AnomalyTrial drawn(MvtecFolder set, String name) {
        var steps = DrawnDetector.STEPS;
        return AnomalyTrial.of(set, limit, good -> {
            byte[] onnx = kept.keep(
                    "drawn defects %s %d %s %s".formatted(name, good.size(), settings, steps),
                    folder -> DrawnDetector.learn(good, settings, steps, Steps.told("drawn defects"), _ -> {}, folder));
            return AnomalyModel.read(onnx, "the trained model").detector();
        });
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
