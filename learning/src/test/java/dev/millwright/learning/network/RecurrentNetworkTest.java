package dev.millwright.learning.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

/** Its gradients against finite differences, and what it learns against a rule that is known. */
class RecurrentNetworkTest {
    private static final int STEPS = 6;
    private static final int CHANNELS = 3;
    private static final NetworkSettings SMALL =
            new NetworkSettings(STEPS, 2, 4, 5, 4, 1_000, 60, 32, 5e-3, 0.02, 0.1, 1e-4, 1);

    /** A rule with memory: the mean of the first channel less the last value of the second. */
    private static SequenceTable examples(int count, long seed) {
        var random = new Random(seed);
        var windows = new float[count * STEPS * CHANNELS];
        var targets = new float[count];
        for (int i = 0; i < count; i++) {
            for (int step = 0; step < STEPS; step++) {
                for (int channel = 0; channel < CHANNELS; channel++) {
                    windows[(i * STEPS + step) * CHANNELS + channel] = (float) random.nextGaussian();
                }
                targets[i] += windows[(i * STEPS + step) * CHANNELS] / STEPS;
            }
            targets[i] -= windows[((i + 1) * STEPS - 1) * CHANNELS + 1];
        }
        return new SequenceTable(STEPS, CHANNELS, windows, targets);
    }

    private static Tensor loss(RecurrentNetwork network, SequenceTable table) {
        var windows = torch.tensor(table.windows())
                .view(table.sequences(), STEPS, CHANNELS)
                .to(ScalarType.Double);
        return torch.mse_loss(
                network.forward(windows, null), torch.tensor(table.targets()).to(ScalarType.Double));
    }

    @Test
    void gradientsAreWhatFiniteDifferencesSay() {
        try (var _ = new PointerScope()) {
            var table = examples(7, 1);
            var network = new RecurrentNetwork(CHANNELS, SMALL, new Random(2));
            network.to(ScalarType.Double, false);
            loss(network, table).backward();
            var parameters = network.parameters();
            var random = new Random(3);
            double step = 1e-5;
            for (long p = 0; p < parameters.size(); p++) {
                var parameter = parameters.get(p);
                for (int draw = 0; draw < 6; draw++) {
                    long place = random.nextInt((int) parameter.numel());
                    double gradient = parameter.grad().view(-1).get(place).item_double();
                    double slope =
                            (at(network, table, parameter, place, step) - at(network, table, parameter, place, -step))
                                    / (2 * step);
                    assertThat(gradient)
                            .as("parameter %d at %d", p, place)
                            .isCloseTo(slope, within(1e-7 + 1e-5 * Math.abs(slope)));
                }
            }
            assertThat(parameters.size()).as("all layers are registered").isEqualTo(10);
        }
    }

    private static double at(RecurrentNetwork network, SequenceTable table, Tensor parameter, long place, double step) {
        try (var _ = new NoGradGuard()) {
            var one = parameter.view(-1).get(place);
            double before = one.item_double();
            one.fill_(new Scalar(before + step));
            double loss = loss(network, table).item_double();
            one.fill_(new Scalar(before));
            return loss;
        }
    }

    @Test
    void aRuleWithMemoryIsLearned() {
        var learned = NetworkTraining.train(examples(600, 4), SMALL, 1);
        var others = examples(200, 5);
        var answers = answers(learned, others);
        double squares = 0;
        double all = 0;
        for (int i = 0; i < answers.length; i++) {
            squares += Math.pow(answers[i] - others.targets()[i], 2);
            all += Math.pow(others.targets()[i], 2);
        }
        assertThat(squares / all).as("what is not explained").isLessThan(0.1);
    }

    /** By plain loops over the weights: the oracle of the whole network. */
    static double[] answers(Weights weights, SequenceTable table) {
        var answers = new double[table.sequences()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = PlainNetwork.answer(weights, table, i);
        }
        return answers;
    }

    /** Even while others train beside it: no chance is shared. */
    @Test
    void theSameSeedGivesTheSameWeights() throws Exception {
        var few = examples(100, 6);
        var alone = NetworkTraining.train(few, SMALL, 9).bytes();
        try (var pool = Executors.newFixedThreadPool(2)) {
            var other = pool.submit(() -> NetworkTraining.train(few, SMALL, 10).bytes());
            var again = pool.submit(() -> NetworkTraining.train(few, SMALL, 9).bytes());
            assertThat(again.get()).isEqualTo(alone);
            assertThat(other.get()).isNotEqualTo(alone);
        }
    }

    @Test
    void theRateRisesFromATenthAndFallsToNothing() {
        assertThat(NetworkTraining.rate(0)).isEqualTo(0.1);
        assertThat(NetworkTraining.rate(0.2)).isEqualTo(1);
        assertThat(NetworkTraining.rate(0.6)).isCloseTo(0.5, within(1e-12));
        assertThat(NetworkTraining.rate(1)).isCloseTo(0, within(1e-12));
    }

    @Test
    void weightsAreReadAsTheyWereWritten() {
        var weights = new Weights(List.of(
                new Weights.Layer(new long[] {1, 2}, new float[] {3, 4}),
                new Weights.Layer(new long[] {1}, new float[] {5})));
        var bytes = weights.bytes();
        var read = Weights.read(bytes);
        assertThat(read.layers().getFirst().values()).containsExactly(3, 4);
        assertThat(read.layers().getLast().shape()).containsExactly(1);
        assertThatThrownBy(() -> Weights.read(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("The network's weights are cut off.");
    }

    @Test
    void settingsAndTablesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new SequenceTable(2, 2, new float[5], new float[1]))
                .hasMessageStartingWith("5 numbers do not make 1 sequences of 2 steps with 2 channels.");
        assertThatThrownBy(() -> new NetworkSettings(2, 1, 1, 1, 1, 1, 1, 1, 0.1, 0, 0, 0, 1))
                .hasMessageContaining("Give 3 steps or more");
        assertThatThrownBy(() -> new NetworkSettings(3, 1, 1, 1, 1, 1, 1, 1, 0.1, 0, 1, 0, 1))
                .hasMessageContaining("a dropout below 1");
    }
}
