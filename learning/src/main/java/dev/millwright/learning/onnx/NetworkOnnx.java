package dev.millwright.learning.onnx;

import dev.millwright.learning.network.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Recurrent networks as operators of an ONNX graph: of each a Conv, an LSTM and two Gemm, then the mean of all. Gates that
 * libtorch has in the order i, f, g, o stand in the order i, o, f, c there.
 */
final class NetworkOnnx {
    /** Where each of ONNX's gates stands among libtorch's. */
    private static final int[] GATES = {0, 3, 1, 2};

    private final OnnxGraph graph;
    private final String name;
    private final List<Weights.Layer> layers;

    private NetworkOnnx(OnnxGraph graph, String name, Weights weights) {
        this.graph = graph;
        this.name = name;
        layers = weights.layers();
    }

    /** Adds the mean answer of networks that see the same windows: sequences, steps, channels. */
    static String add(OnnxGraph graph, List<Weights> networks, String input, String output) {
        var channelsFirst = graph.operator(
                "Transpose", List.of(input), "channels-first", OnnxGraph.ints("perm", List.of(0L, 2L, 1L)));
        var answers = IntStream.range(0, networks.size())
                .mapToObj(i -> new NetworkOnnx(graph, "network-" + i, networks.get(i)).add(channelsFirst))
                .toList();
        return graph.operator("Mean", answers, output);
    }

    private String add(String channelsFirst) {
        var seen = relu(graph.operator("Conv", List.of(channelsFirst, plain(0), plain(1)), name("convolution")));
        var stepsFirst = graph.operator(
                "Transpose", List.of(seen), name("steps-first"), OnnxGraph.ints("perm", List.of(2L, 0L, 1L)));
        var last = graph.lstm(
                List.of(stepsFirst, gates(2), gates(3), biases()),
                name("last"),
                layers.get(3).shape()[1]);
        var rows = graph.operator("Squeeze", List.of(last, graph.places(name("direction"), 0)), name("rows"));
        return dense(relu(dense(rows, 6, "dense")), 8, "answer");
    }

    private String dense(String input, int layer, String of) {
        return graph.operator(
                "Gemm", List.of(input, plain(layer), plain(layer + 1)), name(of), OnnxGraph.number("transB", 1));
    }

    private String relu(String input) {
        return graph.operator("Relu", List.of(input), input + "-relu");
    }

    private String plain(int layer) {
        var numbers = layers.get(layer);
        return graph.constant(name("weights-" + layer), numbers.shape(), numbers.values());
    }

    private String gates(int layer) {
        var numbers = layers.get(layer);
        return graph.constant(
                name("weights-" + layer),
                new long[] {1, numbers.shape()[0], numbers.shape()[1]},
                inOrder(numbers.values()));
    }

    /** Those of what comes in, then those of what comes back. */
    private String biases() {
        var all = new ArrayList<Float>();
        for (int layer = 4; layer <= 5; layer++) {
            for (float value : inOrder(layers.get(layer).values())) {
                all.add(value);
            }
        }
        var values = new float[all.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = all.get(i);
        }
        return graph.constant(name("biases"), new long[] {1, values.length}, values);
    }

    private static float[] inOrder(float[] values) {
        int gate = values.length / GATES.length;
        var ordered = new float[values.length];
        for (int g = 0; g < GATES.length; g++) {
            System.arraycopy(values, GATES[g] * gate, ordered, g * gate, gate);
        }
        return ordered;
    }

    private String name(String of) {
        return name + "-" + of;
    }
}
