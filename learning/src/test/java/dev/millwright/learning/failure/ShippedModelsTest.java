package dev.millwright.learning.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.inference.ModelRegistry;
import dev.millwright.inference.ModelState;
import dev.millwright.maintenance.features.UnitFeatures;
import dev.millwright.maintenance.life.LifeModel;
import dev.millwright.maintenance.milling.MillingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The models in the box: what their cards promise, and that they know a sound machine from one that fails. */
class ShippedModelsTest {
    private static final Path MODELS = Path.of("..", "models");

    @Test
    void eachCardSaysWhatItWasMadeOfAndHowToMakeItAgain() {
        try (var registry = ModelRegistry.open(MODELS)) {
            assertThat(registry.cards())
                    .extracting(card -> card.name() + " " + card.state())
                    .contains(
                            "turbofan-life " + ModelState.ACTIVE,
                            "milling-failure " + ModelState.SHADOW,
                            "surface-features " + ModelState.ACTIVE,
                            "board-judge " + ModelState.SHADOW);
            for (var card : registry.cards()) {
                assertThat(card.provenance())
                        .as(card.name())
                        .containsKeys("data", "data_sha256", "split", "seed", "hyperparameters", "command");
                assertThat(card.licence())
                        .as("no set that may not be used")
                        .containsAnyOf("NASA", "CC BY 4.0", "Apache-2.0");
            }
        }
    }

    @Test
    void aMillIsJudgedByItsPowerAndItsWear() {
        try (var registry = ModelRegistry.open(MODELS)) {
            var model = registry.shadows("milling-failure").getFirst();
            var sound = new MillingState(1, 300, 310, 1500, 40, 50);
            var overpowered = new MillingState(1, 300, 310, 2_800, 70, 50);
            var overstrained = new MillingState(0, 300, 310, 1_400, 60, 220);
            assertThat(model.run(sound.features())[0]).isLessThan(0.05f);
            assertThat(model.run(overpowered.features())[0]).isGreaterThan(0.5f);
            assertThat(model.run(overstrained.features())[0]).isGreaterThan(0.5f);
        }
    }

    /** An engine that stays as usual, and one whose every signal goes where wear takes it. */
    @Test
    void aTurbofanThatWearsHasLessLifeThanOneThatDoesNot() throws IOException {
        try (var model = LifeModel.read(Files.readAllBytes(MODELS.resolve("turbofan-life-1.onnx")))) {
            assertThat(model.notes().networkShare()).isPositive();
            assertThat(model.notes().space().regimes().count()).isEqualTo(6);
            var sound = model.estimate(run(model, 0));
            var worn = model.estimate(run(model, 3));
            assertThat(sound.expected()).isGreaterThan(60);
            assertThat(worn.expected()).isLessThan(sound.expected() / 2);
            assertThat(model.alarm(worn)).isTrue();
            assertThat(model.alarm(sound)).isFalse();
        }
    }

    /** @param wear how many deviations each signal ends up from what is usual, the way that shortens lives */
    private static UnitFeatures run(LifeModel model, double wear) {
        var space = model.notes().space();
        var unit = space.unit();
        int cycles = 60;
        for (int cycle = 1; cycle <= cycles; cycle++) {
            int regime = cycle % space.scale().mean().size();
            var row = new double[space.signals().size()];
            for (int signal = 0; signal < row.length; signal++) {
                int place = space.sensors().indexOf(signal);
                double way =
                        place < 0 ? 0 : -Math.signum(space.fusion().weights().get(place));
                row[signal] = space.scale().mean().get(regime).get(signal)
                        + way
                                * wear
                                * cycle
                                / cycles
                                * space.scale().deviation().get(regime).get(signal);
            }
            unit.add(cycle, row);
        }
        return unit;
    }
}
