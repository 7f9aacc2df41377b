package dev.millwright.learning.cli;

import dev.millwright.inference.ModelCard;
import dev.millwright.inference.ModelRegistry;
import dev.millwright.inference.ModelState;
import dev.millwright.inference.TensorSpec;
import dev.millwright.learning.network.StepTraining;
import dev.millwright.learning.vision.BoardTraining;
import dev.millwright.learning.vision.JudgeTraining;
import dev.millwright.vision.detection.Crop;
import dev.millwright.vision.detection.Judge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The model that judges differences of boards from their templates, learned from generated boards. */
final class BoardRegistration {
    private static final String NAME = "board-judge";

    private BoardRegistration() {}

    /** Trains, and writes model and card as a shadow. */
    static ModelCard register(Path models, BoardTraining training, StepTraining.Progress progress) throws IOException {
        var kept = models.resolve(".training").resolve(NAME);
        Files.createDirectories(kept);
        var learned = training.train(progress, kept);
        var report = learned.heldOut();
        double threshold = report.bestThreshold();
        int version = LifeRegistration.next(models, NAME);
        var card = new ModelCard(
                NAME,
                String.valueOf(version),
                ModelState.SHADOW,
                NAME + "-" + version + ".onnx",
                ModelRegistry.sha256(learned.onnx()),
                "Apache-2.0; learned from generated boards alone",
                List.of(new TensorSpec(
                        Judge.CROPS, List.of(-1L, (long) Crop.LAYERS, (long) Crop.SIDE, (long) Crop.SIDE))),
                List.of(
                        new TensorSpec(Judge.PROBABILITIES, List.of(-1L, BoardTraining.LABELS.size() + 1L)),
                        new TensorSpec(Judge.MARGINS, List.of(-1L, 4L))),
                Map.of(
                        "map", report.map(),
                        "map50", report.map50(),
                        "f", report.at(threshold).fTyped(),
                        "f_threshold", threshold,
                        "false_reject_at_recall100", report.falseRejectAtRecall100()),
                Map.of(
                        "data",
                        "generated boards",
                        "labels",
                        String.join(" ", BoardTraining.LABELS),
                        "split",
                        "judged on boards generated from other seeds",
                        "seed",
                        String.valueOf(JudgeTraining.STEPS.seed()),
                        "hyperparameters",
                        training.toString(),
                        "command",
                        "millwright train public --set boards"));
        ModelRegistry.put(models, card, learned.onnx());
        return card;
    }
}
