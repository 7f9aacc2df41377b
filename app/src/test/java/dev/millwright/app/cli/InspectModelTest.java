package dev.millwright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.inference.ModelRegistry;
import dev.millwright.plant.event.EventJson;
import dev.millwright.vision.anomaly.AnomalyModel;
import dev.millwright.vision.anomaly.AnomalySettings;
import dev.millwright.vision.anomaly.AnomalyTraining;
import dev.millwright.vision.anomaly.Backbone;
import dev.millwright.vision.anomaly.Normalisation;
import dev.millwright.vision.image.FrameReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that stand alone, judged by models of one's own. */
class InspectModelTest {
    private static final int SIDE = 64;
    private static final Path SHIPPED = Path.of("..", "models");

    @TempDir
    private Path dir;

    private static int[] plain(int rgb) {
        return IntStream.range(0, SIDE * SIDE).map(_ -> rgb).toArray();
    }

    /** Light ground with some noise, and on a spoiled one a dark spot around 40, 20. */
    private static int[] lid(long seed, boolean spoiled) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, SIDE * SIDE)
                .map(i -> {
                    boolean dark = spoiled && Math.hypot(i % SIDE - 40, i / SIDE - 20) < 8;
                    return ((dark ? 40 : 180) + random.nextInt(10)) * 0x010101;
                })
                .toArray();
    }

    private Path write(String file, int[] rgb) throws IOException {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, SIDE, SIDE, rgb, 0, SIDE);
        var path = dir.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        ImageIO.write(image, "png", path.toFile());
        return path;
    }

    @Test
    void kindsAreToldWithWhatSpeaksForThem() throws IOException {
        write("in/brick.png", plain(0xc02020));
        write("in/grass.png", plain(0x20c020));
        write("in/leaf.png", plain(0x30d030));
        Files.writeString(dir.resolve("in/torn.png"), "no picture");
        var model = Files.write(dir.resolve("colours-1.onnx"), TinyModels.colours());
        var json = dir.resolve("out.json");
        var shell = Shell.run(
                "inspect", dir.resolve("in"), "--model", model, "--marks", dir.resolve("maps"), "--json", json);
        assertThat(shell.err()).isEmpty();
        assertThat(shell.code()).isZero();
        assertThat(shell.out())
                .containsPattern("brick.png +red +\\d\\d %")
                .containsPattern("grass.png +green")
                .contains("pictures inspected          3 (1 red, 2 green)", "left out: torn.png");
        assertThat(ImageIO.read(dir.resolve("maps/brick.png").toFile()).getWidth())
                .isEqualTo(SIDE);
        var figures = EventJson.mapper().readTree(json.toFile());
        assertThat(figures.path("metrics").path("pictures_green").asInt()).isEqualTo(2);
        assertThat(figures.path("rows").path(0).path("verdict").asText()).isEqualTo("red");
        assertThat(figures.path("settings").path("model").asText()).endsWith("colours-1.onnx");
    }

    @Test
    void whatIsUnlikeGoodPicturesFailsWithItsPlace() throws IOException {
        try (var registry = ModelRegistry.open(SHIPPED)) {
            var card = registry.active("surface-features").card();
            byte[] file = registry.bytes(card);
            try (var backbone = Backbone.open(file, Normalisation.of(card.provenance()))) {
                var good = IntStream.range(0, 16)
                        .mapToObj(seed -> {
                            try {
                                return FrameReader.standard()
                                        .readColour(write("good/" + seed + ".png", lid(seed, false)));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        })
                        .toList();
                var settings =
                        AnomalySettings.DEFAULT.withSide(128).withBank(100, 800).withFalseRejectRate(0.2);
                Files.write(
                        dir.resolve("lid-1.onnx"),
                        AnomalyModel.write(AnomalyTraining.train(good, backbone, settings, _ -> {}), file));
            }
        }
        write("in/spoiled.png", lid(99, true));
        write("in/sound.png", lid(3, false));
        var shell = Shell.run(
                "inspect", dir.resolve("in"), "--model", dir.resolve("lid-1.onnx"), "--marks", dir.resolve("maps"));
        assertThat(shell.err()).isEmpty();
        assertThat(shell.out())
                .containsPattern("sound.png +PASS +score")
                .containsPattern("spoiled.png +FAIL +score .*; worst at \\d+, \\d+: \\d+ pixels")
                .contains("pictures inspected          2 (1 PASS, 1 FAIL)");
        assertThat(dir.resolve("maps/spoiled.png")).isNotEmptyFile();
    }

    @Test
    void modelsOfSomethingElseAndOptionsForBoardsAreRefused() throws IOException {
        write("in/a.png", plain(0x808080));
        var lives = Shell.run("inspect", dir.resolve("in"), "--model", SHIPPED.resolve("turbofan-life-1.onnx"));
        assertThat(lives.code()).isEqualTo(1);
        assertThat(lives.err()).contains("The model turbofan-life looks at no pictures", "train vision");
        var none = Shell.run("inspect", dir.resolve("in"), "--model", "lids", "--models", dir);
        assertThat(none.err()).contains("There is no model 'lids'");
        var model = Files.write(dir.resolve("colours-1.onnx"), TinyModels.colours());
        var watch = Shell.run("inspect", dir.resolve("in"), "--model", model, "--watch");
        assertThat(watch.code()).isEqualTo(Main.WRONG_USE);
        assertThat(watch.err()).contains("are for boards beside templates");
    }
}
