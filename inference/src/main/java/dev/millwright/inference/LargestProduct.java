package dev.millwright.inference;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Arrays;
import java.util.Map;

/**
 * The largest product of a row with any of many columns: what the search for a nearest neighbour comes down to. A graph of two
 * operators in ONNX Runtime, several times as fast as loops of our own.
 */
public final class LargestProduct {
    private static final String ROWS = "rows";
    private static final String COLUMNS = "columns";
    private static final String PRODUCTS = "products";
    private static final String LARGEST = "largest";
    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;
    /** Rows multiplied at once: their products with thousands of columns stay in the cache. */
    private static final int ROWS_AT_ONCE = 128;

    private LargestProduct() {}

    private static final class Shared {
        private static final OnnxSession SESSION = OnnxSession.open(file());
    }

    /**
     * Of each row its largest product.
     *
     * @param rows one after the other, each of {@code width} numbers
     * @param columns of {@code width} x any, row by row
     */
    public static float[] of(float[] rows, int width, float[] columns) {
        var matrix = new Tensor(new long[] {width, columns.length / width}, columns);
        int count = rows.length / width;
        var largest = new float[count];
        for (int first = 0; first < count; first += ROWS_AT_ONCE) {
            int last = Math.min(count, first + ROWS_AT_ONCE);
            var some =
                    new Tensor(new long[] {last - first, width}, Arrays.copyOfRange(rows, first * width, last * width));
            var answer = Shared.SESSION.run(Map.of(ROWS, some, COLUMNS, matrix)).get(LARGEST);
            System.arraycopy(java.util.Objects.requireNonNull(answer).values(), 0, largest, first, last - first);
        }
        return largest;
    }

    private static byte[] file() {
        var graph = GraphProto.newBuilder()
                .setName("largest product")
                .addInput(matrix(ROWS, "row", "number"))
                .addInput(matrix(COLUMNS, "number", "column"))
                .addNode(NodeProto.newBuilder()
                        .setOpType("MatMul")
                        .addInput(ROWS)
                        .addInput(COLUMNS)
                        .addOutput(PRODUCTS))
                .addNode(NodeProto.newBuilder()
                        .setOpType("ReduceMax")
                        .addInput(PRODUCTS)
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("axes")
                                .setType(AttributeType.INTS)
                                .addInts(1))
                        .addOutput(LARGEST))
                .addOutput(matrix(LARGEST, "row", "one"));
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static ValueInfoProto.Builder matrix(String name, String rows, String columns) {
        var shape = TensorShapeProto.newBuilder();
        for (var axis : new String[] {rows, columns}) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(axis));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(shape)));
    }
}
