package dev.millwright.learning.life;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.inference.OnnxSession;
import dev.millwright.inference.Tensor;
import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.learning.onnx.TreesOnnx;
import dev.millwright.maintenance.features.UnitRun;
import dev.millwright.maintenance.life.FailureModel;
import dev.millwright.maintenance.life.LifeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How likely a failure is within a horizon, on units whose wear shows a hundred cycles before. */
class FailureTrainerTest {
    private static final LifeSettings SETTINGS =
            new LifeSettings(125, 2, 5, 20, 0.9, 1, 30, "cycles", FailureTrainer.BOOST);

    private static FailureTrainer trainer(double horizon) {
        return new FailureTrainer(
                WearingUnits.SIGNALS, WearingUnits.SETTINGS, true, SETTINGS, horizon, Checkpoints.NONE, _ -> {});
    }

    @Test
    void probabilitiesComeTrueOnUnitsHeldOut() throws Exception {
        var trained = trainer(30).train(WearingUnits.failed(25, 3), 1);
        var held = trained.heldOut();
        assertThat(held.units()).isEqualTo(25);
        assertThat(held.quality().rocAuc()).isGreaterThan(0.97);
        assertThat(held.quality().brier()).isLessThan(held.ageBrier() / 2);
        assertThat(held.quality().brier()).isBetween(held.brierLow(), held.brierHigh());
        double said = held.judged().stream()
                .mapToDouble(FailureHeldOut.Judged::probability)
                .average()
                .orElseThrow();
        double came =
                held.judged().stream().filter(FailureHeldOut.Judged::failed).count()
                        / (double) held.judged().size();
        assertThat(said).as("as often as was said").isCloseTo(came, within(0.03));
        assertThat(trained.importance().getOrDefault("vibration", 0.0))
                .isGreaterThan(trained.importance().getOrDefault("noise", 0.0));

        var model = FailureModel.read(trained.onnx());
        var fresh = model.notes().space().after(WearingUnits.run("new", 240, 60, new Random(7)));
        var worn = model.notes().space().after(WearingUnits.run("old", 240, 225, new Random(7)));
        assertThat(model.probability(fresh)).isLessThan(0.1);
        assertThat(model.probability(worn)).isGreaterThan(0.8);
        assertThat(model.drivers(worn).getFirst().share())
                .as("speaks for a failure")
                .isPositive();
        assertThat(model.notes().refusals(new double[] {10, 400, 0, 7}, Map.of()))
                .isNotEmpty();
        var features = worn.features();
        try (var session = OnnxSession.open(trained.onnx())) {
            var answers =
                    session.run(Map.of(LifeModel.FEATURES, new Tensor(new long[] {1, features.length}, features)));
            assertThat((double) requireNonNull(answers.get(LifeModel.ANSWERS)).values()[0])
                    .isCloseTo(model.probability(worn), within(1e-5));
        }
    }

    @Test
    void whatCannotBeForetoldIsRefused() {
        assertThatThrownBy(() -> trainer(1_000).train(WearingUnits.failed(10, 3), 1))
                .hasMessageStartingWith("0 of 10 lives are longer than the horizon of 1000.0, and 5 are needed.");
        assertThatThrownBy(() -> trainer(0)).hasMessageContaining("a horizon above 0");
        assertThatThrownBy(() -> FailureModel.read(nameless())).hasMessageContaining("says nothing of failures");
    }

    /** A file of trees that says nothing of itself. */
    private static byte[] nameless() {
        var leaf = new TreeEnsemble.Node.Leaf(1, 1);
        return TreesOnnx.write(List.of(new TreeEnsemble(1, 0, true, List.of(leaf))));
    }

    /** Lives of one machine are alike: one that was learned from would tell of the others. */
    @Test
    void allLivesOfAMachineAreHeldOutTogether() {
        var lives = new ArrayList<UnitRun>();
        for (int i = 0; i < 60; i++) {
            lives.add(WearingUnits.run("machine-" + i % 13, 50, 50, new Random(i)));
        }
        var split = UnitSplit.of(lives, 5, 1);
        int seen = 0;
        for (int part = 0; part < 5; part++) {
            var held = split.part(part).stream().map(UnitRun::unit).distinct().toList();
            seen += split.part(part).size();
            assertThat(held.size()).isBetween(2, 3);
            assertThat(split.without(part))
                    .hasSize(60 - split.part(part).size())
                    .noneMatch(unit -> held.contains(unit.unit()));
        }
        assertThat(seen).isEqualTo(60);
        assertThatThrownBy(() -> UnitSplit.of(lives, 14, 1))
                .hasMessageStartingWith("13 units cannot be held out in 14");
    }

    /** Odds that were twice too sure and all too high are brought back to those they were drawn by. */
    @Test
    void aLineThroughTheLogOddsIsFound() {
        var random = new Random(4);
        var said = new ArrayList<Double>();
        var came = new ArrayList<Boolean>();
        for (int i = 0; i < 40_000; i++) {
            double logOdds = random.nextGaussian() * 2;
            said.add(2 * logOdds + 1);
            came.add(random.nextDouble() < 1 / (1 + Math.exp(-logOdds)));
        }
        var scale = LogisticScale.fit(said, came);
        assertThat(scale.slope()).isCloseTo(0.5, within(0.02));
        assertThat(scale.shift()).isCloseTo(-0.5, within(0.05));
        var apart = LogisticScale.fit(List.of(-3.0, -2.0, 2.0, 3.0), List.of(false, false, true, true));
        assertThat(apart.probability(3)).as("never quite sure").isBetween(0.6, 0.99);
    }
}
