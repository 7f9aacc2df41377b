package dev.millwright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.event.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model in the box, asked by its name about rows in the columns of AI4I 2020. */
class MillingPredictionTest {
    private static final Path MODELS = Path.of("..", "models");
    private static final String HEADER =
            "Type,Air temperature [K],Process temperature [K],Rotational speed [rpm],Torque [Nm],Tool wear [min]\n";

    @TempDir
    private Path dir;

    @Test
    void theMillThatIsOverstrainedIsOnTop() throws IOException {
        var data =
                Files.writeString(dir.resolve("mills.csv"), HEADER + "M,300,310,1500,40,50\nL,300,310,1400,60,220\n");
        var json = dir.resolve("now.json");
        var shell =
                Shell.run("predict", "--model", "milling-failure", "--models", MODELS, "--data", data, "--json", json);
        assertThat(shell.err()).isEmpty();
        assertThat(shell.code()).isZero();
        assertThat(shell.out()).contains("2 rows, probability of a failure; 1 are at one half or more");
        assertThat(shell.out().lines().toList().get(2)).contains("2 ", "strain over limit +");
        var rows = EventJson.mapper().readTree(json.toFile()).path("rows");
        assertThat(rows.get(0).path("row").asInt()).isEqualTo(2);
        assertThat(rows.get(0).path("probability").asDouble()).isGreaterThan(0.5);
        assertThat(rows.get(1).path("probability").asDouble()).isLessThan(0.05);
        var byFile = Shell.run("predict", data, "--model", MODELS.resolve("milling-failure-1.onnx"));
        assertThat(byFile.out()).isEqualTo(shell.out());
    }

    @Test
    void whatIsMissingIsSaid() throws IOException {
        var data = Files.writeString(dir.resolve("mills.csv"), "Type,Torque [Nm]\nM,3\n");
        assertThat(Shell.run("predict", data, "--model", "milling-failure", "--models", MODELS)
                        .err())
                .contains("has no column 'Air temperature [K]'");
        assertThat(Shell.run("predict", data, "--model", "drilling", "--models", MODELS)
                        .err())
                .contains("There is no model 'drilling' in ")
                .contains("millwright models");
        assertThat(Shell.run("predict", data, "--model", "drilling", "--models", dir.resolve("none"))
                        .err())
                .contains("There is no model 'drilling' in ");
    }
}
