package dev.millwright.inference;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.inference.ModelException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistryTest {
    @TempDir
    Path folder = Path.of("");

    /** The oracle is the product by hand: (1,1,1) W + b = (9,12) + b. */
    @Test
    void runsTheActiveVersion() throws IOException {
        put("one", ModelState.ACTIVE, TinyModel.gemm(10, 20));
        put("two", ModelState.SHADOW, TinyModel.gemm(-9, -12));
        try (var registry = ModelRegistry.open(folder)) {
            var active = registry.active("judge");
            assertThat(active.run(new float[] {1, 1, 1})).containsExactly(19, 32);
            assertThat(active.run(new float[] {1, 0, 0, 0, 0, 1})).containsExactly(11, 22, 15, 26);
            assertThat(registry.shadows("judge")).singleElement().satisfies(shadow -> assertThat(
                            shadow.run(new float[] {1, 1, 1}))
                    .containsExactly(0, 0));
            assertThat(registry.cards()).extracting(ModelCard::version).containsExactly("one", "two");
            assertThat(active.card().metrics()).containsEntry("f", 0.98);
        }
    }

    /** What somebody trains or promotes beside an open registry. */
    @Test
    void takesInWhatChangesInTheFolder() throws IOException {
        put("one", ModelState.ACTIVE, TinyModel.gemm(10, 20));
        try (var registry = ModelRegistry.open(folder)) {
            assertThat(registry.refresh()).isFalse();
            put("two", ModelState.SHADOW, TinyModel.gemm(-9, -12));
            assertThat(registry.refresh()).isTrue();
            assertThat(registry.shadows("judge")).hasSize(1);
            try (var beside = ModelRegistry.open(folder)) {
                beside.promote("judge", "two");
            }
            Files.writeString(folder.resolve("three.json"), "{}");
            refused(registry::refresh, Reason.BROKEN_CARD, "three.json");
            assertThat(registry.active("judge").card().version())
                    .as("a folder is taken in whole or not at all")
                    .isEqualTo("one");
            Files.delete(folder.resolve("three.json"));
            assertThat(registry.refresh()).isTrue();
            var active = registry.active("judge");
            assertThat(active.card().version()).isEqualTo("two");
            assertThat(active.run(new float[] {1, 1, 1})).containsExactly(0, 0);
            assertThat(registry.bytes(active.card())).isEqualTo(TinyModel.gemm(-9, -12));
            assertThat(registry.refresh()).isFalse();
        }
    }

    @Test
    void runsOnNamedTensors() throws IOException {
        put("one", ModelState.ACTIVE, TinyModel.gemm(0, 0));
        try (var registry = ModelRegistry.open(folder)) {
            var input = new Tensor(new long[] {2, 3}, new float[] {1, 1, 1, 2, 2, 2});
            var output = requireNonNull(
                    registry.active("judge").run(Map.of("x", input)).get("y"));
            assertThat(output.shape()).containsExactly(2, 2);
            assertThat(output.values()).containsExactly(9, 12, 18, 24);
        }
    }

    @Test
    void takesANewVersionWholeOrNotAtAll() throws IOException {
        byte[] onnx = TinyModel.gemm(1, 1);
        var inputs = List.of(new TensorSpec("x", List.of(-1L, 3L)));
        var outputs = List.of(new TensorSpec("y", List.of(-1L, 2L)));
        var fresh = card("one", ModelState.SHADOW, onnx, inputs, outputs);
        var below = folder.resolve("new");
        refused(() -> ModelRegistry.put(below, fresh, TinyModel.gemm(2, 2)), Reason.HASH_MISMATCH, "model judge one");
        assertThat(below).doesNotExist();
        ModelRegistry.put(below, fresh, onnx);
        refused(() -> ModelRegistry.put(below, fresh, onnx), Reason.BROKEN_CARD, "is there already");
        try (var registry = ModelRegistry.open(below)) {
            assertThat(registry.shadows("judge")).singleElement().satisfies(shadow -> assertThat(
                            shadow.run(new float[] {1, 1, 1}))
                    .containsExactly(10, 13));
        }
    }

    /** Promotion outlives the process, and rolling back is promoting the former version. */
    @Test
    void promotesAndRollsBackOnDisk() throws IOException {
        put("one", ModelState.ACTIVE, TinyModel.gemm(0, 0));
        put("two", ModelState.SHADOW, TinyModel.gemm(1, 1));
        try (var registry = ModelRegistry.open(folder)) {
            assertThat(registry.promote("judge", "two").state()).isEqualTo(ModelState.ACTIVE);
            assertThat(registry.active("judge").card().version()).isEqualTo("two");
        }
        try (var registry = ModelRegistry.open(folder)) {
            assertThat(registry.active("judge").run(new float[] {1, 1, 1})).containsExactly(10, 13);
            assertThat(registry.shadows("judge")).hasSize(1);
            registry.promote("judge", "one");
            assertThat(registry.active("judge").card().version()).isEqualTo("one");
            refused(() -> registry.promote("judge", "three"), Reason.UNKNOWN_MODEL, "judge of version three");
            assertThat(registry.retire("judge").state()).isEqualTo(ModelState.SHADOW);
            refused(() -> registry.retire("judge"), Reason.UNKNOWN_MODEL, "no active model judge");
        }
        try (var registry = ModelRegistry.open(folder)) {
            assertThat(registry.activeIfAny("judge")).isEmpty();
            assertThat(registry.shadows("judge")).hasSize(2);
        }
    }

    @Test
    void tellsWhichModelsThereAre() throws IOException {
        put("one", ModelState.SHADOW, TinyModel.gemm(0, 0));
        try (var registry = ModelRegistry.open(folder)) {
            assertThat(registry.activeIfAny("judge")).isEmpty();
            refused(() -> registry.active("judge"), Reason.UNKNOWN_MODEL, "no active model judge");
            refused(() -> registry.active("other"), Reason.UNKNOWN_MODEL, "There are: [model judge one]");
        }
        refused(() -> ModelRegistry.open(folder.resolve("none")), Reason.UNKNOWN_MODEL, "no folder");
    }

    /** A model file somebody swapped must not run under the old card's figures. */
    @Test
    void refusesAFileWithAnotherHash() throws IOException {
        put("one", ModelState.ACTIVE, TinyModel.gemm(0, 0));
        Files.write(folder.resolve("one.onnx"), TinyModel.gemm(0, 1));
        refused(() -> ModelRegistry.open(folder), Reason.HASH_MISMATCH, "its card says");
        Files.delete(folder.resolve("one.onnx"));
        refused(() -> ModelRegistry.open(folder), Reason.BROKEN_MODEL, "no readable file");
    }

    @Test
    void refusesAFileThatIsNoModel() throws IOException {
        put("one", ModelState.ACTIVE, new byte[] {1, 2, 3});
        refused(() -> ModelRegistry.open(folder), Reason.BROKEN_MODEL, "model judge one: The model does not load");
    }

    @Test
    void refusesCardsThatContradictTheirModel() throws IOException {
        byte[] onnx = TinyModel.gemm(0, 0);
        var x = new TensorSpec("x", List.of(-1L, 3L));
        var y = new TensorSpec("y", List.of(-1L, 2L));
        put(card("one", ModelState.ACTIVE, onnx, List.of(new TensorSpec("image", List.of(3L))), List.of(y)), onnx);
        refused(() -> ModelRegistry.open(folder), Reason.BROKEN_CARD, "its card names 'image'");
        put(card("one", ModelState.ACTIVE, onnx, List.of(x), List.of(y, y)), onnx);
        refused(() -> ModelRegistry.open(folder), Reason.BROKEN_CARD, "Name all of them");
    }

    @Test
    void refusesASecondActiveVersionAndASecondCard() throws IOException {
        put("one", ModelState.ACTIVE, TinyModel.gemm(0, 0));
        put("two", ModelState.ACTIVE, TinyModel.gemm(1, 1));
        refused(() -> ModelRegistry.open(folder), Reason.BROKEN_CARD, "makes a second version of judge active");
        Files.copy(folder.resolve("one.json"), folder.resolve("one-more.json"));
        refused(() -> ModelRegistry.open(folder), Reason.BROKEN_CARD, "second card of model judge one");
    }

    @Test
    void refusesCardsThatAreNone() throws IOException {
        Path card = Files.writeString(folder.resolve("bad.json"), "{\"name\": \"judge\"}");
        refused(() -> ModelRegistry.open(folder), Reason.BROKEN_CARD, "Give name, version, state");
        put("one", ModelState.ACTIVE, TinyModel.gemm(0, 0));
        String good = Files.readString(folder.resolve("one.json"));
        Files.writeString(card, good.replace("one.onnx", "../one.onnx"));
        refused(() -> ModelRegistry.open(folder), Reason.BROKEN_CARD, "Name a file beside the card");
        Files.writeString(card, good.replace("\"sha256\" : \"", "\"sha256\" : \"x"));
        refused(() -> ModelRegistry.open(folder), Reason.BROKEN_CARD, "64 lower-case hexadecimal digits");
        Files.writeString(card, good.replace("\"MIT\"", "\"\""));
        refused(() -> ModelRegistry.open(folder), Reason.BROKEN_CARD, "Give all three a value");
    }

    @Test
    void refusesInputThatDoesNotFit() throws IOException {
        put("one", ModelState.ACTIVE, TinyModel.gemm(0, 0));
        try (var registry = ModelRegistry.open(folder)) {
            var model = registry.active("judge");
            refused(() -> model.run(new float[4]), Reason.WRONG_INPUT, "was given 4 values");
            refused(() -> model.run(Map.of()), Reason.WRONG_INPUT, "was given nothing");
            var wide = new Tensor(new long[] {1, 4}, new float[4]);
            refused(() -> model.run(Map.of("x", wide)), Reason.WRONG_INPUT, "was given [1, 4]");
        }
        assertThatThrownBy(() -> new Tensor(new long[] {2, 2}, new float[3])).hasMessageContaining("[2, 2] with 3");
    }

    @Test
    void refusesOutputThatIsNoFloat() throws IOException {
        put("one", ModelState.ACTIVE, TinyModel.argMax());
        try (var registry = ModelRegistry.open(folder)) {
            var model = registry.active("judge");
            refused(() -> model.run(new float[3]), Reason.BROKEN_MODEL, "Export it with float outputs");
        }
    }

    @Test
    void worksOutShapesFromTheNumberOfValues() {
        assertThat(new TensorSpec("x", List.of(-1L, 3L)).shapeOf(6)).containsExactly(2, 3);
        assertThat(new TensorSpec("x", List.of(-1L, -1L)).shapeOf(6)).containsExactly(6, 1);
        assertThat(new TensorSpec("x", List.of(2L, 3L)).shapeOf(6)).containsExactly(2, 3);
        assertThat(new TensorSpec("x", List.of(2L, 3L)).shapeOf(5)).isNull();
        assertThat(new TensorSpec("x", List.of(3L)).admits(new long[] {3, 1})).isFalse();
        assertThatThrownBy(() -> new TensorSpec("x", List.of(0L))).hasMessageContaining("tensor x of shape [0]");
        assertThatThrownBy(() -> new TensorSpec(" ", List.of(1L))).hasMessageContaining("without a name");
    }

    private void put(String version, ModelState state, byte[] onnx) throws IOException {
        put(
                card(
                        version,
                        state,
                        onnx,
                        List.of(new TensorSpec("x", List.of(-1L, 3L))),
                        List.of(new TensorSpec("y", List.of(-1L, 2L)))),
                onnx);
    }

    private void put(ModelCard card, byte[] onnx) throws IOException {
        Files.write(folder.resolve(card.file()), onnx);
        CardFile.write(folder.resolve(card.version() + ".json"), card);
    }

    private static ModelCard card(
            String version, ModelState state, byte[] onnx, List<TensorSpec> inputs, List<TensorSpec> outputs) {
        String hash = ModelRegistry.sha256(onnx);
        return new ModelCard(
                "judge",
                version,
                state,
                version + ".onnx",
                hash,
                "MIT",
                inputs,
                outputs,
                Map.of("f", 0.98),
                Map.of("seed", "1"));
    }

    private static void refused(ThrowingCallable call, Reason reason, String message) {
        assertThatThrownBy(call).hasMessageContaining(message).satisfies(thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.reason()).isEqualTo(reason)));
    }
}
