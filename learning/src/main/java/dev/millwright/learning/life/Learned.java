package dev.millwright.learning.life;

import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.learning.network.Weights;
import dev.millwright.learning.onnx.LifeOnnx;
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.life.ErrorBand;
import dev.millwright.maintenance.life.LifeModel;
import dev.millwright.maintenance.life.LifeNotes;
import java.util.List;

/**
 * What has been learned from some units.
 *
 * @param networks none: only trees were trained
 */
record Learned(FeatureSpace space, TreeEnsemble trees, List<Weights> networks) {
    private static final ErrorBand SURE = new ErrorBand(List.of(0.0), List.of(0.0), List.of(0.0));

    /** As it is served: by way of its file where there are networks. */
    LifeModel model(LifeNotes notes) {
        return notes.networkShare() > 0 ? LifeModel.read(file(notes)) : new LifeModel(notes, trees);
    }

    byte[] file(LifeNotes notes) {
        return LifeOnnx.write(notes, trees, notes.networkShare() > 0 ? networks : List.of());
    }

    /** Networks alone, not calibrated yet. */
    LifeModel networksAlone(LifeSettings settings) {
        return model(new LifeNotes(space, SURE, settings.cap(), 0, settings.unitOfLife(), 1, null, null));
    }

    /** Trees alone, not calibrated yet. */
    LifeModel treesAlone(LifeSettings settings) {
        return model(new LifeNotes(space, SURE, settings.cap(), 0, settings.unitOfLife(), 0, null, null));
    }
}
