package dev.millwright.inference;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Writes an ONNX model small enough to compute by hand: y = x W + b, three numbers in, two out. */
final class TinyModel {
    private static final float[] WEIGHTS = {1, 2, 3, 4, 5, 6};

    private TinyModel() {}

    /** The model with the given offsets b. */
    static byte[] gemm(float... offsets) {
        var graph = OnnxMl.GraphProto.newBuilder()
                .setName("tiny")
                .addInput(value("x", 3, OnnxMl.TensorProto.DataType.FLOAT))
                .addOutput(value("y", 2, OnnxMl.TensorProto.DataType.FLOAT))
                .addInitializer(constant("W", WEIGHTS, 3, 2))
                .addInitializer(constant("b", offsets, 2))
                .addNode(node("Gemm", "y", "x", "W", "b"));
        return model(graph);
    }

    /** A model that answers with whole numbers: the position of the largest input. */
    static byte[] argMax() {
        var graph = OnnxMl.GraphProto.newBuilder()
                .setName("largest")
                .addInput(value("x", 3, OnnxMl.TensorProto.DataType.FLOAT))
                .addOutput(value("y", 1, OnnxMl.TensorProto.DataType.INT64))
                .addNode(node("ArgMax", "y", "x")
                        .addAttribute(OnnxMl.AttributeProto.newBuilder()
                                .setName("axis")
                                .setType(OnnxMl.AttributeProto.AttributeType.INT)
                                .setI(1)));
        return model(graph);
    }

    private static byte[] model(OnnxMl.GraphProto.Builder graph) {
        return OnnxMl.ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static OnnxMl.NodeProto.Builder node(String operator, String output, String... inputs) {
        return OnnxMl.NodeProto.newBuilder()
                .setOpType(operator)
                .addOutput(output)
                .addAllInput(List.of(inputs));
    }

    private static OnnxMl.ValueInfoProto.Builder value(String name, int width, OnnxMl.TensorProto.DataType type) {
        var shape = OnnxMl.TensorShapeProto.newBuilder()
                .addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimParam("batch"))
                .addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimValue(width));
        var tensor = OnnxMl.TypeProto.Tensor.newBuilder()
                .setElemType(type.getNumber())
                .setShape(shape);
        return OnnxMl.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.TypeProto.newBuilder().setTensorType(tensor));
    }

    private static OnnxMl.TensorProto.Builder constant(String name, float[] values, long... shape) {
        var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        var tensor = OnnxMl.TensorProto.newBuilder()
                .setName(name)
                .setDataType(OnnxMl.TensorProto.DataType.FLOAT.getNumber())
                .setRawData(ByteString.copyFrom(bytes.array()));
        for (long length : shape) {
            tensor.addDims(length);
        }
        return tensor;
    }
}
