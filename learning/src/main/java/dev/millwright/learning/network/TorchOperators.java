package dev.millwright.learning.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Operators that compute, by libtorch. Weights come to be when they are first asked for, by our own chance; before every run
 * of the network {@link #begin} starts over with the first of them.
 */
public final class TorchOperators implements Operators<Tensor> {
    private static final double EPSILON = 1e-5;
    private static final double TABLE_DEVIATION = 0.02;

    private final RandomGenerator random;
    private final List<Tensor> parameters = new ArrayList<>();
    private int next;

    public TorchOperators(RandomGenerator random) {
        this.random = random;
    }

    /** The next run of the network begins. */
    public void begin() {
        next = 0;
    }

    /** All weights, in the order in which the network asks for them. */
    public TensorVector parameters() {
        return new TensorVector(parameters.toArray(Tensor[]::new));
    }

    /** All weights as plain numbers. */
    public Weights weights() {
        var layers = new ArrayList<Weights.Layer>();
        for (var parameter : parameters) {
            layers.add(Weights.Layer.of(parameter));
        }
        return new Weights(layers);
    }

    /** Takes over weights that a network of the same shape had. */
    public void set(Weights weights) {
        if (weights.layers().size() != parameters.size()) {
            throw new IllegalArgumentException("%d layers of weights for a network of %d.\nTrain it again."
                    .formatted(weights.layers().size(), parameters.size()));
        }
        try (var _ = new NoGradGuard()) {
            for (int i = 0; i < parameters.size(); i++) {
                var layer = weights.layers().get(i);
                parameters.get(i).copy_(torch.tensor(layer.values()).view(layer.shape()));
            }
        }
    }

    @Override
    public Tensor convolution(
            Tensor input, String name, int channels, int filters, int kernel, int stride, int groups) {
        int incoming = channels / groups * kernel * kernel;
        var weight = uniform(incoming, filters, channels / groups, kernel, kernel);
        return torch.conv2d(
                input,
                weight,
                new TensorOptional(uniform(incoming, filters)),
                new long[] {stride, stride},
                new long[] {kernel / 2, kernel / 2},
                new long[] {1, 1},
                groups);
    }

    @Override
    public Tensor linear(Tensor input, String name, int width, int units) {
        var weight = uniform(width, units, width);
        return torch.linear(input, weight, new TensorOptional(uniform(width, units)));
    }

    @Override
    public Tensor layerNorm(Tensor input, String name, int width) {
        var gain = parameter(filled(width, 1), width);
        var bias = parameter(filled(width, 0), width);
        return torch.layer_norm(
                input, new long[] {width}, new TensorOptional(gain), new TensorOptional(bias), EPSILON, false);
    }

    @Override
    public Tensor groupNorm(Tensor input, String name, int channels, int groups) {
        var gain = parameter(filled(channels, 1), channels);
        var bias = parameter(filled(channels, 0), channels);
        return torch.group_norm(input, groups, new TensorOptional(gain), new TensorOptional(bias), EPSILON, false);
    }

    @Override
    public Tensor addFromTable(Tensor input, String name, int table, int heads, long[] places) {
        var numbers = next < parameters.size() ? known() : parameter(normal(table * heads), heads, table);
        long side = (long) Math.sqrt(places.length);
        return input.add(numbers.index_select(1, torch.tensor(places)).reshape(heads, side, side));
    }

    @Override
    public Tensor add(Tensor input, String name, long[] shape, float[] values) {
        return input.add(torch.tensor(values).view(shape));
    }

    @Override
    public Tensor add(Tensor one, Tensor other) {
        return one.add(other);
    }

    @Override
    public Tensor times(Tensor input, float factor) {
        return input.mul(new Scalar(factor));
    }

    @Override
    public Tensor product(Tensor one, Tensor other) {
        return torch.matmul(one, other);
    }

    @Override
    public Tensor gelu(Tensor input) {
        return torch.gelu(input);
    }

    @Override
    public Tensor relu(Tensor input) {
        return input.relu();
    }

    @Override
    public Tensor sigmoid(Tensor input) {
        return torch.sigmoid(input);
    }

    @Override
    public Tensor softmax(Tensor input) {
        return torch.softmax(input, -1);
    }

    @Override
    public Tensor reshape(Tensor input, long... shape) {
        return input.reshape(shape);
    }

    @Override
    public Tensor permute(Tensor input, long... axes) {
        return input.permute(axes);
    }

    @Override
    public Tensor slice(Tensor input, long axis, long from, long to) {
        return input.narrow(axis, from, to - from);
    }

    @Override
    public Tensor roll(Tensor input, long axis, long length, long shift) {
        return torch.roll(input, new long[] {shift}, axis);
    }

    @Override
    public Tensor doubled(Tensor input) {
        return torch.upsample_nearest2d(input, new long[] {2 * input.size(2), 2 * input.size(3)});
    }

    @Override
    public Tensor joined(Tensor one, Tensor other) {
        return torch.cat(new TensorVector(one, other), 1);
    }

    @Override
    public Tensor mean(Tensor input, long axis) {
        return input.mean(axis);
    }

    /** Uniform within one over the root of what comes into a unit, as libtorch does. */
    private Tensor uniform(int incoming, long... shape) {
        if (next < parameters.size()) {
            return known();
        }
        long length = 1;
        for (long side : shape) {
            length *= side;
        }
        var values = new float[(int) length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((2 * random.nextDouble() - 1) / Math.sqrt(incoming));
        }
        return parameter(values, shape);
    }

    private float[] normal(int length) {
        var values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (TABLE_DEVIATION * random.nextGaussian());
        }
        return values;
    }

    private static float[] filled(int length, float value) {
        var values = new float[length];
        Arrays.fill(values, value);
        return values;
    }

    private Tensor known() {
        return parameters.get(next++);
    }

    /** The next weight: the one that is there, or a new one of these numbers. */
    private Tensor parameter(float[] values, long... shape) {
        if (next == parameters.size()) {
            var tensor = torch.tensor(values).view(shape).contiguous();
            tensor.set_requires_grad(true);
            parameters.add(tensor);
        }
        return known();
    }
}
