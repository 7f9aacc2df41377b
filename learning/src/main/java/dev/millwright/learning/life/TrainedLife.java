package dev.millwright.learning.life;

import dev.millwright.learning.onnx.TreesOnnx;
import dev.millwright.maintenance.life.LifeModel;
import java.util.List;
import java.util.Map;

/**
 * A model learned from all units, and how good its like are on units held out.
 *
 * @param importance each signal's share in what moves the estimates
 */
public record TrainedLife(LifeModel model, HeldOut heldOut, Map<String, Double> importance) {
    public TrainedLife {
        importance = Map.copyOf(importance);
    }

    /** The model as one ONNX file: its trees, and its notes beside them. */
    public byte[] onnx() {
        return TreesOnnx.write(List.of(model.expected()), Map.of(LifeModel.NOTES, model.notesText()));
    }
}
