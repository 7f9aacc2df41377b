package dev.millwright.loop.health;

import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.Fusion;
import dev.millwright.maintenance.features.RegimeScale;
import dev.millwright.maintenance.features.Regimes;
import dev.millwright.maintenance.life.ErrorBand;
import dev.millwright.maintenance.life.LifeModel;
import dev.millwright.maintenance.life.LifeNotes;
import dev.millwright.maintenance.live.LifeVersion;
import java.util.List;
import java.util.Map;

/** Models written by hand for the drill's class: a latest vibration above 3 leaves so many hours, else 90. */
final class PumpModel {
    static final String NAME = "drill-life";

    private PumpModel() {}

    /** Two versions, the one active and the other its shadow. */
    static Map<String, List<LifeVersion>> versions(String active) {
        return Map.of(NAME, List.of(version("1", 10, active), version("2", 20, active)));
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
