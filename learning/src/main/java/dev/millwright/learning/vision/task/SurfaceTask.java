package dev.millwright.learning.vision.task;

import dev.millwright.inference.TensorSpec;
import dev.millwright.learning.plots.ConfusionPlot;
import dev.millwright.learning.plots.LossPlot;
import dev.millwright.learning.vision.Lying;
import dev.millwright.learning.vision.SurfaceFolder;
import dev.millwright.learning.vision.SurfaceLearner;
import dev.millwright.learning.vision.SurfacePicture;
import dev.millwright.learning.vision.SurfaceTraining;
import dev.millwright.vision.surface.SurfaceClassifier;
import dev.millwright.vision.surface.SurfaceInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Learns to tell kinds of pictures apart. */
public final class SurfaceTask {
    private SurfaceTask() {}

    /**
     * Learns from most pictures and judges on the rest.
     *
     * @throws IllegalArgumentException when too few pictures are left to learn from or to judge by
     */
    public static TrainedVision train(SurfaceFolder set, Lying lying, TaskOrder order) {
        var kinds = set.kinds();
        var judged = new ArrayList<SurfacePicture>();
        var learned = new ArrayList<SurfacePicture>();
        SurfaceLearner.split(set.pictures(), kinds.size(), order.heldOut(), order.seed(), judged, learned);
        if (judged.isEmpty()) {
            throw new IllegalArgumentException(
                    "%d pictures of %d kinds are too few to hold some out\nGive five of each kind or more."
                            .formatted(set.pictures().size(), kinds.size()));
        }
        var settings = order.over(SurfaceLearner.STEPS);
        byte[] onnx = order.kept(
                "surface " + order.heldOut() + lying + settings,
                curve -> SurfaceLearner.learn(learned, kinds, lying, settings, curve, curve.steps()));
        var report = SurfaceReport.of(onnx, judged, order.teller());
        var losses = LossCurve.in(order.folder(), order.teller()).points();
        return new TrainedVision(
                onnx,
                List.of(new TensorSpec(
                        SurfaceClassifier.PICTURES,
                        List.of(-1L, (long) SurfaceInput.PLANES, (long) SurfaceTraining.SIDE, (long)
                                SurfaceTraining.SIDE))),
                List.of(
                        new TensorSpec(SurfaceClassifier.PROBABILITIES, List.of(-1L, (long) kinds.size())),
                        new TensorSpec(SurfaceClassifier.EVIDENCE, List.of(-1L, -1L, (long) kinds.size()))),
                report.metrics(),
                Map.of(
                        "split", "%s of each kind held out, by chance".formatted(order.heldOut()),
                        "learned", learned.size() + " pictures",
                        "held_out", judged.size() + " pictures",
                        "kinds", String.join(", ", kinds),
                        "lying", lying.toString(),
                        "hyperparameters", settings.toString()),
                Map.of(
                        TrainedVision.LOSS, TrainedVision.svg(LossPlot.of("How the loss fell", losses)),
                        TrainedVision.CONFUSION,
                                TrainedVision.svg(ConfusionPlot.of(
                                        "Pictures held out: what they were taken for", kinds, report.confusion())),
                        TrainedVision.EXAMPLES, report.worst()),
                report.words());
    }
}
