package dev.millwright.learning.vision.task;

import dev.millwright.learning.network.StepSettings;
import dev.millwright.learning.network.StepTraining;
import dev.millwright.learning.vision.SegmentTraining;
import dev.millwright.learning.vision.SpoiledPictures;
import dev.millwright.vision.anomaly.AnomalyModel;
import dev.millwright.vision.anomaly.AnomalySettings;
import dev.millwright.vision.anomaly.AnomalyTraining;
import dev.millwright.vision.anomaly.GoodParts;
import dev.millwright.vision.anomaly.Marker;
import dev.millwright.vision.image.ColourFrame;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Learns a detector from good pictures by drawing defects into them. */
public final class DrawnDetector {
    /** Drawn defects never run out, so that fewer steps do than where true ones are seen again and again. */
    public static final StepSettings STEPS = new StepSettings(3000, 8, 3e-3, 0.05, 0.05, 0.998, 1, 1);

    private DrawnDetector() {}

    /**
     * Learns from most of the pictures and takes thresholds from the others.
     *
     * @param folder where the optimizer keeps its steps; null: nowhere
     * @return the file of an {@link AnomalyModel}
     * @throws IllegalArgumentException when there are too few for the false-reject rate
     */
    public static byte[] learn(
            List<ColourFrame> good,
            AnomalySettings settings,
            StepSettings steps,
            StepTraining.Progress progress,
            Consumer<AnomalyTraining.Progress> calibrating,
            @Nullable Path folder) {
        var parts = GoodParts.of(good, settings);
        var pictures = new SpoiledPictures(SegmentTraining.SIDE);
        parts.tiles(settings.tilePx()).forEach(picture -> pictures.add(picture.grey()));
        var training = new SegmentTraining(pictures);
        byte[] onnx = training.onnx(training.train(steps, progress, folder));
        try (var marker = Marker.open(onnx, SegmentTraining.SIDE)) {
            return AnomalyModel.write(AnomalyTraining.around(marker, parts.heldOut(), settings, calibrating), onnx);
        }
    }
}
