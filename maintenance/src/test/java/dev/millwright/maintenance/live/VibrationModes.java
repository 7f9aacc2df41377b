package dev.millwright.maintenance.live;

import dev.millwright.inference.trees.ClassTrees;
import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.maintenance.drift.Domain;
import dev.millwright.maintenance.drift.TrainingReference;
import dev.millwright.maintenance.life.FailureNotes;
import dev.millwright.maintenance.life.ModeModel;
import java.util.List;

/** A model of failure modes written by hand: a vibration that is high means the bearing, a low one the seal. */
final class VibrationModes {
    private VibrationModes() {}

    static ModeModel of(String signal) {
        var space = VibrationModel.of(signal, "cycles").notes().space();
        var notes = new FailureNotes(
                space,
                20,
                "cycles",
                new TrainingReference(
                        List.of(),
                        1,
                        new Domain(List.of(new Domain.Range(0, 100)), List.of(List.of(new Domain.Range(0, 10))), 100)),
                List.of("bearing", "seal"));
        return new ModeModel(
                notes,
                new ClassTrees(
                        List.of(trees(space.width(), 1, 1), trees(space.width(), 0, 3), trees(space.width(), 2, 0))));
    }

    private static TreeEnsemble trees(int width, float low, float high) {
        return new TreeEnsemble(
                width,
                0,
                false,
                List.of(new TreeEnsemble.Node.Split(
                        0, 1, true, 20, new TreeEnsemble.Node.Leaf(low, 10), new TreeEnsemble.Node.Leaf(high, 10))));
    }
}
