package dev.millwright.learning.onnx;

import dev.millwright.learning.network.Operators;
import dev.millwright.learning.network.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Operators that write themselves down as an ONNX graph, with the weights that libtorch has learned. */
public final class OnnxOperators implements Operators<String> {
    /** In the shape of an input or an answer: the length of an axis that is any. */
    public static final long ANY = OnnxGraph.FREE;

    private final OnnxGraph graph;
    private final List<Weights.Layer> layers;
    private int layer;
    private int numbers;

    private OnnxOperators(OnnxGraph graph, Weights weights) {
        this.graph = graph;
        layers = weights.layers();
    }

    /**
     * Writes a network of one input.
     *
     * @param input its name and the shape of one of its rows
     * @param outputs names of the answers, with the shape of one of their rows
     * @param network writes itself down by the operators and names its answers by {@link #answer}
     * @param metadata what else the file says of itself, by name
     */
    public static byte[] write(
            String name,
            Map.Entry<String, long[]> input,
            Map<String, long[]> outputs,
            Weights weights,
            BiConsumer<OnnxOperators, String> network,
            Map<String, String> metadata) {
        var graph = new OnnxGraph(name).input(input.getKey(), input.getValue());
        outputs.forEach(graph::output);
        var operators = new OnnxOperators(graph, weights);
        network.accept(operators, input.getKey());
        if (operators.layer != weights.layers().size()) {
            throw new IllegalArgumentException("The network took %d of %d layers of weights.\nGive it its own."
                    .formatted(operators.layer, weights.layers().size()));
        }
        return graph.bytes(metadata);
    }

    /** Gives a node the name of an answer. */
    public void answer(String node, String name) {
        graph.operator("Identity", List.of(node), name);
    }

    @Override
    public String convolution(
            String input, String name, int channels, int filters, int kernel, int stride, int groups) {
        long pad = kernel / 2;
        return graph.operator(
                "Conv",
                List.of(input, next(name), next(name)),
                node(name),
                OnnxGraph.ints("kernel_shape", List.of((long) kernel, (long) kernel)),
                OnnxGraph.ints("strides", List.of((long) stride, (long) stride)),
                OnnxGraph.ints("pads", List.of(pad, pad, pad, pad)),
                OnnxGraph.number("group", groups));
    }

    /** Weights lie by unit and are turned here, once: the product then wants no turning when it runs. */
    @Override
    public String linear(String input, String name, int width, int units) {
        var weights = layers.get(layer++).values();
        var turned = new float[weights.length];
        for (int unit = 0; unit < units; unit++) {
            for (int i = 0; i < width; i++) {
                turned[i * units + unit] = weights[unit * width + i];
            }
        }
        var matrix = graph.constant(node(name + "-weights"), new long[] {width, units}, turned);
        var product = graph.operator("MatMul", List.of(input, matrix), node(name));
        return graph.operator("Add", List.of(product, next(name)), node(name));
    }

    @Override
    public String layerNorm(String input, String name, int width) {
        return graph.operator("LayerNormalization", List.of(input, next(name), next(name)), node(name));
    }

    /** As instances of one channel for each group; the shape that comes in comes out, whatever it is. */
    @Override
    public String groupNorm(String input, String name, int channels, int groups) {
        var gains = new float[groups];
        Arrays.fill(gains, 1);
        var flat = reshape(input, 0, groups, -1);
        var normed = graph.operator(
                "InstanceNormalization",
                List.of(
                        flat,
                        graph.constant(node(name + "-ones"), new long[] {groups}, gains),
                        graph.constant(node(name + "-zeros"), new long[] {groups}, new float[groups])),
                node(name));
        var shape = graph.operator("Shape", List.of(input), node("shape"));
        var laid = graph.operator("Reshape", List.of(normed, shape), node("reshaped"));
        var gained = graph.operator("Mul", List.of(laid, perChannel(name, channels)), node(name));
        return graph.operator("Add", List.of(gained, perChannel(name, channels)), node(name));
    }

