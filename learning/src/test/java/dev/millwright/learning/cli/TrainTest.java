package dev.millwright.learning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.inference.ModelRegistry;
import dev.millwright.maintenance.life.LifeModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a plant engineer runs it: on their own pumps, and on files that are not what they thought. */
class TrainTest {
    @TempDir
    private Path dir;

    private final StringWriter said = new StringWriter();

    private int run(String... args) {
        var line = Train.line();
        line.setOut(new PrintWriter(said));
        line.setErr(new PrintWriter(said));
        return line.execute(args);
    }

    private Path pumps(int machines) throws IOException {
        var random = new Random(5);
        var text = new StringBuilder("pump,hour,speed,vibration,flow,serial\n");
        for (int m = 0; m < machines; m++) {
            int life = 80 + random.nextInt(80);
            for (int i = 0; i < life; i++) {
                int speed = random.nextBoolean() ? 1450 : 2900;
                double wear = Math.max(0, 60 - (life - i)) / 60.0;
                text.append(String.format(
                        Locale.ROOT,
                        "P%d,%d,%d,%.4f,%.4f,7%n",
                        m,
                        i,
                        speed,
                        speed / 1450.0 + wear + random.nextGaussian() * 0.05,
                        speed / 100.0 - wear + random.nextGaussian() * 0.2));
            }
        }
        var file = dir.resolve("pumps.csv");
        Files.writeString(file, text);
        return file;
    }

    @Test
    void aModelOfOnesOwnMachinesIsTrainedJudgedAndRegistered() throws IOException {
        var data = pumps(24);
        var models = dir.resolve("models");
        var args = new String[] {
            "maintenance",
            "--data",
            data.toString(),
            "--asset-class",
            "feed-pump",
            "--unit-column",
            "pump",
            "--time-column",
            "hour",
            "--setting-columns",
            "speed",
            "--models",
            models.toString()
        };
        assertThat(run(args)).as(said.toString()).isZero();
        assertThat(said.toString())
                .contains("Column 'serial' is left out: it never changes.")
                .contains("24 machines")
                .contains("[6 of 6] learning from")
                .contains("held out: error")
                .contains("it is a shadow until it is promoted");
        var model = LifeModel.read(Files.readAllBytes(models.resolve("feed-pump-life-1.onnx")));
        assertThat(model.notes().unitOfLife()).isEqualTo("hour");
        assertThat(model.notes().space().regimes().count()).isEqualTo(2);
        assertThat(Files.readString(models.resolve("feed-pump-life-1-predicted.svg")))
                .contains("Held-out machines")
                .contains("</svg>");
        assertThat(Files.readString(models.resolve("feed-pump-life-1-importance.svg")))
                .contains("vibration");
        try (var registry = ModelRegistry.open(models)) {
            var card = registry.shadows("feed-pump-life").getFirst().card();
            assertThat(card.metrics().get("rmse")).isLessThan(card.metrics().get("mean_life_rmse"));
            assertThat(card.metrics().get("rmse_low")).isLessThan(card.metrics().get("rmse_high"));
            assertThat(card.provenance()).containsKeys("data_sha256", "split", "seed", "hyperparameters", "command");
            assertThat(card.provenance().get("command")).startsWith("millwright train maintenance --data");
        }
        assertThat(run(args)).isZero();
        assertThat(models.resolve("feed-pump-life-2.onnx"))
                .as("a second training is a second version")
                .exists();
        assertThat(Files.readAllBytes(models.resolve("feed-pump-life-2.onnx")))
                .as("of the same")
                .isEqualTo(Files.readAllBytes(models.resolve("feed-pump-life-1.onnx")));
    }

    @Test
    void whatCannotBeLearnedFromIsRefusedInWordsAndNothingIsRegistered() throws IOException {
        var data = pumps(4).toString();
        var models = dir.resolve("models").toString();
        var common = List.of(
                "maintenance", "--data", data, "--models", models, "--unit-column", "pump", "--time-column", "hour");
        assertThat(run(with(common, "--asset-class", "pump"))).isEqualTo(1);
        assertThat(said.toString())
                .contains("There are 4 machines that ran to failure")
                .doesNotContain("Exception");
        assertThat(run(with(common, "--asset-class", "Feed Pump"))).isEqualTo(2);
        assertThat(said.toString()).contains("--asset-class 'Feed Pump'");
        assertThat(run(with(common, "--asset-class", "pump", "--cap", "-1"))).isEqualTo(2);
        assertThat(run("maintenance", "--data", dir.resolve("none.csv").toString(), "--asset-class", "pump"))
                .isEqualTo(1);
        assertThat(said.toString()).contains("none.csv cannot be read");
        assertThat(run("maintenance", "--data", data, "--asset-class", "pump")).isEqualTo(1);
        assertThat(said.toString()).contains("has no column 'unit'.");
        assertThat(dir.resolve("models")).doesNotExist();
    }

    private static String[] with(List<String> common, String... more) {
        return Stream.concat(common.stream(), Stream.of(more)).toArray(String[]::new);
    }
}
