package dev.millwright.learning.vision.task;

import dev.millwright.inference.OnnxMetadata;
import dev.millwright.inference.TensorSpec;
import dev.millwright.learning.plots.LossPlot;
import dev.millwright.learning.vision.DenseTraining;
import dev.millwright.learning.vision.KnownBox;
import dev.millwright.learning.vision.layout.LabelledPicture;
import dev.millwright.learning.vision.layout.LabelledPictures;
import dev.millwright.vision.dense.DenseDetector;
import dev.millwright.vision.dense.DenseInput;
import dev.millwright.vision.dense.DenseModel;
import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.FrameReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Learns to find things in pictures that stand alone, from boxes that people drew. */
public final class BoxTask {
    private static final int PLANES = 3;
    /** Enough to choose a threshold by. */
    private static final int TRIED = 60;
    /** What pictures may take of the memory, bytes. */
    private static final long MOST_BYTES = 1_500_000_000;

    private BoxTask() {}

    /** Learns from most pictures and judges on the rest, at the threshold that is best on those learned from. */
    public static TrainedVision train(LabelledPictures set, TaskOrder order) {
        var kinds = set.kinds();
        var learned = new ArrayList<>(set.pictures());
        var judged = new ArrayList<LabelledPicture>();
        var random = new SplittableRandom(order.seed());
        for (int left = (int) Math.round(order.heldOut() * learned.size()); left > 0; left--) {
            judged.add(learned.remove(random.nextInt(learned.size())));
        }
        if (judged.isEmpty()) {
            throw new IllegalArgumentException(
                    "%d pictures with boxes are too few to hold some out\nGive ten or more.".formatted(learned.size()));
        }
        var settings = order.over(DenseTraining.STEPS);
        byte[] onnx = order.kept("dense " + order.heldOut() + settings, curve -> {
            var training = new DenseTraining(PLANES, kinds.size());
            long bytes = 0;
            for (int i = 0; i < learned.size(); i++) {
                bytes += add(learned.get(i), kinds, training);
                if (bytes > MOST_BYTES) {
                    throw new IllegalArgumentException("%d of %d pictures take %d bytes\nGive fewer, or smaller ones."
                            .formatted(i + 1, learned.size(), bytes));
                }
                order.teller().at("reading", i + 1, learned.size(), Double.NaN);
            }
            return training.onnx(training.train(settings, curve, curve.steps()), DenseModel.metadata(kinds));
        });
        try (var model = DenseModel.read(onnx, "the trained model")) {
            var tried = learned.subList(0, Math.min(TRIED, learned.size()));
            double threshold = BoxReport.of(model.detector(), tried, "choosing a threshold", order.teller())
                    .bestThreshold();
            var report = BoxReport.of(model.detector(), judged, "judging", order.teller());
            return new TrainedVision(
                    OnnxMetadata.added(onnx, DenseModel.least(threshold)),
                    List.of(new TensorSpec(DenseDetector.PICTURES, List.of(-1L, (long) PLANES, -1L, -1L))),
                    List.of(
                            new TensorSpec(DenseDetector.MIDDLES, List.of(-1L, (long) kinds.size(), -1L, -1L)),
                            new TensorSpec(DenseDetector.REACHES, List.of(-1L, 4L, -1L, -1L))),
                    report.metrics(threshold),
                    Map.of(
                            "split",
                            "%s of the pictures held out, by chance".formatted(order.heldOut()),
                            "learned",
                            learned.size() + " pictures",
                            "held_out",
                            judged.size() + " pictures",
                            "kinds",
                            String.join(", ", kinds),
                            "protocol",
                            "right when of the same kind and IoU above 0.5",
                            "hyperparameters",
                            settings.toString()),
                    Map.of(
                            TrainedVision.LOSS,
                            TrainedVision.svg(LossPlot.of(
                                    "How the loss fell",
                                    LossCurve.in(order.folder(), order.teller()).points())),
                            TrainedVision.EXAMPLES,
                            report.worst(threshold)),
                    report.words(threshold));
        }
    }

    /** Adds a picture; gives the bytes that it takes. */
    private static long add(LabelledPicture labelled, List<String> kinds, DenseTraining training) {
        var picture = FrameReader.standard().readColour(labelled.picture());
        training.add(
                DenseInput.of(picture),
                labelled.boxes().stream()
                        .map(each -> new KnownBox(kinds.indexOf(each.kind()), within(each.box(), picture, labelled)))
                        .toList());
        return (picture.isGrey() ? 1L : PLANES) * picture.width() * picture.height();
    }

    /** Labels may name another size of picture than there is, when somebody scaled the pictures. */
    private static Box within(Box box, ColourFrame picture, LabelledPicture labelled) {
        if (box.right() > picture.width() || box.bottom() > picture.height()) {
            throw new IllegalArgumentException(
                    "%s of %d x %d pixels has a box from %d,%d to %d,%d\nScale pictures and boxes alike."
                            .formatted(
                                    labelled.picture(),
                                    picture.width(),
                                    picture.height(),
                                    box.left(),
                                    box.top(),
                                    box.right(),
                                    box.bottom()));
        }
        return box;
    }
}
