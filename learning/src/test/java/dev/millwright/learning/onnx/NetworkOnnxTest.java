package dev.millwright.learning.onnx;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.inference.OnnxSession;
import dev.millwright.inference.Tensor;
import dev.millwright.learning.network.NetworkSettings;
import dev.millwright.learning.network.NetworkTraining;
import dev.millwright.learning.network.PlainNetwork;
import dev.millwright.learning.network.SequenceTable;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What ONNX Runtime says of an exported network against plain loops over the weights that libtorch learned. */
class NetworkOnnxTest {
    private static final int STEPS = 7;
    private static final int CHANNELS = 4;

    @Test
    void theFileSaysWhatWasTrained() {
        var random = new Random(1);
        var windows = new float[50 * STEPS * CHANNELS];
        for (int i = 0; i < windows.length; i++) {
            windows[i] = (float) random.nextGaussian();
        }
        var targets = new float[50];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = windows[i * STEPS * CHANNELS];
        }
        var table = new SequenceTable(STEPS, CHANNELS, windows, targets);
        var settings = new NetworkSettings(STEPS, 1, 6, 5, 3, 100, 8, 16, 1e-2, 0, 0, 0, 2);
        var first = NetworkTraining.train(table, settings, 1);
        var second = NetworkTraining.train(table, settings, 2);
        var graph = new OnnxGraph("two").input("window", STEPS, CHANNELS).output("mean", 1);
        NetworkOnnx.add(graph, List.of(first, second), "window", "mean");
        try (var session = OnnxSession.open(graph.bytes(Map.of()))) {
            var answers =
                    requireNonNull(session.run(Map.of("window", new Tensor(new long[] {50, STEPS, CHANNELS}, windows)))
                            .get("mean"));
            assertThat(answers.shape()).containsExactly(50, 1);
            for (int i = 0; i < 50; i++) {
                double plain = (PlainNetwork.answer(first, table, i) + PlainNetwork.answer(second, table, i)) / 2;
                assertThat((double) answers.values()[i]).isCloseTo(plain, within(1e-5));
            }
            assertThat(answers.values()[0]).isNotEqualTo(answers.values()[1]);
        }
    }
}
