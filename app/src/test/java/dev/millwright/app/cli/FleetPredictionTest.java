package dev.millwright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.Fusion;
import dev.millwright.maintenance.features.RegimeScale;
import dev.millwright.maintenance.features.Regimes;
import dev.millwright.maintenance.life.ErrorBand;
import dev.millwright.maintenance.life.LifeModel;
import dev.millwright.maintenance.life.LifeNotes;
import dev.millwright.plant.event.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model written by hand: a vibration above 3 leaves ten hours, else ninety. */
class FleetPredictionTest {

    @TempDir
    private Path dir;

    private Path model;

    @BeforeEach
    void writeTheModel() throws IOException {
        var space = new FeatureSpace(
                List.of("vibration"),
                List.of(),
                List.of(0),
                new Regimes(List.of(), List.of(), List.of(List.of())),
                new RegimeScale(List.of(List.of(1.0)), List.of(List.of(2.0))),
                new Fusion(List.of(0.0), 0),
                false);
        var band = new ErrorBand(List.of(10.0, 90.0), List.of(5.0, 30.0), List.of(5.0, 20.0));
        var notes = new LifeNotes(space, band, 100, 20, "hours");
        var trees = NodeProto.newBuilder()
                .setOpType("TreeEnsembleRegressor")
                .addAttribute(ints("nodes_treeids", 0L, 0L, 0L))
                .addAttribute(ints("nodes_nodeids", 0L, 1L, 2L))
                .addAttribute(ints("nodes_featureids", 0L, 0L, 0L))
                .addAttribute(floats("nodes_values", 1f, 0f, 0f))
                .addAttribute(floats("nodes_hitrates", 20f, 10f, 10f))
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
                .addAttribute(floats("target_weights", 90f, 10f))
                .addAttribute(floats("base_values", 0f));
        var text = notes.text();
        model = dir.resolve("pump.onnx");
        Files.write(
                model,
                ModelProto.newBuilder()
                        .setGraph(GraphProto.newBuilder().addNode(trees))
                        .addMetadataProps(StringStringEntryProto.newBuilder()
                                .setKey(LifeModel.NOTES)
                                .setValue(text))
                        .build()
                        .toByteArray());
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

    @Test
    void theMachineThatFailsFirstIsOnTopWithWhatSpeaksForIt() throws IOException {
        var data = dir.resolve("now.csv");
        // Columns the model does not look at hold text, and are not read.
        Files.writeString(
                data, "place,pump,hour,vibration,note\nA,P1,0,1,well\nA,P1,40,1.5,\nB,P2,0,2,new\nB,P2,12,4,loud\n");
        var json = dir.resolve("now.json");
        var shell = Shell.run(
                "predict", data, "--model", model, "--unit-column", "pump", "--time-column", "hour", "--json", json);
        assertThat(shell.err()).isEmpty();
        assertThat(shell.code()).isZero();
        assertThat(shell.out().lines().toList())
                .hasSize(4)
                .satisfiesExactly(
                        title -> assertThat(title).contains("2 machines, life left in hours"),
                        head -> assertThat(head).contains("machine", "life left"),
                        first ->
                                assertThat(first).contains("P2", "12.0", "10.0", "5.0 to 15.0", "ALARM, vibration -40"),
                        second -> assertThat(second)
                                .contains("P1", "90.0", "60.0 to 100", "vibration +40")
                                .doesNotContain("ALARM"));
        var rows = EventJson.mapper().readTree(json.toFile()).path("rows");
        assertThat(rows.get(0).path("unit").asText()).isEqualTo("P2");
        assertThat(rows.get(0).path("drivers").get(0).path("share").asDouble()).isEqualTo(-40);
    }

    @Test
    void aMachineIsJudgedInItsPresentLife() throws IOException {
        var data = dir.resolve("now.csv");
        Files.writeString(data, "unit,time,vibration\nP1,0,1\nP1,40,4\nP1,50,1\nP1,53,1.5\nP2,0,1\nP2,7,4\n");
        var failures = Files.writeString(dir.resolve("failures.csv"), "time,unit\n44,P1\n9,P2\n5,P9\n");
        var shell = Shell.run("predict", data, "--model", model, "--failures", failures);
        assertThat(shell.err()).isEmpty();
        assertThat(shell.out().lines().toList())
                .as("P1 began anew at 50; P2 has failed and does not run")
                .hasSize(3)
                .last()
                .asString()
                .contains("P1", "3.0", "90.0")
                .doesNotContain("ALARM");
        Files.writeString(failures, "time,unit\n60,P1\n9,P2\n");
        assertThat(Shell.run("predict", data, "--model", model, "--failures", failures)
                        .err())
                .contains("No machine has a row after its last failure.");
    }

    @Test
    void whatTheModelMissesIsSaid() throws IOException {
        var data = dir.resolve("other.csv");
        Files.writeString(data, "unit,time,temperature\nP1,0,1\n");
        var shell = Shell.run("predict", data, "--model", model);
        assertThat(shell.code()).isEqualTo(1);
        assertThat(shell.err()).contains("There is no column 'vibration', which the model looks at.");
        assertThat(Shell.run("predict", data, "--model", dir.resolve("none.onnx"))
                        .err())
                .contains("none.onnx cannot be read");
        assertThat(Shell.run("predict", data, "--model", data).err()).contains("no ONNX file");
    }

    @Test
    void modelsAreShownAndPromotedAndRolledBack() throws IOException {
        byte[] onnx = served();
        for (String version : List.of("1", "2")) {
            var card = new ModelCard(
                    "pump-life",
                    version,
                    ModelState.SHADOW,
                    "pump-life-" + version + ".onnx",
                    ModelRegistry.sha256(onnx),
                    "own data",
                    List.of(new TensorSpec("x", List.of(-1L, 1L))),
                    List.of(new TensorSpec("y", List.of(-1L, 1L))),
                    Map.of("rmse", 12.5),
                    Map.of("data", "pumps.csv"));
            ModelRegistry.put(dir.resolve("models"), card, onnx);
        }
        var models = dir.resolve("models");
        assertThat(Shell.run("models", "--models", models).out())
                .contains("pump-life", "shadow", "rmse 12.50", "data: pumps.csv, licence: own data");
        assertThat(Shell.run("models", "promote", "pump-life", "2", "--models", models)
                        .out())
                .contains("active", "pump-life-2.onnx");
        assertThat(Shell.run("models", "promote", "pump-life", "1", "--models", models)
                        .out())
                .contains("active", "pump-life-1.onnx");
        try (var registry = ModelRegistry.open(models)) {
            assertThat(registry.active("pump-life").card().version()).isEqualTo("1");
        }
        assertThat(Shell.run("models", "promote", "pump-life", "3", "--models", models)
                        .err())
                .contains("no model pump-life of version 3");
        assertThat(Shell.run("models", "--models", dir.resolve("none")).err()).contains("no folder");
    }

    /** The identity, which ONNX Runtime loads. */
    private static byte[] served() {
        var value = TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT.getNumber())
                        .setShape(TensorShapeProto.newBuilder()
                                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("rows"))
                                .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(1))));
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(GraphProto.newBuilder()
                        .setName("same")
                        .addInput(ValueInfoProto.newBuilder().setName("x").setType(value))
                        .addOutput(ValueInfoProto.newBuilder().setName("y").setType(value))
                        .addNode(NodeProto.newBuilder()
                                .setOpType("Identity")
                                .addInput("x")
                                .addOutput("y")))
                .build()
                .toByteArray();
    }
}