    private String perChannel(String name, int channels) {
        return graph.constant(
                node(name + "-weights"),
                new long[] {channels, 1, 1},
                layers.get(layer++).values());
    }

    @Override
    public String addFromTable(String input, String name, int table, int heads, long[] places) {
        var numbersOfTable = layers.get(layer++).values();
        long side = (long) Math.sqrt(places.length);
        var values = new float[heads * places.length];
        for (int head = 0; head < heads; head++) {
            for (int i = 0; i < places.length; i++) {
                values[head * places.length + i] = numbersOfTable[head * table + (int) places[i]];
            }
        }
        return add(input, name, new long[] {heads, side, side}, values);
    }

    @Override
    public String add(String input, String name, long[] shape, float[] values) {
        return graph.operator(
                "Add", List.of(input, graph.constant(node(name + "-numbers"), shape, values)), node(name));
    }

    @Override
    public String add(String one, String other) {
        return graph.operator("Add", List.of(one, other), node("sum"));
    }

    @Override
    public String times(String input, float factor) {
        return graph.operator(
                "Mul", List.of(input, graph.constant(node("factor"), new long[] {}, factor)), node("scaled"));
    }

    @Override
    public String product(String one, String other) {
        return graph.operator("MatMul", List.of(one, other), node("product"));
    }

    @Override
    public String gelu(String input) {
        return graph.operator("Gelu", List.of(input), node("gelu"));
    }

    @Override
    public String relu(String input) {
        return graph.operator("Relu", List.of(input), node("relu"));
    }

    @Override
    public String sigmoid(String input) {
        return graph.operator("Sigmoid", List.of(input), node("sigmoid"));
    }

    @Override
    public String softmax(String input) {
        return graph.operator("Softmax", List.of(input), node("softmax"), OnnxGraph.number("axis", -1));
    }

    @Override
    public String reshape(String input, long... shape) {
        return graph.operator("Reshape", List.of(input, graph.places(node("shape"), shape)), node("reshaped"));
    }

    @Override
    public String permute(String input, long... axes) {
        var order = new ArrayList<Long>();
        for (long axis : axes) {
            order.add(axis);
        }
        return graph.operator("Transpose", List.of(input), node("permuted"), OnnxGraph.ints("perm", order));
    }

    @Override
    public String slice(String input, long axis, long from, long to) {
        return graph.operator(
                "Slice",
                List.of(
                        input,
                        graph.places(node("from"), from),
                        graph.places(node("to"), to),
                        graph.places(node("axis"), axis)),
                node("slice"));
    }

    @Override
    public String roll(String input, long axis, long length, long shift) {
        long first = Math.floorMod(-shift, length);
        return graph.operator(
                "Concat",
                List.of(slice(input, axis, first, length), slice(input, axis, 0, first)),
                node("rolled"),
                OnnxGraph.number("axis", axis));
    }

    @Override
    public String doubled(String input) {
        return graph.operator(
                "Resize",
                List.of(input, "", graph.constant(node("scales"), new long[] {4}, 1, 1, 2, 2)),
                node("doubled"),
                OnnxGraph.text("mode", "nearest"),
                OnnxGraph.text("coordinate_transformation_mode", "asymmetric"),
                OnnxGraph.text("nearest_mode", "floor"));
    }

    @Override
    public String joined(String one, String other) {
        return graph.operator("Concat", List.of(one, other), node("joined"), OnnxGraph.number("axis", 1));
    }

    @Override
    public String mean(String input, long axis) {
        return graph.operator(
                "ReduceMean",
                List.of(input, graph.places(node("axis"), axis)),
                node("mean"),
                OnnxGraph.number("keepdims", 0));
    }

    private String next(String name) {
        var numbersOfLayer = layers.get(layer++);
        return graph.constant(node(name + "-weights"), numbersOfLayer.shape(), numbersOfLayer.values());
    }

    private String node(String name) {
        return name + "-" + numbers++;
    }
}
