package dev.millwright.learning.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepTrainingTest {
    private static final StepSettings SETTINGS = new StepSettings(300, 16, 0.05, 0.1, 0, 0.9, 1, 7);

    /** The oracle is the line that the numbers lie on: y = 3 a - 2 b + 1. */
    @Test
    void findsTheLineThatNumbersLieOn() {
        var weights = StepTraining.train(SETTINGS, StepTrainingTest::line, (_, _, _) -> {}, null);
        assertThat(weights.layers().get(0).values()[0]).isCloseTo(3, within(0.05f));
        assertThat(weights.layers().get(0).values()[1]).isCloseTo(-2, within(0.05f));
        assertThat(weights.layers().get(1).values()[0]).isCloseTo(1, within(0.05f));
    }

    /** A training that is killed and goes on gives the numbers that one without a break gives, bit for bit. */
    @Test
    void goesOnWhereAKillLeftIt(@TempDir Path folder) {
        var whole = StepTraining.train(SETTINGS, StepTrainingTest::line, (_, _, _) -> {}, null);
        var kept = folder.resolve("kept");
        assertThatThrownBy(() -> StepTraining.train(
                        SETTINGS,
                        StepTrainingTest::line,
                        (step, _, _) -> {
                            if (step == 155) {
                                throw new IllegalStateException("killed");
                            }
                        },
                        kept))
                .hasMessage("killed");
        var steps = new ArrayList<Integer>();
        var resumed = StepTraining.train(SETTINGS, StepTrainingTest::line, (step, _, _) -> steps.add(step), kept);
        assertThat(steps.getFirst()).isEqualTo(151);
        for (int layer = 0; layer < whole.layers().size(); layer++) {
            assertThat(resumed.layers().get(layer).values())
                    .containsExactly(whole.layers().get(layer).values());
        }
        assertThat(kept).doesNotExist();
    }

    @Test
    void saysWhichCheckpointIsBroken(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("step-10"));
        assertThatThrownBy(() -> StepTraining.train(SETTINGS, StepTrainingTest::line, (_, _, _) -> {}, folder))
                .hasMessageContaining("step-10")
                .hasMessageContaining("Delete it");
    }

    @Test
    void refusesALossThatIsNoNumber() {
        StepTraining.Task broken = (operators, batch, random) -> line(operators, batch, random)
                .mul(torch.tensor(new float[] {Float.NaN}))
                .sum();
        assertThatThrownBy(() -> StepTraining.train(SETTINGS, broken, (_, _, _) -> {}, null))
                .hasMessageContaining("The loss of step 1 is NaN");
    }

    @Test
    void refusesSettingsThatTrainNothing() {
        assertThatThrownBy(() -> StepSettings.of(0, 1, 1)).hasMessageContaining("0 steps of 1 examples");
        assertThatThrownBy(() -> new StepSettings(1, 1, 0, 0, 0, 0, 1, 1)).hasMessageContaining("Rate 0.0");
    }

    private static Tensor line(TorchOperators operators, int batch, SplittableRandom random) {
        var seen = new float[2 * batch];
        var wanted = new float[batch];
        for (int i = 0; i < batch; i++) {
            seen[2 * i] = (float) random.nextGaussian();
            seen[2 * i + 1] = (float) random.nextGaussian();
            wanted[i] = 3 * seen[2 * i] - 2 * seen[2 * i + 1] + 1;
        }
        var said = operators.linear(torch.tensor(seen).view(batch, 2), "line", 2, 1);
        return torch.mse_loss(said.view(batch), torch.tensor(wanted));
    }
}
