package dev.millwright.learning.distillation;

import dev.millwright.learning.network.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The network in libtorch, as {@link SurfacePlan} lays it out; each convolution but the last is followed by batch
 * normalisation, which is folded into it when it is done.
 */
final class SurfaceNetwork extends Module {
    private final List<Conv2dImpl> convolutions = new ArrayList<>();
    private final List<BatchNorm2dImpl> norms = new ArrayList<>();

    SurfaceNetwork(int components, long seed) {
        var random = new Random(seed);
        var layers = SurfacePlan.layers(components);
        for (int i = 0; i < layers.size(); i++) {
            var layer = layers.get(i);
            var options = new Conv2dOptions(layer.from(), layer.to(), new LongPointer(layer.kernel(), layer.kernel()));
            options.stride().put(new LongPointer(layer.stride(), layer.stride()));
            options.padding().put(new LongPointer(layer.kernel() / 2, layer.kernel() / 2));
            var convolution = register_module("convolution" + i, new Conv2dImpl(options));
            begin(convolution, layer, random);
            convolutions.add(convolution);
            if (i < layers.size() - 1) {
                norms.add(register_module("norm" + i, new BatchNorm2dImpl(new BatchNormOptions(layer.to()))));
            }
        }
    }

    /** By our own chance, not by libtorch's, which all networks of a process share (He 2015). */
    private static void begin(Conv2dImpl convolution, SurfacePlan.Layer layer, Random random) {
        var values = new float[(int) convolution.weight().numel()];
        double deviation = Math.sqrt(2.0 / (layer.from() * layer.kernel() * layer.kernel()));
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        try (var _ = new NoGradGuard()) {
            convolution
                    .weight()
                    .copy_(torch.tensor(values).view(convolution.weight().sizes()));
            convolution.bias().zero_();
        }
    }

    /** The features of pictures: pictures, components, height/8, width/8. */
    Tensor forward(Tensor pictures) {
        return SurfacePlan.run(
                new SurfacePlan.Machine<Tensor>() {
                    @Override
                    public Tensor convolved(int layer, Tensor input) {
                        var answer = convolutions.get(layer).forward(input);
                        return layer < norms.size() ? norms.get(layer).forward(answer) : answer;
                    }

                    @Override
                    public Tensor rectified(Tensor input) {
                        return input.relu();
                    }

                    @Override
                    public Tensor sum(Tensor first, Tensor second) {
                        return first.add(second);
                    }

                    @Override
                    public Tensor doubled(Tensor input) {
                        return torch.upsample_bilinear2d(
                                input, new long[] {2 * input.size(2), 2 * input.size(3)}, false);
                    }
                },
                pictures);
    }

    /** Of each convolution weights and offsets, with its normalisation folded in. */
    Weights weights() {
        var folded = new ArrayList<Weights.Layer>();
        for (int i = 0; i < convolutions.size(); i++) {
            var weight = convolutions.get(i).weight();
            var values = floats(weight);
            var offsets = floats(convolutions.get(i).bias());
            if (i < norms.size()) {
                fold(values, offsets, norms.get(i));
            }
            folded.add(new Weights.Layer(
                    new long[] {weight.size(0), weight.size(1), weight.size(2), weight.size(3)}, values));
            folded.add(new Weights.Layer(new long[] {offsets.length}, offsets));
        }
        return new Weights(folded);
    }

    private static void fold(float[] values, float[] offsets, BatchNorm2dImpl norm) {
        var gain = floats(norm.weight());
        var offset = floats(norm.bias());
        var mean = floats(norm.running_mean());
        var variance = floats(norm.running_var());
        int each = values.length / offsets.length;
        double epsilon = norm.options().eps().get();
        for (int channel = 0; channel < offsets.length; channel++) {
            float scale = (float) (gain[channel] / Math.sqrt(variance[channel] + epsilon));
            for (int i = channel * each; i < (channel + 1) * each; i++) {
                values[i] *= scale;
            }
            offsets[channel] = (offsets[channel] - mean[channel]) * scale + offset[channel];
        }
    }

    private static float[] floats(Tensor tensor) {
        var values = new float[(int) tensor.numel()];
        tensor.contiguous().data_ptr_float().get(values);
        return values;
    }
}
