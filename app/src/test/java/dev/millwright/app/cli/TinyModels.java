package dev.millwright.app.cli;

import ai.onnx.proto.OnnxMl;
import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.millwright.vision.surface.SurfaceClassifier;
import dev.millwright.vision.surface.SurfaceModel;
import java.util.List;

/** Writes model files small enough to compute by hand. */
public final class TinyModels {
    private static final int SIDE = 16;
    private static final int PLACES = 4;

    private TinyModels() {}

    /** A classifier of the strongest colour: means of the three planes, and of their quarters as evidence. */
    public static byte[] colours() {
        var graph = GraphProto.newBuilder()
                .setName("colours")
                .addInput(value(SurfaceClassifier.PICTURES))
                .addOutput(value(SurfaceClassifier.PROBABILITIES))
                .addOutput(value(SurfaceClassifier.EVIDENCE))
                .addInitializer(numbers("quarters", 1, 3, PLACES))
                .addNode(node("GlobalAveragePool", "mean", SurfaceClassifier.PICTURES))
                .addNode(node("Flatten", "flat", "mean"))
                .addNode(node("Softmax", SurfaceClassifier.PROBABILITIES, "flat"))
                .addNode(node("AveragePool", "pooled", SurfaceClassifier.PICTURES)
                        .addAttribute(sides("kernel_shape"))
                        .addAttribute(sides("strides")))
                .addNode(node("Reshape", "rows", "pooled", "quarters"))
                .addNode(node("Transpose", SurfaceClassifier.EVIDENCE, "rows").addAttribute(ints("perm", 0, 2, 1)));
        var model = OnnxMl.ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph);
        SurfaceModel.metadata(List.of("red", "green", "blue"), SIDE)
                .forEach((key, text) -> model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(text)));
        return model.build().toByteArray();
    }

    private static NodeProto.Builder node(String type, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(type)
                .addAllInput(List.of(inputs))
                .addOutput(output);
    }

    private static AttributeProto.Builder sides(String name) {
        return ints(name, SIDE / 2, SIDE / 2);
    }

    private static AttributeProto.Builder ints(String name, long... values) {
        var attribute = AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute;
    }

    private static TensorProto.Builder numbers(String name, long... values) {
        var tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        return tensor;
    }

    private static ValueInfoProto.Builder value(String name) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.TypeProto.newBuilder()
                        .setTensorType(OnnxMl.TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())));
    }
}
