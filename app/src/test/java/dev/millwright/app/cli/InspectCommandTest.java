package dev.millwright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millwright.plant.event.EventJson;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

    private static final List<String> SHAPE =
            List.of("what", "commit", "machine", "started", "seconds", "settings", "metrics", "rows");

    private final BoardGenerator boards = new BoardGenerator(BoardSettings.small());

    @TempDir
    private Path folder;

    @Test
    void aSpoiledBoardFailsAndAGoodOnePasses() throws IOException {
        board("good", 3, List.of());
        board("spoiled", 4, List.of(DefectType.OPEN, DefectType.SHORT));
        Path json = folder.resolve("figures/inspect.json");
        Path marks = folder.resolve("marks");

        var shell = Shell.run("inspect", folder, "--json", json, "--marks", marks);

        assertThat(shell.err()).isEmpty();
        assertThat(shell.code()).isZero();
        assertThat(shell.out())
                .contains("boards inspected            2 (1 failed)")
                .containsPattern("good +PASS")
                .containsPattern("spoiled +FAIL")
                .contains(marks.toString());
        JsonNode figures = EventJson.mapper().readTree(json.toFile());
        assertThat(names(figures)).containsExactlyElementsOf(SHAPE);
        assertThat(figures.path("what").asText()).isEqualTo("inspect");
        assertThat(figures.path("settings").path("path").asText())
                .isEqualTo(folder.getFileName().toString());
        assertThat(figures.path("metrics").path("boards").asInt()).isEqualTo(2);
        assertThat(figures.path("metrics").path("boards_failed").asInt()).isEqualTo(1);
        assertThat(figures.path("seconds").asDouble()).isPositive();
        var drawn = ImageIO.read(marks.resolve("spoiled.png").toFile());
        assertThat(drawn.getWidth()).isEqualTo(320);
        assertThat(coloured(drawn)).isPositive();
        assertThat(coloured(ImageIO.read(marks.resolve("good.png").toFile()))).isZero();
    }

    @Test
    void aLimitTakesThatManyBoards() throws IOException {
        for (int i = 0; i < 3; i++) {
            board("b" + i, i, List.of());
        }
        assertThat(Shell.run("inspect", folder, "--limit", 2).out())
                .contains("boards inspected            2 (0 failed)");
        var none = Shell.run("inspect", folder, "--limit", 0);
        assertThat(none.code()).isEqualTo(Main.WRONG_USE);
        assertThat(none.complaint()).startsWith("millwright: A limit of 0 boards inspects none.");
    }

    @Test
    void aFolderWithoutPairsSaysHowPairsAreNamed() {
        var shell = Shell.run("inspect", folder);
        assertThat(shell.code()).isEqualTo(1);
        assertThat(shell.complaint()).hasSize(2);
        assertThat(shell.err())
                .startsWith("millwright: no image pairs in " + folder)
                .contains("NAME_temp.png");
        assertThat(Shell.run("inspect", folder.resolve("nowhere")).err()).contains("no file or folder");
    }

    @Test
    void picturesThatCannotBeReadAreNamedAndFailTheRun() throws IOException {
        Files.writeString(folder.resolve("torn_test.png"), "no picture");
        Files.writeString(folder.resolve("torn_temp.png"), "no picture");
        var shell = Shell.run("inspect", folder);
        assertThat(shell.code()).isEqualTo(1);
        assertThat(shell.out()).contains("boards inspected            0", "left out: torn");
    }

    @Test
    void aZipOfNestedFoldersIsInspectedAndWhatIsNoPairListed() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in/lot-7"));
        board("in/good", 3, List.of());
        board("in/lot-7/spoiled", 4, List.of(DefectType.OPEN));
        Files.writeString(in.resolve("torn_test.png"), "no picture");
        Files.write(
                in.resolve("lone.png"),
                MarkedImage.png(boards.generate(5, List.of()).image()));
        Path zip = zipped(folder.resolve("in"), folder.resolve("lot.zip"));
        var shell = Shell.run("inspect", zip, "--marks", folder.resolve("marks"));
        assertThat(shell.err()).isEmpty();
        assertThat(shell.out())
                .contains(
                        "boards inspected            2 (1 failed)", "left out: lot-7/torn", "left out: lot-7/lone.png")
                .containsPattern("lot-7/spoiled +FAIL");
        assertThat(folder.resolve("marks/lot-7-spoiled.png")).isNotEmptyFile();
    }

    @Test
    void aZipThatIsABombOrTornIsRefused() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.setLevel(1);
            for (int i = 0; i < 5; i++) {
                zip.putNextEntry(new ZipEntry(i + "_test.png"));
                zip.write(new byte[60 << 20]);
            }
        }
        var shell = Shell.run("inspect", bomb);
        assertThat(shell.code()).isEqualTo(1);
        assertThat(shell.complaint()).hasSize(2);
        assertThat(shell.err()).contains("bomb.zip of ", "unpacks to more than ");
        byte[] whole = Files.readAllBytes(bomb);
        Path torn = Files.write(folder.resolve("torn.zip"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(Shell.run("inspect", torn).err()).contains("torn.zip is a broken zip", "Pack it again");
    }

    @Test
    void oneTemplateServesPicturesOfAnyName() throws IOException {
        var board = boards.generate(6, List.of(DefectType.SHORT));
        Files.write(folder.resolve("a.png"), MarkedImage.png(board.image()));
        Path template = Files.write(folder.resolve("good.png"), MarkedImage.png(board.template()));
        var shell = Shell.run("inspect", folder, "--template", template);
        assertThat(shell.out())
                .contains("boards inspected            1 (1 failed)")
                .containsPattern("a\\.png +FAIL");
    }

    @Test
    void goldenSamplesThatChangedFailTheRun() throws IOException {
        Files.createDirectories(folder.resolve("pass"));
        board("pass/good", 3, List.of());
        var same = Shell.run("inspect", folder, "--golden");
        assertThat(same.code()).isZero();
        assertThat(same.out()).contains("golden samples              1 (0 changed)");
        board("pass/spoiled", 4, List.of(DefectType.OPEN));
        var changed = Shell.run("inspect", folder, "--golden");
        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.out()).contains("pass/spoiled: PASS expected, FAIL told");
        assertThat(Shell.run("inspect", folder, "--golden", "--watch").code()).isEqualTo(Main.WRONG_USE);
        assertThat(Shell.run("inspect", folder.resolve("no"), "--watch").err()).contains("is no folder to watch");
    }

    private static Path zipped(Path from, Path to) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(to));
                var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(from.relativize(file).toString()));
                zip.write(Files.readAllBytes(file));
            }
        }
        return to;
    }

    private void board(String name, long seed, List<DefectType> defects) throws IOException {
        var board = boards.generate(seed, defects);
        Files.write(folder.resolve(name + "_test.png"), MarkedImage.png(board.image()));
        Files.write(folder.resolve(name + "_temp.png"), MarkedImage.png(board.template()));
    }

    private static List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static int coloured(java.awt.image.BufferedImage image) {
        int coloured = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                coloured += (rgb >> 16 & 255) == (rgb & 255) ? 0 : 1;
            }
        }
        return coloured;
    }
}
