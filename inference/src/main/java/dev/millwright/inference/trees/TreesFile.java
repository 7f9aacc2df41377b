package dev.millwright.inference.trees;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.millwright.inference.trees.TreeEnsemble.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads tree ensembles out of an ONNX file with one TreeEnsembleRegressor (ai.onnx.ml 3), and a Sigmoid if they are logistic, so that answers can be explained. */
public final class TreesFile {
    private record Place(long tree, long node) {}

    private final Map<String, AttributeProto> attributes = new HashMap<>();
    private final Map<Place, Integer> nodes = new HashMap<>();
    private final Map<Place, Integer> leaves = new HashMap<>();

    private TreesFile(NodeProto operator) {
        operator.getAttributeList().forEach(attribute -> attributes.put(attribute.getName(), attribute));
        var trees = ints("nodes_treeids");
        var ids = ints("nodes_nodeids");
        for (int i = 0; i < ids.size(); i++) {
            nodes.put(new Place(trees.get(i), ids.get(i)), i);
        }
        var leafTrees = ints("target_treeids");
        var leafIds = ints("target_nodeids");
        for (int i = 0; i < leafIds.size(); i++) {
            leaves.put(new Place(leafTrees.get(i), leafIds.get(i)), i);
        }
    }

    /**
     * One ensemble for each of the file's targets.
     *
     * @param width features of a row
     * @throws IllegalArgumentException when the file holds no such trees
     */
    public static List<TreeEnsemble> read(byte[] onnx, int width) {
        var operators = model(onnx).getGraph().getNodeList();
        boolean logistic = operators.stream().anyMatch(each -> each.getOpType().equals("Sigmoid"));
        return operators.stream()
                .filter(each -> each.getOpType().equals("TreeEnsembleRegressor"))
                .findFirst()
                .map(trees -> new TreesFile(trees).ensembles(width, logistic))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The model has no trees.\nOnly models of trees can be explained by them."));
    }

    /** What a model file says of itself, by name. */
    public static Map<String, String> metadata(byte[] onnx) {
        var metadata = new HashMap<String, String>();
        model(onnx).getMetadataPropsList().forEach(each -> metadata.put(each.getKey(), each.getValue()));
        return metadata;
    }

    private static ModelProto model(byte[] onnx) {
        try {
            return ModelProto.parseFrom(onnx);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(
                    "The model is no ONNX file: " + e.getMessage() + "\nExport it again.", e);
        }
    }

    private List<TreeEnsemble> ensembles(int width, boolean logistic) {
        var bases = attribute("base_values").getFloatsList();
        var roots = new ArrayList<List<Node>>();
        bases.forEach(_ -> roots.add(new ArrayList<>()));
        var trees = ints("nodes_treeids");
        for (int i = 0; i < trees.size(); i++) {
            if (i == 0 || !trees.get(i).equals(trees.get(i - 1))) {
                long tree = trees.get(i);
                var target = new int[1];
                var root = node(tree, ints("nodes_nodeids").get(i), target);
                roots.get(target[0]).add(root);
            }
        }
        var ensembles = new ArrayList<TreeEnsemble>();
        for (int target = 0; target < bases.size(); target++) {
            ensembles.add(new TreeEnsemble(width, bases.get(target), logistic, roots.get(target)));
        }
        return ensembles;
    }

    /** @param target where the target of the tree's leaves is put */
    private Node node(long tree, long id, int[] target) {
        int i = index(nodes, tree, id);
        double cover = attribute("nodes_hitrates").getFloats(i);
        if (attribute("nodes_modes").getStrings(i).toStringUtf8().equals("LEAF")) {
            int leaf = index(leaves, tree, id);
            target[0] = Math.toIntExact(ints("target_ids").get(leaf));
            return new Node.Leaf(attribute("target_weights").getFloats(leaf), cover);
        }
        return new Node.Split(
                Math.toIntExact(ints("nodes_featureids").get(i)),
                attribute("nodes_values").getFloats(i),
                ints("nodes_missing_value_tracks_true").get(i) == 1,
                cover,
                node(tree, ints("nodes_truenodeids").get(i), target),
                node(tree, ints("nodes_falsenodeids").get(i), target));
    }

    private static int index(Map<Place, Integer> places, long tree, long id) {
        var index = places.get(new Place(tree, id));
        if (index == null) {
            throw new IllegalArgumentException(
                    "Node %d of tree %d is not in the file.\nExport the model again.".formatted(id, tree));
        }
        return index;
    }

    private List<Long> ints(String name) {
        return attribute(name).getIntsList();
    }

    private AttributeProto attribute(String name) {
        var attribute = attributes.get(name);
        if (attribute == null) {
            throw new IllegalArgumentException(
                    "The model's trees lack '" + name + "'.\nExport them again, with all attributes.");
        }
        return attribute;
    }
}
