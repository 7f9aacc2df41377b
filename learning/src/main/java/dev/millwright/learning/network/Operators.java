package dev.millwright.learning.network;

/**
 * What networks of images are made of. A network is written once, over these, and then computed and learned by libtorch
 * ({@link TorchOperators}) or written down as an ONNX graph: what is served is what was trained. Weights are asked for in the
 * same order each time and told apart by that order alone.
 *
 * @param <T> what stands for an array of numbers; its first axis is the batch, of free length
 */
public interface Operators<T> {

    /** A convolution with bias; half the kernel is added as zeros around the image. Batch, channels, rows, columns. */
    T convolution(T input, String name, int channels, int filters, int kernel, int stride, int groups);

    /** A dense layer with bias over the last axis. */
    T linear(T input, String name, int width, int units);

    /** Mean 0 and deviation 1 over the last axis, then a gain and a bias (Ba et al. 2016). */
    T layerNorm(T input, String name, int width);

    /**
     * Mean 0 and deviation 1 over all places of so many groups of channels, then a gain and a bias for each channel (Wu and He
     * 2018). Batch, channels, rows, columns.
     */
    T groupNorm(T input, String name, int channels, int groups);

    /**
     * Adds numbers of a learned table by their places, repeated over the batch.
     *
     * @param table rows of the table, one number for each of the second axis of the input
     * @param places which row is added where: one for each number of the last two axes
     */
    T addFromTable(T input, String name, int table, int heads, long[] places);

    /** Adds constant numbers of the given shape, repeated over the axes that it lacks. */
    T add(T input, String name, long[] shape, float[] values);

    T add(T one, T other);

    T times(T input, float factor);

    /** The product of the last two axes. */
    T product(T one, T other);

    T gelu(T input);

    T relu(T input);

    /** Between 0 and 1, for each number by itself. */
    T sigmoid(T input);

    /** Over the last axis. */
    T softmax(T input);

    /** The same numbers in another shape; -1 stands for the length that follows from all others. */
    T reshape(T input, long... shape);

    T permute(T input, long... axes);

    /** Part of an axis. */
    T slice(T input, long axis, long from, long to);

    /** Numbers moved along an axis, what falls off at its end coming in at its beginning. */
    T roll(T input, long axis, long length, long shift);

    /** Twice as many rows and columns, each place four times. Batch, channels, rows, columns. */
    T doubled(T input);

    /** The channels of one and then those of the other. */
    T joined(T one, T other);

    /** The mean over one axis, which goes. */
    T mean(T input, long axis);
}
