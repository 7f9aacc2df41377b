package dev.millwright.learning.vision.task;

import dev.millwright.inference.OnnxSession;
import dev.millwright.inference.TensorSpec;
import dev.millwright.learning.plots.ConfusionPlot;
import dev.millwright.learning.plots.LossPlot;
import dev.millwright.learning.vision.SegmentTraining;
import dev.millwright.learning.vision.layout.GoodPictures;
import dev.millwright.vision.anomaly.AnomalyModel;
import dev.millwright.vision.anomaly.AnomalySettings;
import dev.millwright.vision.anomaly.AnomalyTraining;
import dev.millwright.vision.anomaly.Backbone;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.FrameReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Learns to tell what is unlike good pictures. */
public final class AnomalyTask {
    /** What good pictures may take of the memory, bytes. */
    private static final long MOST_BYTES = 1_500_000_000;

    /** What a network takes and gives; -1: any number. */
    private record Shapes(List<Long> input, List<Long> output) {}

    private static final Shapes SEEING = new Shapes(List.of(-1L, 3L, -1L, -1L), List.of(-1L, -1L, -1L, -1L));
    private static final List<Long> SQUARES =
            List.of(-1L, 1L, (long) SegmentTraining.SIDE, (long) SegmentTraining.SIDE);
    private static final Shapes MARKING = new Shapes(SQUARES, SQUARES);

    private AnomalyTask() {}

    /**
     * Learns by drawing defects into good pictures and judges on the others.
     *
     * @param costs by which the limit is set; null: by the rate of false rejects
     * @throws IllegalArgumentException when there are too few good pictures
     */
    public static TrainedVision drawn(
            GoodPictures set, AnomalySettings settings, @Nullable InspectionCosts costs, TaskOrder order) {
        var steps = order.over(DrawnDetector.STEPS);
        byte[] onnx = order.kept("drawn defects " + settings + steps, curve -> {
            var good = read(set.good(), order.teller());
            return DrawnDetector.learn(good, settings, steps, curve, told(order.teller()), curve.steps());
        });
        var losses = LossCurve.in(order.folder(), order.teller()).points();
        return judged(
                set,
                onnx,
                costs,
                Map.of("method", AnomalyMethod.DRAWN.toString(), "hyperparameters", settings + ", " + steps),
                Map.of(TrainedVision.LOSS, TrainedVision.svg(LossPlot.of("How the loss fell", losses))),
                MARKING,
                order);
    }

    /**
     * Learns by remembering patches of good pictures and judges on the others.
     *
     * @param backbone the file of a network of features
     * @param words what network it is, for the card
     * @param costs by which the limit is set; null: by the rate of false rejects
     * @throws IllegalArgumentException when there are too few good pictures
     */
    public static TrainedVision remembered(
            GoodPictures set,
            byte[] backbone,
            String words,
            Backbone network,
            AnomalySettings settings,
            @Nullable InspectionCosts costs,
            TaskOrder order) {
        byte[] onnx = order.kept(
                "anomaly " + settings + network.sha256(),
                _ -> learned(set, backbone, network, settings, order.teller()));
        var details = new LinkedHashMap<>(network.normalisation().provenance());
        details.put("method", AnomalyMethod.MEMORY.toString());
        details.put("backbone", words);
        details.put("backbone_sha256", network.sha256());
        details.put("hyperparameters", settings.toString());
        return judged(set, onnx, costs, details, Map.of(), SEEING, order);
    }

    private static TrainedVision judged(
            GoodPictures set,
            byte[] learned,
            @Nullable InspectionCosts costs,
            Map<String, String> how,
            Map<String, byte[]> curves,
            Shapes shapes,
            TaskOrder order) {
        byte[] onnx = costs == null ? learned : costs.limited(learned, set);
        try (var model = AnomalyModel.read(onnx, "the trained model");
                var session = OnnxSession.open(onnx)) {
            var report = AnomalyReport.of(model.detector(), set.test(), order.teller());
            var pictures = new LinkedHashMap<>(curves);
            if (!set.test().isEmpty()) {
                pictures.put(
                        TrainedVision.CONFUSION,
                        TrainedVision.svg(ConfusionPlot.of(
                                "Pictures to judge by: what they were taken for",
                                AnomalyReport.verdicts(),
                                report.confusion())));
                pictures.put(TrainedVision.EXAMPLES, report.worst());
            }
            var details = new LinkedHashMap<>(how);
            if (costs != null) {
                details.put("limit", costs.words());
            }
            details.put(
                    "split",
                    "thresholds by %d good pictures that nothing was learned from; judged on %d others"
                            .formatted(
                                    model.detector().calibration().images().scores().length,
                                    set.test().size()));
            details.put("learned", set.good().size() + " good pictures");
            details.put("held_out", set.test().size() + " pictures");
            return new TrainedVision(
                    onnx,
                    session.inputs().stream()
                            .map(name -> new TensorSpec(name, shapes.input()))
                            .toList(),
                    session.outputs().stream()
                            .map(name -> new TensorSpec(name, shapes.output()))
                            .toList(),
                    report.metrics(),
                    Map.copyOf(details),
                    pictures,
                    report.words());
        }
    }

    private static byte[] learned(
            GoodPictures set, byte[] backbone, Backbone network, AnomalySettings settings, Teller teller) {
        var detector = AnomalyTraining.train(read(set.good(), teller), network, settings, told(teller));
        return AnomalyModel.write(detector, backbone);
    }

    private static Consumer<AnomalyTraining.Progress> told(Teller teller) {
        return progress -> teller.at(progress.stage(), progress.done(), progress.of(), Double.NaN);
    }

    /** All of them, or, where the memory would not hold them, as many as it does, evenly taken. */
    private static List<ColourFrame> read(List<Path> files, Teller teller) {
        var pictures = new ArrayList<ColourFrame>();
        long bytes = 0;
        int every = 1;
        for (int i = 0; i < files.size(); i += every) {
            var picture = FrameReader.standard().readColour(files.get(i));
            pictures.add(picture);
            long own = (picture.isGrey() ? 1L : 3L) * picture.width() * picture.height();
            bytes += own;
            if (i == 0) {
                every = Math.toIntExact(1 + own * files.size() / MOST_BYTES);
            }
            if (bytes > 2 * MOST_BYTES) {
                throw new IllegalArgumentException(
                        "%d good pictures take more than %d bytes\nGive fewer, or smaller ones, all of one size."
                                .formatted(files.size(), bytes));
            }
            teller.at("reading", pictures.size(), (files.size() + every - 1) / every, Double.NaN);
        }
        return pictures;
    }
}
