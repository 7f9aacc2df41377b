package dev.millwright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.millwright.plant.event.EventJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("predict on C-MAPSS FD001 (data set cmapss in MILLWRIGHT_DATA)")
    void theTrendModelBeatsGuessingTheMeanLife() throws IOException {
        var data = System.getenv("MILLWRIGHT_DATA");
        assumeThat(data).as("MILLWRIGHT_DATA names the public data sets").isNotBlank();
        Path cmapss = Path.of(data, "cmapss");
        assumeThat(Files.exists(cmapss.resolve("CMAPSSData.zip")))
                .as("data set cmapss is here")
                .isTrue();
        Path json = folder.resolve("life.json");

        var shell = Shell.run("predict", cmapss, "--json", json, "--seed", 7);

        assertThat(shell.err()).isEmpty();
        assertThat(shell.code()).isZero();
        assertThat(shell.out()).contains("FD001, 100 test engines", "mean_life", "90 % intervals hold");
        var figures = EventJson.mapper().readTree(json.toFile());
        assertThat(figures.path("settings").path("subset").asText()).isEqualTo("FD001");
        assertThat(figures.path("settings").path("seed").asInt()).isEqualTo(7);
        assertThat(figures.path("rows")).hasSize(100);
        var metrics = figures.path("metrics");
        // Published simple models reach 18 to 20 on FD001; the mean life is off by twice that.
        assertThat(metrics.path("rmse_trend").asDouble())
                .isBetween(10.0, 20.0)
                .isLessThan(metrics.path("rmse_mean_life").asDouble());
        assertThat(metrics.path("coverage_90").asDouble()).isBetween(0.75, 1.0);
        for (var row : figures.path("rows")) {
            assertThat(row.path("low").asDouble())
                    .isLessThanOrEqualTo(row.path("high").asDouble());
        }
    }

    /** Engines that wear evenly until they fail: their remaining life can be read off their sensors. */
    @Test
    void evenWearIsReadFromTheSensors() throws IOException {
        var train = new StringBuilder();
        var test = new StringBuilder();
        var truth = new StringBuilder();
        for (int unit = 1; unit <= 12; unit++) {
            int life = 150 + 10 * unit;
            engine(train, unit, life, life);
            int left = 15 + 5 * unit;
            engine(test, unit, life, life - left);
            truth.append(left).append('\n');
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("CMAPSSData.zip")))) {
            for (var part : Map.of("train", train, "test", test, "RUL", truth).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey() + "_FD001.txt"));
                zip.write(part.getValue().toString().getBytes(StandardCharsets.US_ASCII));
            }
        }
        Path json = folder.resolve("life.json");

        var shell = Shell.run("predict", folder, "--json", json);

        assertThat(shell.err()).isEmpty();
        assertThat(shell.code()).isZero();
        assertThat(shell.out()).startsWith("FD001, 12 test engines").contains("trend", "monitor", "mean_life");
        var figures = EventJson.mapper().readTree(json.toFile());
        assertThat(figures.path("what").asText()).isEqualTo("predict");
        assertThat(figures.path("settings").path("seed").asInt()).isEqualTo(1);
        assertThat(figures.path("rows")).hasSize(12);
        for (int unit = 1; unit <= 12; unit++) {
            assertThat(figures.path("rows").path(unit - 1).path("truth").asInt())
                    .isEqualTo(15 + 5 * unit);
        }
        var metrics = figures.path("metrics");
        assertThat(metrics.path("rmse_trend").asDouble())
                .isPositive()
                .isLessThan(metrics.path("rmse_mean_life").asDouble());
        assertThat(metrics.path("width_90_cycles").asDouble()).isPositive();
        assertThat(Shell.run("predict", folder, "--subset", "FD009").complaint())
                .last()
                .isEqualTo("Subsets are FD001, FD002, FD003 and FD004.");
    }

    private static void engine(StringBuilder text, int unit, int life, int cycles) {
        var noise = new SplittableRandom(unit);
        for (int cycle = 1; cycle <= cycles; cycle++) {
            double wear = Math.pow((double) cycle / life, 2);
            text.append(unit).append(' ').append(cycle).append(" 0.001 0.0003 100.0");
            for (int sensor = 1; sensor <= 21; sensor++) {
                double slope = sensor % 3 == 0 ? 0 : sensor % 2 == 0 ? 10 : -8;
                double value = 100 * sensor + slope * wear + (slope == 0 ? 0 : noise.nextDouble(-0.5, 0.5));
                text.append(' ').append(value);
            }
            text.append('\n');
        }
    }

    @Test
    void aMissingArchiveSaysHowToGetIt() {
        var shell = Shell.run("predict", folder);
        assertThat(shell.code()).isEqualTo(1);
        assertThat(shell.complaint()).hasSize(2);
        assertThat(shell.err()).startsWith("millwright: ").contains("CMAPSSData.zip", "millwright data fetch cmapss");
    }
}
