package dev.millwright.app.cli;

import dev.millwright.inference.AskedModel;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.anomaly.HeatMap;
import dev.millwright.vision.evaluation.PictureRun;
import dev.millwright.vision.evaluation.PictureRun.Seen;
import dev.millwright.vision.eye.Sight;
import dev.millwright.vision.eye.TrainedEye;
import dev.millwright.vision.image.ColourFrame;
import java.time.Clock;

/** A trained model that looks at single pictures. */
record ModelEye(TrainedEye eye) implements PictureRun.Eye, AutoCloseable {

    /**
     * Opens what 'train vision' has written.
     *
     * @throws IllegalArgumentException when the model sees no pictures or compares them with templates, or is damaged
     */
    static ModelEye open(AskedModel asked) {
        var eye = TrainedEye.open(asked.onnx(), asked.name(), InspectorSettings.standard(), Clock.systemUTC());
        if (eye.needsTemplate()) {
            eye.close();
            throw new IllegalArgumentException(
                    "The model %s compares pictures with templates, not one by one\nName one that was trained with 'millwright train vision' on single pictures."
                            .formatted(asked.name()));
        }
        return new ModelEye(eye);
    }

    @Override
    public Seen see(ColourFrame picture) {
        var sight = eye.look(picture, null);
        return new Seen(sight.said(), sight.words(), sight.figures(), () -> marked(sight, picture));
    }

    private static byte[] marked(Sight sight, ColourFrame picture) {
        var heat = sight.heat();
        return heat == null
                ? MarkedImage.told(picture, sight.findings())
                : HeatMap.png(picture, heat.map(), heat.full());
    }

    @Override
    public void close() {
        eye.close();
    }
}
