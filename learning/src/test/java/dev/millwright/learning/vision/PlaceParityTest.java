package dev.millwright.learning.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.inference.OnnxSession;
import dev.millwright.inference.Tensor;
import dev.millwright.learning.network.TorchOperators;
import dev.millwright.learning.network.Weights;
import dev.millwright.learning.onnx.OnnxOperators;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

/** Networks with an answer for each place: what is served is what was trained, within 1e-5. */
class PlaceParityTest {

    @Test
    void theMarkedPixelsAreTheSame() {
        var network = new UNet(32, List.of(8, 16, 24));
        var pictures = noise(2 * 32 * 32, 1);
        try (var _ = new PointerScope()) {
            var operators = new TorchOperators(new Random(1));
            var expected =
                    numbers(network.forward(operators, torch.tensor(pictures).view(2, 1, 32, 32)));
            var onnx = OnnxOperators.write(
                    "u-net",
                    Map.entry("pictures", new long[] {1, 32, 32}),
                    Map.of("marked", new long[] {1, 32, 32}),
                    operators.weights(),
                    (writer, input) -> writer.answer(network.forward(writer, input), "marked"),
                    Map.of());
            try (var session = OnnxSession.open(onnx)) {
                var said = session.run(Map.of("pictures", new Tensor(new long[] {2, 1, 32, 32}, pictures)));
                assertClose(said.get("marked"), expected);
            }
        }
    }

    /** One file serves pictures of any size: groups are normalised over whatever places there are. */
    @Test
    void theFoundThingsAreTheSameInPicturesOfAnySize() {
        var network = new DenseNetwork(2, 3);
        try (var _ = new PointerScope()) {
            var operators = new TorchOperators(new Random(2));
            network.forward(operators, torch.tensor(noise(2 * 32 * 32, 1)).view(1, 2, 32, 32));
            var onnx = OnnxOperators.write(
                    "dense",
                    Map.entry("pictures", new long[] {2, OnnxOperators.ANY, OnnxOperators.ANY}),
                    Map.of(
                            "middles", new long[] {3, OnnxOperators.ANY, OnnxOperators.ANY},
                            "reaches", new long[] {4, OnnxOperators.ANY, OnnxOperators.ANY}),
                    operators.weights(),
                    (writer, input) -> {
                        var said = network.forward(writer, input);
                        writer.answer(writer.sigmoid(said.middles()), "middles");
                        writer.answer(said.reaches(), "reaches");
                    },
                    Map.of());
            try (var session = OnnxSession.open(onnx)) {
                for (long[] shape : new long[][] {{1, 2, 64, 96}, {2, 2, 32, 64}}) {
                    var pictures = noise((int) (shape[0] * shape[1] * shape[2] * shape[3]), 3);
                    operators.begin();
                    var expected =
                            network.forward(operators, torch.tensor(pictures).view(shape));
                    var said = session.run(Map.of("pictures", new Tensor(shape, pictures)));
                    assertClose(said.get("middles"), numbers(operators.sigmoid(expected.middles())));
                    assertClose(said.get("reaches"), numbers(expected.reaches()));
                }
            }
        }
    }

    @Test
    void refusesShapesThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UNet(36, List.of(8, 8, 8)))
                .withMessageContaining("36 pixels a side, halved 3 times")
                .withMessageContaining("a multiple of 8");
    }

    /** Gains and offsets are of channels, means and deviations of groups. */
    @Test
    void groupsOfChannelsAreNormalisedAlike() {
        var numbers = noise(2 * 6 * 3 * 5, 4);
        try (var _ = new PointerScope()) {
            var operators = new TorchOperators(new Random(3));
            operators.groupNorm(torch.tensor(numbers).view(2, 6, 3, 5), "norm", 6, 2);
            operators.set(new Weights(List.of(
                    new Weights.Layer(new long[] {6}, noise(6, 5)), new Weights.Layer(new long[] {6}, noise(6, 6)))));
            operators.begin();
            var expected = numbers(operators.groupNorm(torch.tensor(numbers).view(2, 6, 3, 5), "norm", 6, 2));
            var onnx = OnnxOperators.write(
                    "norm",
                    Map.entry("numbers", new long[] {6, 3, 5}),
                    Map.of("normed", new long[] {6, 3, 5}),
                    operators.weights(),
                    (writer, input) -> writer.answer(writer.groupNorm(input, "norm", 6, 2), "normed"),
                    Map.of());
            try (var session = OnnxSession.open(onnx)) {
                var said = session.run(Map.of("numbers", new Tensor(new long[] {2, 6, 3, 5}, numbers)));
                assertClose(said.get("normed"), expected);
            }
        }
    }

    private static void assertClose(Tensor tensor, float[] expected) {
        assertThat(tensor.values()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(tensor.values()[i]).isCloseTo(expected[i], within(1e-5f));
        }
    }

    private static float[] numbers(org.bytedeco.pytorch.Tensor tensor) {
        var values = new float[(int) tensor.numel()];
        tensor.contiguous().data_ptr_float().get(values);
        return values;
    }

    private static float[] noise(int length, long seed) {
        var random = new Random(seed);
        var values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
