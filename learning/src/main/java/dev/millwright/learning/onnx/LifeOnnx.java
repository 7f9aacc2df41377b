package dev.millwright.learning.onnx;

import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.learning.network.Weights;
import dev.millwright.maintenance.life.LifeModel;
import dev.millwright.maintenance.life.LifeNotes;
import java.util.List;
import java.util.Map;

/**
 * A model of remaining life as one ONNX file: trees over {@code features}, networks over {@code window} where there are
 * some, and their weighted mean as {@code answers}.
 */
public final class LifeOnnx {
    private LifeOnnx() {}

    /**
     * The bytes of a model file.
     *
     * @param networks whose mean answers a share of the cap; none: trees alone
     */
    public static byte[] write(LifeNotes notes, TreeEnsemble trees, List<Weights> networks) {
        var metadata = Map.of(LifeModel.NOTES, notes.text());
        var space = notes.space();
        var shape = space.sequence();
        if (networks.isEmpty() || shape == null) {
            return TreesOnnx.write(List.of(trees), metadata);
        }
        var graph = new OnnxGraph("remaining-life")
                .input(LifeModel.FEATURES, space.width())
                .input(LifeModel.WINDOW, shape.steps(), space.channels())
                .output(LifeModel.ANSWERS, 1);
        TreesOnnx.add(graph, List.of(trees), "trees");
        NetworkOnnx.add(graph, networks, LifeModel.WINDOW, "network");
        float cap = (float) notes.cap();
        float share = (float) notes.networkShare();
        var limits = List.of(number(graph, "least", 0), number(graph, "cap", cap));
        var byTrees = graph.operator("Clip", List.of("trees", limits.get(0), limits.get(1)), "trees-capped");
        var lives = graph.operator("Mul", List.of("network", "cap"), "network-lives");
        var byNetworks = graph.operator("Clip", List.of(lives, limits.get(0), limits.get(1)), "network-capped");
        graph.operator(
                "Add",
                List.of(
                        graph.operator("Mul", List.of(byTrees, number(graph, "trees-share", 1 - share)), "of-trees"),
                        graph.operator(
                                "Mul", List.of(byNetworks, number(graph, "network-share", share)), "of-network")),
                LifeModel.ANSWERS);
        return graph.bytes(metadata);
    }

    private static String number(OnnxGraph graph, String name, float value) {
        return graph.constant(name, new long[0], value);
    }
}
