package dev.millwright.vision.eye;

import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.anomaly.AnomalyModel;
import dev.millwright.vision.dense.DenseModel;
import dev.millwright.vision.detection.JudgeModel;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.surface.SurfaceModel;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * A trained model that looks at pictures, whatever it was trained for: what is unlike good parts, which kind of surface is shown,
 * things of several kinds, or what differences from a template are.
 */
public final class TrainedEye implements Eye, AutoCloseable {
    private final Eye eye;
    private final Runnable let;

    private TrainedEye(Eye eye, Runnable let) {
        this.eye = eye;
        this.let = let;
    }

    /** Whether a model file is one. */
    public static boolean isIn(byte[] onnx) {
        return AnomalyModel.isIn(onnx) || DenseModel.isIn(onnx) || SurfaceModel.isIn(onnx) || JudgeModel.isIn(onnx);
    }

    /**
     * Opens what 'train vision' has written.
     *
     * @param name for messages
     * @param settings of eyes that compare with templates, but for what the model says of itself
     * @throws IllegalArgumentException when the model sees no pictures, or is damaged
     */
    public static TrainedEye open(byte[] onnx, String name, InspectorSettings settings, InstantSource clock) {
        if (AnomalyModel.isIn(onnx)) {
            var model = AnomalyModel.read(onnx, name);
            return new TrainedEye(new AnomalyEye(model.detector()), model::close);
        }
        if (DenseModel.isIn(onnx)) {
            var model = DenseModel.read(onnx, name);
            return new TrainedEye(new ThingEye(model.detector()), model::close);
        }
        if (SurfaceModel.isIn(onnx)) {
            var model = SurfaceModel.read(onnx, name);
            return new TrainedEye(new KindEye(model.classifier()), model::close);
        }
        if (JudgeModel.isIn(onnx)) {
            var model = JudgeModel.read(onnx, name);
            return new TrainedEye(new TemplateEye(Inspector.by(model, settings, clock)), model::close);
        }
        throw new IllegalArgumentException(
                "The model %s looks at no pictures\nTrain one with 'millwright train vision'.".formatted(name));
    }

    @Override
    public boolean needsTemplate() {
        return eye.needsTemplate();
    }

    @Override
    public Sight look(ColourFrame picture, @Nullable Frame template) {
        return eye.look(picture, template);
    }

    @Override
    public void close() {
        let.run();
    }
}
