package dev.millwright.learning.cli;

import dev.millwright.inference.ModelCard;
import dev.millwright.inference.OnnxMetadata;
import dev.millwright.learning.network.StepTraining;
import dev.millwright.learning.vision.BoardTraining;
import dev.millwright.learning.vision.JudgeTraining;
import dev.millwright.vision.detection.JudgeModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The model that judges differences of boards from their templates, learned from generated boards. */
final class BoardRegistration {
    private static final String NAME = "board-judge";

    private BoardRegistration() {}

    /** Trains, and writes model and card as a shadow. */
    static ModelCard register(Path models, BoardTraining training, StepTraining.Progress progress) throws IOException {
        var kept = models.resolve(".training").resolve(NAME);
        Files.createDirectories(kept);
        byte[] onnx = training.train(progress, kept);
        return register(models, training, onnx);
    }

    /** Judges a trained model, and writes it. */
    private static ModelCard register(Path models, BoardTraining training, byte[] onnx) {
        var report = training.judge(onnx);
        double threshold = report.bestThreshold();
        return new Registration(models, "Apache-2.0; learned from generated boards alone")
                .register(
                        NAME,
                        OnnxMetadata.added(onnx, JudgeModel.leastScore(threshold)),
                        JudgeTraining.INPUTS,
                        JudgeTraining.OUTPUTS,
                        Map.of(
                                "map", report.map(),
                                "map50", report.map50(),
                                "f", report.at(threshold).fTyped(),
                                "f_threshold", threshold,
                                "false_reject_at_recall100", report.falseRejectAtRecall(1)),
                        Map.of(
                                "data",
                                "generated boards",
                                "data_sha256",
                                training.dataSha256(),
                                "split",
                                "judged on boards generated from other seeds",
                                "seed",
                                String.valueOf(JudgeTraining.STEPS.seed()),
                                "hyperparameters",
                                training.toString(),
                                "command",
                                "millwright train public --set boards"),
                        Map.of());
    }
}
