package dev.millwright.learning.onnx;

import dev.millwright.learning.distillation.SurfacePlan;
import dev.millwright.learning.network.Weights;
import java.util.List;
import java.util.Map;

/** The small network of features as an ONNX file: pictures of any size in, one map of an eighth of their sides out. */
public final class SurfaceOnnx implements SurfacePlan.Machine<String> {
    public static final String INPUT = "picture";
    public static final String OUTPUT = "features";

    private final OnnxGraph graph;
    private final List<SurfacePlan.Layer> layers;
    private final Weights weights;
    private int named;

    private SurfaceOnnx(OnnxGraph graph, List<SurfacePlan.Layer> layers, Weights weights) {
        this.graph = graph;
        this.layers = layers;
        this.weights = weights;
    }

    /** The file of trained weights. */
    public static byte[] write(Weights weights, Map<String, String> metadata) {
        int components = weights.layers().getLast().values().length;
        var graph = new OnnxGraph("surface-features")
                .input(INPUT, 3, OnnxGraph.FREE, OnnxGraph.FREE)
                .output(OUTPUT, components, OnnxGraph.FREE, OnnxGraph.FREE);
        var machine = new SurfaceOnnx(graph, SurfacePlan.layers(components), weights);
        graph.operator("Identity", List.of(SurfacePlan.run(machine, INPUT)), OUTPUT);
        return graph.bytes(metadata);
    }

    @Override
    public String convolved(int layer, String input) {
        var plan = layers.get(layer);
        var kernel = weights.layers().get(2 * layer);
        var offsets = weights.layers().get(2 * layer + 1);
        long pad = plan.kernel() / 2;
        return graph.operator(
                "Conv",
                List.of(
                        input,
                        graph.constant("weights-" + layer, kernel.shape(), kernel.values()),
                        graph.constant("offsets-" + layer, offsets.shape(), offsets.values())),
                "convolved-" + layer,
                OnnxGraph.ints("strides", List.of((long) plan.stride(), (long) plan.stride())),
                OnnxGraph.ints("pads", List.of(pad, pad, pad, pad)));
    }

    @Override
    public String rectified(String input) {
        return graph.operator("Relu", List.of(input), input + "-relu");
    }

    @Override
    public String sum(String first, String second) {
        return graph.operator("Add", List.of(first, second), "sum-" + named++);
    }

    @Override
    public String doubled(String input) {
        return graph.operator(
                "Resize",
                List.of(input, "", graph.constant("scales", new long[] {4}, 1, 1, 2, 2)),
                input + "-doubled",
                OnnxGraph.text("mode", "linear"),
                OnnxGraph.text("coordinate_transformation_mode", "half_pixel"));
    }
}
