package dev.millwright.learning.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.inference.OnnxSession;
import dev.millwright.inference.Tensor;
import dev.millwright.learning.network.TorchOperators;
import dev.millwright.learning.network.Weights;
import dev.millwright.learning.onnx.OnnxOperators;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class SwinParityTest {
    private static final SwinSettings SMALL = new SwinSettings(2, 32, 2, List.of(8, 16), List.of(2, 2), 4, 4, 4, 5);
    private static final int PIXELS = 2 * 32 * 32;

    /** What is served is what was trained: within 1e-5, for shifted windows, merging and all. */
    @Test
    void onnxSaysWhatLibtorchSays() {
        var network = new SwinNetwork(SMALL);
        var images = noise(3 * PIXELS, 2);
        try (var _ = new PointerScope()) {
            var operators = new TorchOperators(new Random(1));
            var said = network.forward(operators, torch.tensor(images).view(3, 2, 32, 32));
            var expected = numbers(said.answers());
            var evidence = numbers(said.evidence());
            try (var session = session(network, operators.weights())) {
                var answers = session.run(Map.of("images", new Tensor(new long[] {3, 2, 32, 32}, images)));
                assertClose(answers.get("answers"), expected);
                assertClose(answers.get("evidence"), evidence);
            }
        }
    }

    /** A window that was shifted sees nothing of the opposite edge: a change there leaves its evidence alone in the first stage. */
    @Test
    void aShiftDoesNotJoinOppositeEdges() {
        float[] mask = ShiftMask.of(4, 2, 1, -1);
        // Of the last of four windows all four tokens come from other corners of the image.
        for (int one = 0; one < 4; one++) {
            for (int other = 0; other < 4; other++) {
                assertThat(mask[3 * 16 + one * 4 + other]).isEqualTo(one == other ? 0 : -1);
                assertThat(mask[one * 4 + other]).isZero();
            }
        }
    }

    @Test
    void positionsAreRelative() {
        long[] places = RelativePositions.of(3);
        assertThat(places[0]).isEqualTo(places[4 * 9 + 4]).isEqualTo(places[8 * 9 + 8]);
        // One to the right, anywhere.
        assertThat(places[1]).isEqualTo(places[4 * 9 + 5]).isNotEqualTo(places[1 * 9]);
        assertThat(Arrays.stream(places)).allMatch(place -> place >= 0 && place < RelativePositions.rows(3));
    }

    @Test
    void refusesShapesThatDoNotFit() {
        assertThatThrownBy(() -> new SwinSettings(1, 30, 2, List.of(8), List.of(1), 4, 4, 4, 2))
                .hasMessageContaining("Stage 1 has 15 tokens a side");
        assertThatThrownBy(() -> new SwinSettings(1, 32, 3, List.of(8), List.of(1), 4, 4, 4, 2))
                .hasMessageContaining("stride 3");
        assertThatThrownBy(() -> new SwinSettings(1, 32, 2, List.of(8, 16), List.of(1), 4, 4, 4, 2))
                .hasMessageContaining("[8, 16]");
        assertThatThrownBy(() -> new SwinSettings(1, 32, 2, List.of(8), List.of(1), 4, 4, 5, 2))
                .hasMessageContaining("A focus of 5 of 16 tokens");
    }

    /** Weights of another network are refused, not taken for what they are not. */
    @Test
    void refusesWeightsOfAnotherNetwork() {
        try (var _ = new PointerScope()) {
            var operators = new TorchOperators(new Random(1));
            var network = new SwinNetwork(SMALL);
            network.forward(operators, torch.tensor(noise(PIXELS, 1)).view(1, 2, 32, 32));
            var weights = operators.weights();
            var more = new Weights(Stream.concat(
                            weights.layers().stream(), weights.layers().stream().limit(1))
                    .toList());
            assertThatThrownBy(() -> session(network, more)).hasMessageContaining("layers of weights");
            assertThatThrownBy(() -> operators.set(more)).hasMessageContaining("Train it again");
        }
    }

    private static OnnxSession session(SwinNetwork network, Weights weights) {
        return OnnxSession.open(OnnxOperators.write(
                "swin",
                Map.entry("images", new long[] {2, 32, 32}),
                Map.of("answers", new long[] {5}, "evidence", new long[] {16, 5}),
                weights,
                (operators, images) -> {
                    var said = network.forward(operators, images);
                    operators.answer(said.answers(), "answers");
                    operators.answer(said.evidence(), "evidence");
                },
                Map.of()));
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
