package dev.millwright.learning.distillation;

import java.util.ArrayList;
import java.util.List;

/**
 * How the small network is put together: down to a sixteenth of the picture's sides with residual blocks on the way (He 2015),
 * then back to an eighth, where both are joined. Whoever trains it and whoever writes it down walk the same plan.
 */
public final class SurfacePlan {
    /** One convolution. */
    public record Layer(int from, int to, int kernel, int stride) {}

    /**
     * Something that computes, or writes down what is to be computed.
     *
     * @param <T> what stands for a batch of maps
     */
    public interface Machine<T> {
        /** A convolution with its normalisation. */
        T convolved(int layer, T input);

        /** What is below 0 becomes 0. */
        T rectified(T input);

        T sum(T first, T second);

        /** Twice as wide and high, interpolated. */
        T doubled(T input);
    }

    private static final int COLOURS = 3;
    private static final int STEM = 24;
    private static final int QUARTER = 40;
    private static final int EIGHTH = 80;
    private static final int SIXTEENTH = 128;

    private SurfacePlan() {}

    /** All convolutions, in the order in which they are run. */
    public static List<Layer> layers(int components) {
        var layers = new ArrayList<Layer>();
        layers.add(new Layer(COLOURS, STEM, 5, 2));
        layers.add(new Layer(STEM, QUARTER, 3, 2));
        block(layers, QUARTER);
        layers.add(new Layer(QUARTER, EIGHTH, 3, 2));
        block(layers, EIGHTH);
        layers.add(new Layer(EIGHTH, SIXTEENTH, 3, 2));
        block(layers, SIXTEENTH);
        block(layers, SIXTEENTH);
        layers.add(new Layer(SIXTEENTH, EIGHTH, 1, 1));
        layers.add(new Layer(EIGHTH, components, 3, 1));
        layers.add(new Layer(components, components, 1, 1));
        return layers;
    }

    private static void block(List<Layer> layers, int width) {
        layers.add(new Layer(width, width, 3, 1));
        layers.add(new Layer(width, width, 3, 1));
    }

    /** Walks from a picture to its features. */
    public static <T> T run(Machine<T> machine, T picture) {
        var quarter = block(machine, 2, layer(machine, 1, layer(machine, 0, picture)));
        var eighth = block(machine, 5, layer(machine, 4, quarter));
        var sixteenth = block(machine, 10, block(machine, 8, layer(machine, 7, eighth)));
        var joined = machine.rectified(machine.sum(machine.doubled(machine.convolved(12, sixteenth)), eighth));
        return machine.convolved(14, layer(machine, 13, joined));
    }

    private static <T> T layer(Machine<T> machine, int layer, T input) {
        return machine.rectified(machine.convolved(layer, input));
    }

    private static <T> T block(Machine<T> machine, int first, T input) {
        var inner = machine.convolved(first + 1, layer(machine, first, input));
        return machine.rectified(machine.sum(inner, input));
    }
}
