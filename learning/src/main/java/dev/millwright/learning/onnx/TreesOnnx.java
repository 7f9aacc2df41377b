package dev.millwright.learning.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.inference.trees.TreeEnsemble.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Boosted trees as an ONNX file: one TreeEnsembleRegressor (ai.onnx.ml 3) from {@code features} to {@code answers}, one
 * answer for each ensemble; a Sigmoid after it where they are logistic. How many rows came by each node stands in {@code nodes_hitrates}, so that answers can be
 * explained from the file alone.
 */
public final class TreesOnnx {
    public static final String INPUT = "features";
    public static final String OUTPUT = "answers";
    private static final String SUMS = "sums";
    private static final int IR_VERSION = 9;
    private static final int OPSET = 20;
    private static final int ML_OPSET = 3;

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
        var first = ensembles.getFirst();
        if (ensembles.stream()
                .anyMatch(other -> other.width() != first.width() || other.logistic() != first.logistic())) {
            throw new IllegalArgumentException(
                    "Ensembles of different features or goals do not fit in one file.\nWrite a file for each.");
        }
        var writer = new TreesOnnx();
        for (int target = 0; target < ensembles.size(); target++) {
            for (var root : ensembles.get(target).roots()) {
                writer.node = 0;
                writer.add(root, target);
                writer.tree++;
            }
        }
        var model = writer.model(ensembles);
        metadata.forEach((name, text) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(name).setValue(text)));
        return model.build().toByteArray();
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

    private ModelProto.Builder model(List<TreeEnsemble> ensembles) {
        boolean logistic = ensembles.getFirst().logistic();
        var bases = ensembles.stream().map(each -> (float) each.base()).toList();
        var trees = NodeProto.newBuilder()
                .setName("trees")
                .setDomain("ai.onnx.ml")
                .setOpType("TreeEnsembleRegressor")
                .addInput(INPUT)
                .addOutput(logistic ? SUMS : OUTPUT)
                .addAttribute(ints("nodes_treeids", treeIds))
                .addAttribute(ints("nodes_nodeids", nodeIds))
                .addAttribute(ints("nodes_featureids", features))
                .addAttribute(floats("nodes_values", thresholds))
                .addAttribute(floats("nodes_hitrates", covers))
                .addAttribute(AttributeProto.newBuilder()
                        .setName("nodes_modes")
                        .setType(AttributeType.STRINGS)
                        .addAllStrings(modes))
                .addAttribute(ints("nodes_truenodeids", smaller))
                .addAttribute(ints("nodes_falsenodeids", others))
                .addAttribute(ints("nodes_missing_value_tracks_true", missing))
                .addAttribute(ints("target_treeids", leafTrees))
                .addAttribute(ints("target_nodeids", leafNodes))
                .addAttribute(ints("target_ids", leafTargets))
                .addAttribute(floats("target_weights", leafValues))
                .addAttribute(floats("base_values", bases))
                .addAttribute(AttributeProto.newBuilder()
                        .setName("n_targets")
                        .setType(AttributeType.INT)
                        .setI(ensembles.size()))
                .addAttribute(AttributeProto.newBuilder()
                        .setName("post_transform")
                        .setType(AttributeType.STRING)
                        .setS(ByteString.copyFromUtf8("NONE")));
        var graph = GraphProto.newBuilder()
                .setName("boosted-trees")
                .addInput(value(INPUT, ensembles.getFirst().width()))
                .addOutput(value(OUTPUT, ensembles.size()))
                .addNode(trees);
        if (logistic) { // ONNX Runtime passes over a regressor's own logistic
            graph.addNode(NodeProto.newBuilder()
                    .setName("logistic")
                    .setOpType("Sigmoid")
                    .addInput(SUMS)
                    .addOutput(OUTPUT));
        }
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("millwright")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .addOpsetImport(
                        OperatorSetIdProto.newBuilder().setDomain("ai.onnx.ml").setVersion(ML_OPSET))
                .setGraph(graph);
    }

    private static AttributeProto.Builder ints(String name, List<Long> values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INTS)
                .addAllInts(values);
    }

    private static AttributeProto.Builder floats(String name, List<Float> values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.FLOATS)
                .addAllFloats(values);
    }

    private static ValueInfoProto.Builder value(String name, int width) {
        var shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("rows"))
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(width));
        var tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor));
    }
}
