package dev.millwright.vision.anomaly;

import ai.onnx.proto.OnnxMl;
import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import dev.millwright.vision.segmentation.Segmenter;
import java.util.List;

/** Writes a network small enough to compute by hand: its maps are the means of blocks of the picture. */
public final class TinyBackbone {
    private TinyBackbone() {}

    /** Two maps of three channels: "fine" with the means of 8 x 8 pixels, "coarse" of 16 x 16. */
    static byte[] means() {
        var graph = OnnxMl.GraphProto.newBuilder()
                .setName("means")
                .addInput(value("picture", 3))
                .addOutput(value("coarse", 3))
                .addOutput(value("fine", 3))
                .addNode(pool("fine", 8))
                .addNode(pool("coarse", 16));
        return model(graph);
    }

    /** A network that marks what is brighter than the mean: the further above, the surer. */
    public static byte[] brightness() {
        var graph = OnnxMl.GraphProto.newBuilder()
                .setName("brightness")
                .addInput(value(Segmenter.PICTURES, 1))
                .addOutput(value(Segmenter.PROBABILITIES, 1))
                .addNode(OnnxMl.NodeProto.newBuilder()
                        .setOpType("Sigmoid")
                        .addInput(Segmenter.PICTURES)
                        .addOutput(Segmenter.PROBABILITIES));
        return model(graph);
    }

    /** A network that gives no map, only one number for each colour. */
    static byte[] flat() {
        var graph = OnnxMl.GraphProto.newBuilder()
                .setName("flat")
                .addInput(value("picture", 3))
                .addOutput(OnnxMl.ValueInfoProto.newBuilder()
                        .setName("numbers")
                        .setType(OnnxMl.TypeProto.newBuilder()
                                .setTensorType(OnnxMl.TypeProto.Tensor.newBuilder()
                                        .setElemType(OnnxMl.TensorProto.DataType.FLOAT.getNumber()))))
                .addNode(OnnxMl.NodeProto.newBuilder()
                        .setOpType("Flatten")
                        .addInput("picture")
                        .addOutput("numbers"));
        return model(graph);
    }

    static Backbone open() {
        return Backbone.open(means(), new Normalisation(List.of(0f, 0f, 0f), List.of(1f, 1f, 1f), false));
    }

    private static OnnxMl.NodeProto.Builder pool(String output, long side) {
        return OnnxMl.NodeProto.newBuilder()
                .setOpType("AveragePool")
                .addInput("picture")
                .addOutput(output)
                .addAttribute(sides("kernel_shape", side))
                .addAttribute(sides("strides", side));
    }

    private static AttributeProto.Builder sides(String name, long side) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INTS)
                .addInts(side)
                .addInts(side);
    }

    private static OnnxMl.ValueInfoProto.Builder value(String name, int channels) {
        var shape = OnnxMl.TensorShapeProto.newBuilder();
        for (int axis = 0; axis < 4; axis++) {
            var dimension = OnnxMl.TensorShapeProto.Dimension.newBuilder();
            shape.addDim(
                    axis == 1
                            ? dimension.setDimValue(channels)
                            : dimension.setDimParam(axis == 0 ? "rows" : name + axis));
        }
        return OnnxMl.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.TypeProto.newBuilder()
                        .setTensorType(OnnxMl.TypeProto.Tensor.newBuilder()
                                .setElemType(OnnxMl.TensorProto.DataType.FLOAT.getNumber())
                                .setShape(shape)));
    }

    private static byte[] model(OnnxMl.GraphProto.Builder graph) {
        return OnnxMl.ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph)
                .build()
                .toByteArray();
    }
}
