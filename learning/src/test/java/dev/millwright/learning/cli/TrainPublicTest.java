package dev.millwright.learning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.inference.ModelRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The models in the box, made again: here of a small set that looks like the public one. */
class TrainPublicTest {
    @TempDir
    private Path dir;

    private final StringWriter said = new StringWriter();

    private int run(String... args) {
        var line = Train.line();
        line.setOut(new PrintWriter(said));
        line.setErr(new PrintWriter(said));
        return line.execute(args);
    }

    /** Tools that are worn fail, two times in three: nobody can tell more. */
    private void mills() throws IOException {
        var random = new Random(3);
        var text = new StringBuilder("Type,Air temperature [K],Process temperature [K],Rotational speed [rpm],"
                + "Torque [Nm],Tool wear [min],Machine failure,TWF,HDF,PWF,OSF,RNF\n");
        for (int i = 0; i < 300; i++) {
            int wear = random.nextInt(250);
            int failed = wear > 200 && random.nextInt(3) > 0 ? 1 : 0;
            text.append(String.format(
                    Locale.ROOT,
                    "M,300.1,310.2,%d,%.1f,%d,%d,%d,0,0,0,0%n",
                    1400 + random.nextInt(300),
                    40.0,
                    wear,
                    failed,
                    failed));
        }
        Files.createDirectories(dir.resolve("ai4i2020"));
        Files.writeString(dir.resolve("ai4i2020/ai4i2020.csv"), text);
    }

    @Test
    void aModelIsWrittenWithACardThatSaysHowGoodItIsAndHowToMakeItAgain() throws IOException {
        mills();
        var models = dir.resolve("models");
        assertThat(run("public", "--set", "ai4i", "--data", dir.toString(), "--models", models.toString()))
                .as(said.toString())
                .isZero();
        try (var registry = ModelRegistry.open(models)) {
            var card = registry.cards().getFirst();
            assertThat(card.name()).isEqualTo("milling-failure");
            assertThat(card.metrics().get("f1")).isBetween(0.5, 0.93);
            assertThat(card.provenance()).containsKeys("data_sha256", "split", "seed", "hyperparameters");
            assertThat(card.provenance().get("command")).startsWith("millwright train public --set ai4i");
        }
        assertThat(said.toString()).contains("milling-failure-1.onnx").contains("pr_auc");
        assertThat(run("public", "--set", "ai4i", "--data", dir.toString(), "--models", models.toString()))
                .as("beside the one in the box")
                .isZero();
        assertThat(models.resolve("milling-failure-2.onnx"))
                .hasSameBinaryContentAs(models.resolve("milling-failure-1.onnx"));
    }

    @Test
    void dataThatIsNotThereIsSaidInWords() {
        assertThat(run(
                        "public",
                        "--set",
                        "ai4i",
                        "--data",
                        dir.toString(),
                        "--models",
                        dir.resolve("m").toString()))
                .isEqualTo(1);
        assertThat(said.toString()).contains("Fetch it with 'millwright data fetch ai4i2020'");
        assertThat(run(
                        "public",
                        "--set",
                        "cmapss",
                        "--data",
                        dir.toString(),
                        "--models",
                        dir.resolve("m").toString()))
                .isEqualTo(1);
        assertThat(said.toString()).contains("CMAPSSData.zip").doesNotContain("at dev.millwright");
    }
}
