package dev.millwright.learning.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import com.google.protobuf.ByteString;
import dev.millwright.inference.trees.ClassTrees;
import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.inference.trees.TreeEnsemble.Node;
import dev.millwright.maintenance.life.LifeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Boosted trees as an ONNX file: one TreeEnsembleRegressor (ai.onnx.ml 3) from {@code features} to {@code answers}, one
 * answer for each ensemble; a Sigmoid after it where they are logistic. How many rows came by each node stands in {@code nodes_hitrates}, so that answers can be
 * explained from the file alone.
 */
public final class TreesOnnx {
    public static final String INPUT = LifeModel.FEATURES;
    public static final String OUTPUT = LifeModel.ANSWERS;
    private static final String SUMS = "sums";
    private static final String CLASS_SUMS = "class-sums";

    private final List<Long> treeIds = new ArrayList<>();
    private final List<Long> nodeIds = new ArrayList<>();
    private final List<Long> features = new ArrayList<>();
    private final List<Float> thresholds = new ArrayList<>();
    private final List<Float> covers = new ArrayList<>();
    private final List<ByteString> modes = new ArrayList<>();
    private final List<Long> smaller = new ArrayList<>();
    private final List<Long> others = new ArrayList<>();
    private final List<Long> missing = new ArrayList<>();
    private final List<Long> leafTrees = new ArrayList<>();
    private final List<Long> leafNodes = new ArrayList<>();
    private final List<Long> leafTargets = new ArrayList<>();
    private final List<Float> leafValues = new ArrayList<>();
    private long tree;
    private long node;

    private TreesOnnx() {}

    /** The file's bytes; all ensembles see the same features, and all or none of them are logistic. */
    public static byte[] write(List<TreeEnsemble> ensembles) {
        return write(ensembles, Map.of());
    }

    /** The same with what else the file is to say of itself, by name. */
    public static byte[] write(List<TreeEnsemble> ensembles, Map<String, String> metadata) {
        return write(ensembles, false, metadata);
    }

    /** Trees that tell classes apart; the answers are a probability each, by a Softmax over the sums. */
    public static byte[] write(ClassTrees trees, Map<String, String> metadata) {
        return write(trees.classes(), true, metadata);
    }

    private static byte[] write(List<TreeEnsemble> ensembles, boolean classes, Map<String, String> metadata) {
        var first = ensembles.getFirst();
        if (ensembles.stream()
                .anyMatch(other -> other.width() != first.width() || other.logistic() != first.logistic())) {
            throw new IllegalArgumentException(
                    "Ensembles of different features or goals do not fit in one file.\nWrite a file for each.");
        }
        var graph = new OnnxGraph("boosted-trees").input(INPUT, first.width()).output(OUTPUT, ensembles.size());
        add(graph, ensembles, classes ? CLASS_SUMS : OUTPUT);
        if (classes) {
            graph.operator("Softmax", List.of(CLASS_SUMS), OUTPUT);
        }
        return graph.bytes(metadata);
    }

    /** Adds the trees to a graph that has their input; their answers go by a name. */
    static void add(OnnxGraph graph, List<TreeEnsemble> ensembles, String output) {
        var writer = new TreesOnnx();
        for (int target = 0; target < ensembles.size(); target++) {
            for (var root : ensembles.get(target).roots()) {
                writer.node = 0;
                writer.add(root, target);
                writer.tree++;
            }
        }
        writer.operators(graph, ensembles, output);
    }

    /** Adds a node and what is below it; gives its number. */
    private long add(Node from, int target) {
        long id = node++;
        treeIds.add(tree);
        nodeIds.add(id);
        covers.add((float) from.cover());
        int place = smaller.size();
        smaller.add(0L);
        others.add(0L);
        switch (from) {
            case Node.Leaf(var value, var _) -> {
                modes.add(ByteString.copyFromUtf8("LEAF"));
                features.add(0L);
                thresholds.add(0f);
                missing.add(0L);
                leafTrees.add(tree);
                leafNodes.add(id);
                leafTargets.add((long) target);
                leafValues.add(value);
            }
            case Node.Split split -> {
                modes.add(ByteString.copyFromUtf8("BRANCH_LT"));
                features.add((long) split.feature());
                thresholds.add(split.threshold());
                missing.add(split.missingIsSmaller() ? 1L : 0L);
                smaller.set(place, add(split.smaller(), target));
                others.set(place, add(split.other(), target));
            }
        }
        return id;
    }

    private void operators(OnnxGraph graph, List<TreeEnsemble> ensembles, String output) {
        boolean logistic = ensembles.getFirst().logistic();
        var sums = graph.operator(
                "ai.onnx.ml",
                "TreeEnsembleRegressor",
                List.of(INPUT),
                logistic ? SUMS : output,
                OnnxGraph.ints("nodes_treeids", treeIds),
                OnnxGraph.ints("nodes_nodeids", nodeIds),
                OnnxGraph.ints("nodes_featureids", features),
                OnnxGraph.floats("nodes_values", thresholds),
                OnnxGraph.floats("nodes_hitrates", covers),
                AttributeProto.newBuilder()
                        .setName("nodes_modes")
                        .setType(AttributeType.STRINGS)
                        .addAllStrings(modes),
                OnnxGraph.ints("nodes_truenodeids", smaller),
                OnnxGraph.ints("nodes_falsenodeids", others),
                OnnxGraph.ints("nodes_missing_value_tracks_true", missing),
                OnnxGraph.ints("target_treeids", leafTrees),
                OnnxGraph.ints("target_nodeids", leafNodes),
                OnnxGraph.ints("target_ids", leafTargets),
                OnnxGraph.floats("target_weights", leafValues),
                OnnxGraph.floats(
                        "base_values",
                        ensembles.stream().map(each -> (float) each.base()).toList()),
                OnnxGraph.number("n_targets", ensembles.size()),
                OnnxGraph.text("post_transform", "NONE"));
        if (logistic) { // ONNX Runtime passes over a regressor's own logistic
            graph.operator("Sigmoid", List.of(sums), output);
        }
    }
}
