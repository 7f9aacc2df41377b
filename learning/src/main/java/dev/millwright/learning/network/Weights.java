package dev.millwright.learning.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * A trained network's numbers, layer after layer in the order in which it asks for them; of each layer the weights and then the
 * biases. Of a recurrent network that is: convolution, LSTM (gates i, f, g, o), dense layer, answer.
 */
public record Weights(List<Layer> layers) {

    /** One matrix or row of numbers, laid out row by row. */
    // Only ever copied out.
    @SuppressWarnings("ArrayRecordComponent")
    public record Layer(long[] shape, float[] values) {

        /** A copy of a tensor's numbers. */
        static Layer of(Tensor tensor) {
            var shape = new long[(int) tensor.dim()];
            for (int axis = 0; axis < shape.length; axis++) {
                shape[axis] = tensor.size(axis);
            }
            var values = new float[(int) tensor.numel()];
            tensor.contiguous().data_ptr_float().get(values);
            return new Layer(shape, values);
        }
    }

    public Weights {
        layers = List.copyOf(layers);
    }

    /** As bytes, to be read by {@link #read}. */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(layers.size());
            for (var layer : layers) {
                out.writeInt(layer.shape().length);
                for (long length : layer.shape()) {
                    out.writeLong(length);
                }
                out.writeInt(layer.values().length);
                for (float value : layer.values()) {
                    out.writeFloat(value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @throws UncheckedIOException when they are cut off
     */
    public static Weights read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var layers = new ArrayList<Layer>();
            for (int left = in.readInt(); left > 0; left--) {
                var shape = new long[in.readInt()];
                for (int i = 0; i < shape.length; i++) {
                    shape[i] = in.readLong();
                }
                var values = new float[in.readInt()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = in.readFloat();
                }
                layers.add(new Layer(shape, values));
            }
            return new Weights(layers);
        } catch (IOException e) {
            throw new UncheckedIOException("The network's weights are cut off.\nTrain it again.", e);
        }
    }
}
