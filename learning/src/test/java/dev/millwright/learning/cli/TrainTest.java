package dev.millwright.learning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.inference.ModelRegistry;
import dev.millwright.maintenance.life.FailureModel;
import dev.millwright.maintenance.life.LifeModel;
import dev.millwright.maintenance.life.ModeModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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

    /** Pumps that fail again and again, after each life a repair of five hours; a life's last row is its failure. */
    private Path pumps(int machines, int livesOfEach) throws IOException {
        var random = new Random(5);
        var text = new StringBuilder("pump,hour,speed,vibration,flow,serial\n");
        var failures = new StringBuilder("pump,hour\n");
        for (int m = 0; m < machines; m++) {
            int hour = 0;
            for (int each = 0; each < livesOfEach; each++) {
                int life = 80 + random.nextInt(80);
                for (int i = 0; i < life; i++) {
                    int speed = random.nextBoolean() ? 1450 : 2900;
                    double wear = Math.max(0, 60 - (life - i)) / 60.0;
                    text.append(String.format(
                            Locale.ROOT,
                            "P%d,%d,%d,%.4f,%.4f,7%n",
                            m,
                            hour + i,
                            speed,
                            speed / 1450.0 + wear + random.nextGaussian() * 0.05,
                            speed / 100.0 - wear + random.nextGaussian() * 0.2));
                }
                hour += life + 4;
                failures.append("P%d,%d%n".formatted(m, hour - 5));
            }
        }
        Files.writeString(dir.resolve("failures.csv"), failures);
        return Files.writeString(dir.resolve("pumps.csv"), text);
    }

    private String[] training(Path data, Path models, String... more) {
        var common = List.of(
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
                models.toString());
        return with(common, more);
    }

    /** Is cut off as it says that it begins the fifth part. */
    private static final class CutOff extends StringWriter {
        @Override
        public void write(String text, int from, int length) {
            super.write(text, from, length);
            if (getBuffer().indexOf("[5 of 6]") >= 0) {
                getBuffer().setLength(0);
                throw new UncheckedIOException("killed", new IOException("killed"));
            }
        }
    }

    @Test
    void aModelOfOnesOwnMachinesIsTrainedJudgedAndRegisteredThoughItWasKilledOnce() throws IOException {
        var models = dir.resolve("models");
        var args = training(pumps(12, 1), models, "--trees-only");
        var killed = Train.line();
        killed.setOut(new PrintWriter(new CutOff()));
        killed.setErr(new PrintWriter(said));
        assertThat(killed.execute(args)).isEqualTo(1);
        assertThat(models.resolve(".training").resolve("feed-pump-life")).isNotEmptyDirectory();
        assertThat(models.resolve("feed-pump-life-1.onnx")).doesNotExist();

        assertThat(run(args)).as(said.toString()).isZero();
        assertThat(said.toString())
                .contains("Column 'serial' is left out: it never changes.")
                .contains("12 machines")
                .contains("[6 of 6] learning from")
                .contains("5 parts were kept from a training that was stopped")
                .contains("held out: error")
                .contains("it is a shadow until it is promoted");
        assertThat(models.resolve(".training").resolve("feed-pump-life")).doesNotExist();
        var model = LifeModel.read(Files.readAllBytes(models.resolve("feed-pump-life-1.onnx")));
        assertThat(model.notes().unitOfLife()).isEqualTo("hour");
        assertThat(model.notes().space().regimes().count()).isEqualTo(2);
        assertThat(Files.readString(models.resolve("feed-pump-life-1-predicted.svg")))
                .contains("Machines held out")
                .contains("</svg>");
        assertThat(Files.readString(models.resolve("feed-pump-life-1-calibration.svg")))
                .contains("coverage is off by")
                .contains("</svg>");
        assertThat(Files.readString(models.resolve("feed-pump-life-1-importance.svg")))
                .contains("vibration");
        try (var registry = ModelRegistry.open(models)) {
            var card = registry.shadows("feed-pump-life").getFirst().card();
            assertThat(card.metrics().get("rmse")).isLessThan(card.metrics().get("mean_life_rmse"));
            assertThat(card.metrics().get("rmse_low")).isLessThan(card.metrics().get("rmse_high"));
            assertThat(card.metrics().get("calibration_error")).isBetween(0.0, 0.2);
            assertThat(card.provenance()).containsKeys("data_sha256", "split", "seed", "hyperparameters", "command");
            assertThat(card.provenance().get("command")).startsWith("millwright train maintenance --data");
        }
        assertThat(run(args)).isZero();
        assertThat(models.resolve("feed-pump-life-2.onnx"))
                .as("a second training is a second version")
                .exists();
        assertThat(Files.readAllBytes(models.resolve("feed-pump-life-2.onnx")))
                .as("of the same, though the first was killed")
                .isEqualTo(Files.readAllBytes(models.resolve("feed-pump-life-1.onnx")));
    }

    @Test
    void machinesOfSeveralLivesTellHowLikelyAFailureIsWithinAHorizon() throws IOException {
        var models = dir.resolve("models");
        var failures = dir.resolve("failures.csv").toString();
        var args = training(pumps(8, 2), models, "--failures", failures, "--goal", "failure-within", "--horizon", "20");
        assertThat(run(args)).as(said.toString()).isZero();
        assertThat(said.toString())
                .contains("8 machines, 16 lives")
                .contains("held out: squared error of the probability");
        var model = FailureModel.read(Files.readAllBytes(models.resolve("feed-pump-failure-1.onnx")));
        assertThat(model.notes().horizon()).isEqualTo(20);
        assertThat(Files.readString(models.resolve("feed-pump-failure-1-calibration.svg")))
                .contains("do failures come as often as was said?");
        try (var registry = ModelRegistry.open(models)) {
            var card = registry.shadows("feed-pump-failure").getFirst().card();
            assertThat(card.metrics().get("held_out_units")).isEqualTo(8);
            assertThat(card.metrics().get("brier")).isLessThan(card.metrics().get("age_brier") * 0.7);
            assertThat(card.provenance()).containsKeys("failures_sha256");
        }
    }

    /** Half of the pumps lose flow before they fail, half shake: the files say which in a column of the failures. */
    @Test
    void waysToFailAreToldApartAndRegistered() throws IOException {
        var models = dir.resolve("models");
        var data = pumps(10, 2);
        var failures = dir.resolve("failures.csv");
        var told = new StringBuilder();
        var lines = Files.readAllLines(failures);
        for (int i = 0; i < lines.size(); i++) {
            told.append(lines.get(i))
                    .append(i == 0 ? ",why" : i % 2 == 0 ? ",seal" : ",bearing")
                    .append("\n");
        }
        Files.writeString(failures, told);
        var args = training(
                data,
                models,
                "--failures",
                failures.toString(),
                "--goal",
                "failure-mode",
                "--horizon",
                "20",
                "--mode-column",
                "why");
        assertThat(run(args)).as(said.toString()).isZero();
        assertThat(said.toString())
                .contains("are taken for what came")
                .contains("bearing")
                .contains("recall");
        var model = ModeModel.read(Files.readAllBytes(models.resolve("feed-pump-failure-mode-1.onnx")));
        assertThat(model.notes().modes()).containsExactly("bearing", "seal");
        assertThat(Files.readString(models.resolve("feed-pump-failure-mode-1-confusion.svg")))
                .contains("what their failures were taken for");
        assertThat(models.resolve("feed-pump-failure-mode-1-calibration.svg")).exists();
        try (var registry = ModelRegistry.open(models)) {
            var card = registry.shadows("feed-pump-failure-mode").getFirst().card();
            assertThat(card.outputs().getFirst().shape()).containsExactly(-1L, 3L);
            assertThat(card.metrics())
                    .containsKeys("precision_seal", "recall_seal", "recall_no_failure", "macro_f1", "age_brier");
            assertThat(card.provenance().get("confusion")).contains("bearing: ");
        }
        Files.writeString(failures, told.toString().replaceFirst(",seal", ",fan"));
        assertThat(run(args)).isEqualTo(1);
        assertThat(said.toString())
                .contains("Mode 'fan' ended 1 life of 1 machine, and 5 of 2 machines are needed")
                .doesNotContain("Exception");
        assertThat(models.resolve("feed-pump-failure-mode-2.json")).doesNotExist();
        assertThat(run(training(data, models, "--goal", "failure-mode", "--horizon", "20")))
                .isEqualTo(2);
        assertThat(run(training(data, models, "--mode-column", "why"))).isEqualTo(2);
        assertThat(said.toString()).contains("--goal life with --mode-column 'why'");
    }

    /** One short training of a network, of a file that does not fit. */
    @Test
    void aLargeFileIsThinnedAndANetworkLearnsBesideTheTrees() throws IOException {
        var models = dir.resolve("models");
        var args = training(pumps(10, 1), models, "--most-values", "8000", "--epochs", "1", "--networks", "1");
        assertThat(run(args)).as(said.toString()).isZero();
        assertThat(said.toString()).contains("pumps.csv is large: each life is learned from its first row, every 2th");
        var space = LifeModel.read(Files.readAllBytes(models.resolve("feed-pump-life-1.onnx")))
                .notes()
                .space();
        assertThat(space.everyNth()).isEqualTo(2);
        assertThat(space.sequence()).isNotNull();
    }

    @Test
    void whatCannotBeLearnedFromIsRefusedInWordsAndNothingIsRegistered() throws IOException {
        var data = pumps(4, 1).toString();
        var models = dir.resolve("models").toString();
        var common = List.of(
                "maintenance", "--data", data, "--models", models, "--unit-column", "pump", "--time-column", "hour");
        assertThat(run(with(common, "--asset-class", "pump"))).isEqualTo(1);
        assertThat(said.toString())
                .contains("There are 4 lives that ended in a failure")
                .doesNotContain("Exception");
        assertThat(run(with(common, "--asset-class", "Feed Pump"))).isEqualTo(2);
        assertThat(said.toString()).contains("--asset-class 'Feed Pump'");
        assertThat(run(with(common, "--asset-class", "pump", "--cap", "-1"))).isEqualTo(2);
        assertThat(run(with(common, "--asset-class", "pump", "--horizon", "3"))).isEqualTo(2);
        assertThat(said.toString()).contains("--goal life with --horizon 3.0");
        assertThat(run(with(common, "--asset-class", "pump", "--goal", "failure-within")))
                .isEqualTo(2);
        assertThat(run(with(common, "--asset-class", "pump", "--maintenance", data)))
                .isEqualTo(1);
        assertThat(said.toString()).contains("Give the failures too.");
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
