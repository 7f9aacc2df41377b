package dev.millwright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millwright.plant.event.EventJson;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.generator.Board;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test drives the scans; only the last one lets the clock of the file system do it. */
class InspectWatchTest {

    private final Board board = new BoardGenerator(BoardSettings.small()).generate(4, List.of(DefectType.OPEN));
    private final byte[] picture = MarkedImage.png(board.image());
    private final StringWriter results = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void aPairIsInspectedOnceBothOfItAreComplete() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in/lot"));
        var watch = watch(null);
        Path image = Files.write(in.resolve("a_test.png"), Arrays.copyOf(picture, 100));
        assertThat(watch.step()).isZero();
        Files.write(image, picture);
        assertThat(watch.step() + watch.step()).as("its template has not come").isZero();
        Files.write(in.resolve("a_temp.png"), MarkedImage.png(board.template()));
        assertThat(watch.step()).as("may still grow").isZero();
        assertThat(watch.step()).isEqualTo(1);
        assertThat(watch.step()).isZero();
        var line = lines().getFirst();
        assertThat(line.path("picture").asText()).isEqualTo("lot/a_test.png");
        assertThat(line.path("verdict").asText()).isEqualTo("FAIL");
        assertThat(line.path("findings").get(0).path("type").asText()).isEqualTo("open");
        assertThat(line.path("findings").get(0).path("box")).hasSize(4);
        assertThat(Path.of(line.path("marked").asText()))
                .hasFileName("lot-a_test.png")
                .isNotEmptyFile();

        var restarted = watch(null);
        assertThat(restarted.step() + restarted.step()).as("inspected before").isZero();
    }

    @Test
    void aPictureThatCannotBeReadIsToldAndTheNextTakenUp() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Path template = Files.write(folder.resolve("good.png"), MarkedImage.png(board.template()));
        Files.write(in.resolve("1.png"), Arrays.copyOf(picture, picture.length / 2));
        Files.write(in.resolve("2.png"), picture);
        Files.writeString(in.resolve("notes.txt"), "no picture");
        var watch = watch(template);
        watch.step();
        assertThat(watch.step()).isEqualTo(2);
        assertThat(lines().get(0).path("error").asText()).contains("1.png is a broken or truncated image");
        assertThat(lines().get(1).path("verdict").asText()).isEqualTo("FAIL");
        Files.write(in.resolve("2.png"), MarkedImage.png(board.template()));
        watch.step();
        assertThat(watch.step()).as("it changed").isEqualTo(1);
        assertThat(lines().get(2).path("verdict").asText()).isEqualTo("PASS");
    }

    @Test
    void runsUntilItIsInterrupted() throws Exception {
        Path in = Files.createDirectories(folder.resolve("in"));
        Path template = Files.write(folder.resolve("good.png"), MarkedImage.png(board.template()));
        Files.write(in.resolve("1.png"), picture);
        var watch = watch(template);
        var thread = Thread.ofPlatform().start(() -> {
            try {
                watch.run();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        Path marked = folder.resolve("marks/1.png");
        var deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (!Files.exists(marked) && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
        assertThat(marked).exists();
    }

    private InspectWatch watch(@Nullable Path template) {
        var inspector = new Inspector(InspectorSettings.standard(), InstantSource.system());
        return new InspectWatch(
                folder.resolve("in"), template, inspector, folder.resolve("marks"), new PrintWriter(results));
    }

    private List<JsonNode> lines() throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var line : results.toString().lines().toList()) {
            lines.add(EventJson.mapper().readTree(line));
        }
        return lines;
    }
}
