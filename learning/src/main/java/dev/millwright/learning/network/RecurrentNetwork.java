package dev.millwright.learning.network;

import java.util.ArrayList;
import java.util.Random;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Conv1dImpl;
import org.bytedeco.pytorch.Conv1dOptions;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * A convolution over three steps, an LSTM (Hochreiter and Schmidhuber 1997) and a dense layer, in libtorch. Its weights begin
 * by our own chance, not by libtorch's, which all networks of a process share.
 */
final class RecurrentNetwork extends Module {
    private static final int KERNEL = 3;

    private final Conv1dImpl convolution;
    private final LSTMImpl lstm;
    private final LinearImpl dense;
    private final LinearImpl answer;

    RecurrentNetwork(int channels, NetworkSettings settings, Random random) {
        convolution = register_module(
                "convolution",
                new Conv1dImpl(new Conv1dOptions(channels, settings.filters(), new LongPointer(new long[] {KERNEL}))));
        lstm = register_module("lstm", new LSTMImpl(settings.filters(), settings.units()));
        dense = register_module("dense", new LinearImpl(settings.units(), settings.dense()));
        answer = register_module("answer", new LinearImpl(settings.dense(), 1));
        begin(settings.units(), random);
    }

    /** Uniform within one over the root of what comes into a unit, as libtorch does. */
    private void begin(int units, Random random) {
        var parameters = parameters();
        for (long p = 0; p < parameters.size(); p++) {
            var parameter = parameters.get(p);
            var values = new float[(int) parameter.numel()];
            double incoming = parameter.dim() > 1 ? (double) values.length / parameter.size(0) : units;
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) ((2 * random.nextDouble() - 1) / Math.sqrt(incoming));
            }
            try (var _ = new NoGradGuard()) {
                parameter.copy_(torch.tensor(values).view(parameter.sizes()));
            }
        }
    }

    /**
     * One answer for each sequence.
     *
     * @param windows sequences, steps, channels
     * @param kept sequences, units: what the LSTM's answer is multiplied by; null: nothing is left out
     */
    Tensor forward(Tensor windows, @Nullable Tensor kept) {
        var seen = convolution.forward(windows.transpose(1, 2)).relu();
        var told = lstm.forward(seen.permute(2, 0, 1).contiguous()).get0();
        var last = told.select(0, told.size(0) - 1);
        return answer.forward(
                        dense.forward(kept == null ? last : last.mul(kept)).relu())
                .squeeze(1);
    }

    Weights weights() {
        var layers = new ArrayList<Weights.Layer>();
        var parameters = parameters();
        for (long p = 0; p < parameters.size(); p++) {
            layers.add(Weights.Layer.of(parameters.get(p)));
        }
        return new Weights(layers);
    }
}
