package dev.millwright.learning.vision.task;

import dev.millwright.inference.OnnxMetadata;
import dev.millwright.learning.plots.LossPlot;
import dev.millwright.learning.vision.JudgeTraining;
import dev.millwright.learning.vision.layout.PairFolder;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.detection.JudgeModel;
import dev.millwright.vision.evaluation.DetectionScore;
import dev.millwright.vision.image.FrameReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Learns to judge differences of pictures from their templates. */
public final class PairTask {
    private static final InspectorSettings SETTINGS =
            InspectorSettings.standard().withLeastScore(0);
    /** Enough to choose a threshold by. */
    private static final int TRIED = 60;

    private PairTask() {}

    /** Learns from most pairs and judges on the rest, at the threshold that is best on those learned from. */
    public static TrainedVision train(PairFolder set, TaskOrder order) {
        var pairs = LearnedPairs.of(set, order);
        var settings = order.over(JudgeTraining.STEPS);
        byte[] onnx = order.kept("judge " + pairs.split() + settings, curve -> {
            var training = new JudgeTraining();
            var reader = FrameReader.standard();
            for (int i = 0; i < pairs.learned().size(); i++) {
                var pair = pairs.learned().get(i);
                training.add(reader.read(pair.image()), reader.read(pair.template()), SETTINGS, pair.known());
                order.teller().at("comparing", i + 1, pairs.learned().size(), Double.NaN);
            }
            return training.onnx(training.train(settings, curve, curve.steps()));
        });
        try (var model = JudgeModel.read(onnx, "the trained model")) {
            var inspector = new Inspector(SETTINGS, model.judge(), InstantSource.fixed(Instant.EPOCH));
            var tried =
                    pairs.learned().subList(0, Math.min(TRIED, pairs.learned().size()));
            double threshold = PairReport.of(inspector, tried, "choosing a threshold", order.teller())
                    .report()
                    .bestThreshold();
            var report = PairReport.of(inspector, pairs.judged(), "judging", order.teller());
            return new TrainedVision(
                    OnnxMetadata.added(onnx, JudgeModel.leastScore(threshold)),
                    JudgeTraining.INPUTS,
                    JudgeTraining.OUTPUTS,
                    report.metrics(threshold),
                    Map.of(
                            "split", pairs.split(),
                            "learned", pairs.learned().size() + " pairs",
                            "held_out", pairs.judged().size() + " pairs",
                            "protocol", "right when of the same type and IoU above " + DetectionScore.IOU,
                            "hyperparameters", settings.toString()),
                    Map.of(
                            TrainedVision.LOSS,
                                    TrainedVision.svg(LossPlot.of(
                                            "How the loss fell",
                                            LossCurve.in(order.folder(), order.teller())
                                                    .points())),
                            TrainedVision.EXAMPLES, report.worst(threshold)),
                    report.words(threshold));
        }
    }
}
