package dev.millwright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.inference.trees.ClassTrees;
import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.maintenance.drift.Domain;
import dev.millwright.maintenance.drift.TrainingReference;
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.Fusion;
import dev.millwright.maintenance.features.RegimeScale;
import dev.millwright.maintenance.features.Regimes;
import dev.millwright.maintenance.life.FailureNotes;
import dev.millwright.maintenance.life.ModeModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of modes written by hand: a vibration above 3 means the bearing, else hardly anything. */
class ModePredictionTest {
    @TempDir
    private Path dir;

    private static ModeModel model() {
        var space = new FeatureSpace(
                List.of("vibration"),
                List.of(),
                List.of(0),
                new Regimes(List.of(), List.of(), List.of(List.of())),
                new RegimeScale(List.of(List.of(1.0)), List.of(List.of(2.0))),
                new Fusion(List.of(0.0), 0),
                false);
        var notes = new FailureNotes(
                space,
                20,
                "hours",
                new TrainingReference(
                        List.of(), 1, new Domain(List.of(), List.of(List.of(new Domain.Range(0, 10))), 100)),
                List.of("seal", "bearing"));
        return new ModeModel(
                notes, new ClassTrees(List.of(trees(space, 3, 0), trees(space, 0, 0), trees(space, 0, 3))));
    }

    private static TreeEnsemble trees(FeatureSpace space, float low, float high) {
        return new TreeEnsemble(
                space.width(),
                0,
                false,
                List.of(new TreeEnsemble.Node.Split(
                        0, 1, true, 20, new TreeEnsemble.Node.Leaf(low, 10), new TreeEnsemble.Node.Leaf(high, 10))));
    }

    /** Softmax of 0, 0 and 3 by hand. */
    @Test
    void theMachineThatFailsIsOnTopWithItsMode() throws IOException {
        var data = Files.writeString(dir.resolve("now.csv"), "unit,time,vibration\nP1,0,1\nP1,40,1\nP2,0,2\nP2,12,4\n");
        var model = model();
        var prediction =
                ModePrediction.of(model, Prediction.Present.read(model.notes().space(), data, "unit", "time", null));
        var first = prediction.rows().getFirst();
        assertThat(first).containsEntry("unit", "P2").containsEntry("mode", "bearing");
        assertThat((double) first.get("probability")).isCloseTo(1 - 1 / (2 + Math.exp(3)), within(1e-9));
        var said = new StringWriter();
        prediction.print(new PrintWriter(said, true));
        assertThat(said.toString().lines().toList().get(2)).contains("P2", "bearing 90.9 %", "vibration +");
        assertThat(prediction.metrics()).containsEntry("machines", 2);
    }
}
