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
import java.util.List;
import java.util.Map;

/** An ONNX graph as it is put together, operator after operator; opset 20, ai.onnx.ml 3. */
final class OnnxGraph {
    /** The length of an axis that is any. */
    static final long FREE = -1;

    private static final int IR_VERSION = 9;
    private static final int OPSET = 20;
    private static final int ML_OPSET = 3;

    private final GraphProto.Builder graph;

    OnnxGraph(String name) {
        graph = GraphProto.newBuilder().setName(name);
    }

    /** @param shape of one row; how many rows there are is free */
    OnnxGraph input(String name, long... shape) {
        graph.addInput(value(name, shape));
        return this;
    }

    /** @param shape of one row; how many rows there are is free */
    OnnxGraph output(String name, long... shape) {
        graph.addOutput(value(name, shape));
        return this;
    }

    /** Adds an operator with one answer, and gives that answer's name. */
    String operator(String type, List<String> inputs, String output, AttributeProto.Builder... attributes) {
        return operator("", type, inputs, output, attributes);
    }

    /** The same of another set of operators than ONNX's own. */
    String operator(
            String domain, String type, List<String> inputs, String output, AttributeProto.Builder... attributes) {
        var node = NodeProto.newBuilder()
                .setName(output)
                .setDomain(domain)
                .setOpType(type)
                .addAllInput(inputs)
                .addOutput(output);
        for (var attribute : attributes) {
            node.addAttribute(attribute);
        }
        graph.addNode(node);
        return output;
    }

    /** An LSTM's answers: of its three only the last one, each sequence's after its end. */
    String lstm(List<String> inputs, String output, long units) {
        graph.addNode(NodeProto.newBuilder()
                .setName(output)
                .setOpType("LSTM")
                .addAllInput(inputs)
                .addOutput("")
                .addOutput(output)
                .addAttribute(number("hidden_size", units)));
        return output;
    }

    /** Numbers that stand in the file, and their name. */
    String constant(String name, long[] shape, float... values) {
        var tensor = TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT.getNumber());
        for (long length : shape) {
            tensor.addDims(length);
        }
        for (float value : values) {
            tensor.addFloatData(value);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** Whole numbers in a row that stand in the file, and their name. */
    String places(String name, long... values) {
        var tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** @param metadata what else the file says of itself, by name */
    byte[] bytes(Map<String, String> metadata) {
        var model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("millwright")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .addOpsetImport(
                        OperatorSetIdProto.newBuilder().setDomain("ai.onnx.ml").setVersion(ML_OPSET))
                .setGraph(graph);
        metadata.forEach((name, text) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(name).setValue(text)));
        return model.build().toByteArray();
    }

    static AttributeProto.Builder number(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INT)
                .setI(value);
    }

    static AttributeProto.Builder ints(String name, List<Long> values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INTS)
                .addAllInts(values);
    }

    static AttributeProto.Builder floats(String name, List<Float> values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.FLOATS)
                .addAllFloats(values);
    }

    static AttributeProto.Builder text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value));
    }

    private static ValueInfoProto.Builder value(String name, long... shape) {
        var dimensions = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("rows"));
        for (int axis = 0; axis < shape.length; axis++) {
            var dimension = TensorShapeProto.Dimension.newBuilder();
            dimensions.addDim(
                    shape[axis] == FREE
                            ? dimension.setDimParam(name + "-" + axis)
                            : dimension.setDimValue(shape[axis]));
        }
        var tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(dimensions);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor));
    }
}
