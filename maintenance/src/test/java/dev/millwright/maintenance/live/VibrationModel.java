package dev.millwright.maintenance.live;

import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.Fusion;
import dev.millwright.maintenance.features.RegimeScale;
import dev.millwright.maintenance.features.Regimes;
import dev.millwright.maintenance.life.ErrorBand;
import dev.millwright.maintenance.life.LifeModel;
import dev.millwright.maintenance.life.LifeNotes;
import java.util.List;

/** A model written by hand: a latest vibration above 3 leaves 10, else 90; 5 more or less, lives up to 100 told apart. */
final class VibrationModel {
    private VibrationModel() {}

    /** @param unit what lives are counted in */
    static LifeModel of(String signal, String unit) {
        var space = new FeatureSpace(
                List.of("load", signal),
                List.of(0),
                List.of(1),
                new Regimes(List.of(0.0), List.of(1.0), List.of(List.of(0.0))),
                new RegimeScale(List.of(List.of(0.0, 1.0)), List.of(List.of(1.0, 2.0))),
                new Fusion(List.of(0.0), 0),
                false);
        var band = new ErrorBand(List.of(0.0), List.of(5.0), List.of(5.0));
        var stump = new TreeEnsemble.Node.Split(
                0, 1, true, 20, new TreeEnsemble.Node.Leaf(90, 10), new TreeEnsemble.Node.Leaf(10, 10));
        return new LifeModel(
                new LifeNotes(space, band, 100, 20, unit), new TreeEnsemble(space.width(), 0, false, List.of(stump)));
    }
}
