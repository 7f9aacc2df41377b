package dev.millwright.learning.life;

import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.learning.onnx.TreesOnnx;
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.UnitRun;
import java.util.List;

/**
 * A trained model of remaining life.
 *
 * @param space what it sees
 * @param low the quantile below which few lives lie, before calibration; {@code high} likewise
 * @param alarmBelow an expected life below this is an alarm
 */
public record LifeModel(
        FeatureSpace space,
        TreeEnsemble expected,
        TreeEnsemble low,
        TreeEnsemble high,
        Widening widening,
        double alarmBelow,
        int cap) {

    /** The life left after a unit's last cycle. */
    public LifeEstimate estimate(UnitRun run) {
        return estimate(space.last(run));
    }

    LifeEstimate estimate(float[] features) {
        double bottom = low.predict(features);
        double top = high.predict(features);
        double wider = widening.at((bottom + top) / 2);
        double mean = Math.clamp(expected.predict(features), 0, cap);
        return new LifeEstimate(mean, Math.clamp(bottom - wider, 0, mean), Math.clamp(top + wider, mean, cap));
    }

    /** Its trees as an ONNX file: expected, low and high, not widened. */
    public byte[] onnx() {
        return TreesOnnx.write(List.of(expected, low, high));
    }
}
