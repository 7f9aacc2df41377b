package dev.millwright.app;

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
import dev.millwright.inference.ModelCard;
import dev.millwright.inference.ModelRegistry;
import dev.millwright.inference.ModelState;
import dev.millwright.inference.TensorSpec;
import dev.millwright.maintenance.cmapss.CmapssArchive;
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.Fusion;
import dev.millwright.maintenance.features.RegimeScale;
import dev.millwright.maintenance.features.Regimes;
import dev.millwright.maintenance.life.ErrorBand;
import dev.millwright.maintenance.life.LifeModel;
import dev.millwright.maintenance.life.LifeNotes;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A turbofan model written by hand: while sensor-4 is below 1410 there are 90 cycles left, then so many. */
final class HandMadeLife {
    static final String NAME = "turbofan-life";
    private static final String SENSOR = "sensor-4";
    private static final double USUAL = 1400;

    private HandMadeLife() {}

    /** Puts a version into a folder. */
    static void put(Path folder, String version, ModelState state, float end) {
        byte[] onnx = onnx(end);
        long width = space().width();
        ModelRegistry.put(
                folder,
                new ModelCard(
                        NAME,
                        version,
                        state,
                        NAME + "-" + version + ".onnx",
                        ModelRegistry.sha256(onnx),
                        "made by hand",
                        List.of(new TensorSpec("x", List.of(-1L, width))),
                        List.of(new TensorSpec("y", List.of(-1L, 1L))),
                        Map.of("rmse", 12.5),
                        Map.of("data", "none")),
                onnx);
    }

    private static FeatureSpace space() {
        int signals = CmapssArchive.SIGNALS.size();
        return new FeatureSpace(
                CmapssArchive.SIGNALS,
                List.of(),
                List.of(CmapssArchive.SIGNALS.indexOf(SENSOR)),
                new Regimes(List.of(), List.of(), List.of(List.of())),
                new RegimeScale(
                        List.of(Collections.nCopies(signals, USUAL)), List.of(Collections.nCopies(signals, 10.0))),
                new Fusion(List.of(0.0), 0),
                false);
    }

    private static byte[] onnx(float end) {
        var space = space();
        var band = new ErrorBand(List.of(0.0), List.of(5.0), List.of(5.0));
        var notes = new LifeNotes(space, band, 100, 30, "cycles");
        var text = notes.text();
        var trees = NodeProto.newBuilder()
                .setOpType("TreeEnsembleRegressor")
                .setDomain("ai.onnx.ml")
                .addInput("x")
                .addOutput("y")
                .addAttribute(ints("nodes_treeids", 0, 0, 0))
                .addAttribute(ints("nodes_nodeids", 0, 1, 2))
                .addAttribute(ints("nodes_featureids", 0, 0, 0))
                .addAttribute(floats("nodes_values", 1, 0, 0))
                .addAttribute(floats("nodes_hitrates", 20, 10, 10))
                .addAttribute(AttributeProto.newBuilder()
                        .setName("nodes_modes")
                        .setType(AttributeType.STRINGS)
                        .addAllStrings(List.of(text("BRANCH_LT"), text("LEAF"), text("LEAF"))))
                .addAttribute(ints("nodes_truenodeids", 1, 0, 0))
                .addAttribute(ints("nodes_falsenodeids", 2, 0, 0))
                .addAttribute(ints("nodes_missing_value_tracks_true", 1, 0, 0))
                .addAttribute(ints("target_treeids", 0, 0))
                .addAttribute(ints("target_nodeids", 1, 2))
                .addAttribute(ints("target_ids", 0, 0))
                .addAttribute(floats("target_weights", 90, end))
                .addAttribute(floats("base_values", 0))
                .addAttribute(AttributeProto.newBuilder()
                        .setName("n_targets")
                        .setType(AttributeType.INT)
                        .setI(1));
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .addOpsetImport(
                        OperatorSetIdProto.newBuilder().setDomain("ai.onnx.ml").setVersion(3))
                .setGraph(GraphProto.newBuilder()
                        .setName("life")
                        .addInput(value("x", space.width()))
                        .addOutput(value("y", 1))
                        .addNode(trees))
                .addMetadataProps(StringStringEntryProto.newBuilder()
                        .setKey(LifeModel.NOTES)
                        .setValue(text))
                .build()
                .toByteArray();
    }

    private static ByteString text(String word) {
        return ByteString.copyFromUtf8(word);
    }

    private static ValueInfoProto value(String name, int width) {
        var shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("rows"))
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(width));
        var tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    private static AttributeProto.Builder ints(String name, long... values) {
        var attribute = AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute;
    }

    private static AttributeProto.Builder floats(String name, float... values) {
        var attribute = AttributeProto.newBuilder().setName(name).setType(AttributeType.FLOATS);
        for (float value : values) {
            attribute.addFloats(value);
        }
        return attribute;
    }
}
