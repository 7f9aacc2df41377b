package dev.millwright.inference.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import dev.millwright.inference.trees.TreeEnsemble.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One tree written by hand, attribute by attribute; and files that are not what they should be. */
class TreesFileTest {

    /** If feature 1 is below 0.5 or missing, 2, else 3; five rows went one way, seven the other. */
    private static NodeProto.Builder stump() {
        return NodeProto.newBuilder()
                .setOpType("TreeEnsembleRegressor")
                .addAttribute(ints("nodes_treeids", 0L, 0L, 0L))
                .addAttribute(ints("nodes_nodeids", 0L, 1L, 2L))
                .addAttribute(ints("nodes_featureids", 1L, 0L, 0L))
                .addAttribute(floats("nodes_values", 0.5f, 0f, 0f))
                .addAttribute(floats("nodes_hitrates", 12f, 5f, 7f))
                .addAttribute(AttributeProto.newBuilder()
                        .setName("nodes_modes")
                        .setType(AttributeType.STRINGS)
                        .addStrings(ByteString.copyFromUtf8("BRANCH_LT"))
                        .addStrings(ByteString.copyFromUtf8("LEAF"))
                        .addStrings(ByteString.copyFromUtf8("LEAF")))
                .addAttribute(ints("nodes_truenodeids", 1L, 0L, 0L))
                .addAttribute(ints("nodes_falsenodeids", 2L, 0L, 0L))
                .addAttribute(ints("nodes_missing_value_tracks_true", 1L, 0L, 0L))
                .addAttribute(ints("target_treeids", 0L, 0L))
                .addAttribute(ints("target_nodeids", 1L, 2L))
                .addAttribute(ints("target_ids", 0L, 0L))
                .addAttribute(floats("target_weights", 2f, 3f))
                .addAttribute(floats("base_values", 10f));
    }

    private static AttributeProto.Builder ints(String name, Long... values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INTS)
                .addAllInts(List.of(values));
    }

    private static AttributeProto.Builder floats(String name, Float... values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.FLOATS)
                .addAllFloats(List.of(values));
    }

    private static byte[] file(NodeProto.Builder operator) {
        return ModelProto.newBuilder()
                .setGraph(GraphProto.newBuilder().addNode(operator))
                .build()
                .toByteArray();
    }

    @Test
    void aTreeIsReadAsItIsWritten() {
        var trees = TreesFile.read(file(stump()), 2);
        assertThat(trees)
                .containsExactly(new TreeEnsemble(
                        2,
                        10,
                        false,
                        List.of(new Node.Split(1, 0.5f, true, 12, new Node.Leaf(2, 5), new Node.Leaf(3, 7)))));
        assertThat(trees.getFirst().predict(new float[] {9, 0.4f})).isEqualTo(12);
        assertThat(trees.getFirst().predict(new float[] {9, 0.5f})).isEqualTo(13);
        assertThat(trees.getFirst().predict(new float[] {9, Float.NaN})).isEqualTo(12);
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> TreesFile.read(file(NodeProto.newBuilder().setOpType("Gemm")), 2))
                .hasMessageStartingWith("The model has no trees.");
        assertThatThrownBy(() -> TreesFile.read(new byte[] {1, 2, 3}, 2))
                .hasMessageStartingWith("The model is no ONNX file");
        var without = stump().removeAttribute(4);
        assertThatThrownBy(() -> TreesFile.read(file(without), 2))
                .hasMessageStartingWith("The model's trees lack 'nodes_hitrates'.");
        var astray = stump().setAttribute(6, ints("nodes_truenodeids", 9L, 0L, 0L));
        assertThatThrownBy(() -> TreesFile.read(file(astray), 2))
                .hasMessageStartingWith("Node 9 of tree 0 is not in the file.");
    }
}
