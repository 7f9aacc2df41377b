package dev.millwright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.millwright.plant.event.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void aMissingArchiveSaysHowToGetIt() {
        var shell = Shell.run("predict", folder);
        assertThat(shell.code()).isEqualTo(1);
        assertThat(shell.complaint()).hasSize(2);
        assertThat(shell.err()).startsWith("millwright: ").contains("CMAPSSData.zip", "millwright data fetch cmapss");
    }
}
