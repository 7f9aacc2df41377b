package dev.millwright.loop.health;

import dev.millwright.inference.trees.ClassTrees;
import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.maintenance.drift.Domain;
import dev.millwright.maintenance.drift.TrainingReference;
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.Fusion;
import dev.millwright.maintenance.features.RegimeScale;
import dev.millwright.maintenance.features.Regimes;
import dev.millwright.maintenance.life.ErrorBand;
import dev.millwright.maintenance.life.FailureNotes;
import dev.millwright.maintenance.life.LifeModel;
import dev.millwright.maintenance.life.LifeNotes;
import dev.millwright.maintenance.life.ModeModel;
import dev.millwright.maintenance.live.LifeVersion;
import dev.millwright.maintenance.live.ModeVersion;
import dev.millwright.maintenance.live.TrainedModels;
import java.util.List;
import java.util.Map;

/** Models written by hand for the drill's class: a latest vibration above 3 leaves so many hours, else 90. */
final class PumpModel {
    static final String NAME = "drill-life";

    private PumpModel() {}

    /** Two versions, the one active and the other its shadow. */
    static TrainedModels versions(String active) {
        return new TrainedModels(Map.of(NAME, List.of(version("1", 10, active), version("2", 20, active))), Map.of());
    }

    /** The first version, and beside it a model that says of a vibration above 3 that the bearing fails, else nothing. */
    static TrainedModels withModes() {
        var notes = new FailureNotes(
                model(10).notes().space(),
                20,
                "hours",
                new TrainingReference(
                        List.of(), 1, new Domain(List.of(), List.of(List.of(new Domain.Range(0, 10))), 100)),
                List.of("bearing", "seal"));
        var trees = new ClassTrees(List.of(trees(9, 0), trees(0, 3), trees(0, 0)));
        return new TrainedModels(
                Map.of(NAME, List.of(version("1", 10, "1"))),
                Map.of("drill-failure-mode", new ModeVersion("drill-failure-mode", "4", new ModeModel(notes, trees))));
    }

    private static TreeEnsemble trees(float low, float high) {
        var stump = new TreeEnsemble.Node.Split(
                0, 1, true, 20, new TreeEnsemble.Node.Leaf(low, 10), new TreeEnsemble.Node.Leaf(high, 10));
        return new TreeEnsemble(model(10).notes().space().width(), 0, false, List.of(stump));
    }

    private static LifeVersion version(String version, float end, String active) {
        return new LifeVersion(NAME, version, version.equals(active), model(end));
    }

    private static LifeModel model(float end) {
        var space = new FeatureSpace(
                List.of("vibration"),
                List.of(),
                List.of(0),
                new Regimes(List.of(), List.of(), List.of(List.of())),
                new RegimeScale(List.of(List.of(1.0)), List.of(List.of(2.0))),
                new Fusion(List.of(0.0), 0),
                false);
        var band = new ErrorBand(List.of(0.0), List.of(5.0), List.of(5.0));
        var stump = new TreeEnsemble.Node.Split(
                0, 1, true, 20, new TreeEnsemble.Node.Leaf(90, 10), new TreeEnsemble.Node.Leaf(end, 10));
        return new LifeModel(
                new LifeNotes(space, band, 100, 25, "hours"),
                new TreeEnsemble(space.width(), 0, false, List.of(stump)));
    }
}
