package dev.millwright.app.cli;

import dev.millwright.inference.AskedModel;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.anomaly.AnomalyDetector;
import dev.millwright.vision.anomaly.AnomalyMap;
import dev.millwright.vision.anomaly.AnomalyModel;
import dev.millwright.vision.anomaly.AnomalyResult;
import dev.millwright.vision.anomaly.HeatMap;
import dev.millwright.vision.dense.DenseInput;
import dev.millwright.vision.dense.DenseModel;
import dev.millwright.vision.dense.Detection;
import dev.millwright.vision.evaluation.PictureRun;
import dev.millwright.vision.evaluation.PictureRun.Seen;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.surface.Classification;
import dev.millwright.vision.surface.SurfaceModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A trained model that looks at single pictures: for what is unlike good ones, for which kind of surface they show, or for things
 * of several kinds.
 *
 * @param let lets go of the model
 */
record ModelEye(PictureRun.Eye eye, Runnable let) implements AutoCloseable {
    private static final int MARK = 0xe69f00;

    /**
     * Opens what 'train vision' has written.
     *
     * @throws IllegalArgumentException when the model sees no pictures, or is damaged
     */
    static ModelEye open(AskedModel asked) {
        if (AnomalyModel.isIn(asked.onnx())) {
            var model = AnomalyModel.read(asked.onnx(), asked.name());
            return new ModelEye(picture -> anomaly(model.detector(), picture), model::close);
        }
        if (DenseModel.isIn(asked.onnx())) {
            var model = DenseModel.read(asked.onnx(), asked.name());
            return new ModelEye(
                    picture -> things(model.detector().detect(DenseInput.of(picture)), picture), model::close);
        }
        if (!SurfaceModel.isIn(asked.onnx())) {
            throw new IllegalArgumentException(
                    "The model %s looks at no pictures\nTrain one with 'millwright train vision'."
                            .formatted(asked.name()));
        }
        var model = SurfaceModel.read(asked.onnx(), asked.name());
        return new ModelEye(picture -> kind(model.classifier().classify(picture), picture), model::close);
    }

    private static Seen anomaly(AnomalyDetector detector, ColourFrame picture) {
        var result = detector.inspect(picture);
        var words = String.format(
                Locale.ROOT,
                "score %.3f, limit %.3f; %.1f %% of good ones score as high",
                result.score(),
                result.threshold(),
                100 * result.pValue());
        if (result.verdict() == AnomalyResult.Verdict.FAIL && !result.regions().isEmpty()) {
            var worst = result.regions().getFirst();
            words += String.format(
                    Locale.ROOT,
                    "; worst at %.0f, %.0f: %d pixels",
                    worst.centroidX(),
                    worst.centroidY(),
                    worst.areaPx());
        }
        return new Seen(
                result.verdict().name(),
                words,
                Map.of("score", result.score(), "threshold", result.threshold(), "p_value", result.pValue()),
                () -> HeatMap.png(picture, result.map(), detector.fullHeat()));
    }

    private static Seen things(List<Detection> found, ColourFrame picture) {
        var words = found.stream()
                .map(each -> String.format(
                        Locale.ROOT,
                        "%s %.0f %% at %d, %d",
                        each.label(),
                        100 * each.probability(),
                        (each.box().left() + each.box().right()) / 2,
                        (each.box().top() + each.box().bottom()) / 2))
                .collect(Collectors.joining("; "));
        return new Seen(
                found.isEmpty() ? "PASS" : "FAIL",
                words,
                Map.of("findings", (double) found.size()),
                () -> MarkedImage.png(
                        picture,
                        found.stream()
                                .map(each -> new MarkedImage.Mark(
                                        each.box(),
                                        String.format(Locale.ROOT, "%s %.0f%%", each.label(), 100 * each.probability()),
                                        MARK))
                                .toList()));
    }

    private static Seen kind(Classification said, ColourFrame picture) {
        return new Seen(
                said.kind(),
                String.format(Locale.ROOT, "%.0f %%", 100 * said.probability()),
                Map.of("probability", said.probability()),
                () -> evidence(said, picture));
    }

    /** The places that speak for the kind, the strongest brightest. */
    private static byte[] evidence(Classification said, ColourFrame picture) {
        float[] values = said.map();
        int side = (int) Math.round(Math.sqrt(values.length));
        double most = 0;
        for (float value : values) {
            most = Math.max(most, value);
        }
        var map = new AnomalyMap(side, side, values).stretched(picture.width(), picture.height());
        return HeatMap.png(picture, map, most > 0 ? most : 1);
    }

    @Override
    public void close() {
        let.run();
    }
}
