package dev.millwright.learning.life;

import dev.millwright.maintenance.life.ModeModel;
import java.util.Map;

/**
 * A model of failure modes learned from all units, and how good its like are on units held out.
 *
 * @param importance each signal's share in what moves the odds
 * @param onnx the model as a file
 */
// The file is only ever written out.
@SuppressWarnings("ArrayRecordComponent")
public record TrainedModes(ModeModel model, ModeHeldOut heldOut, Map<String, Double> importance, byte[] onnx) {
    public TrainedModes {
        importance = Map.copyOf(importance);
    }
}
