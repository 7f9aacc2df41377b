package dev.millwright.vision.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of one grey each, told dark or light. */
class PictureRunTest {
    @TempDir
    private Path folder;

    private final PictureRun.Eye eye = picture -> new PictureRun.Seen(
            picture.red().grey(0, 0) < 128 ? "dark" : "light",
            "by its corner",
            Map.of("grey", (double) picture.red().grey(0, 0)),
            () -> MarkedImage.png(picture.grey()));

    @BeforeEach
    void draw() throws IOException {
        for (int i = 0; i < 6; i++) {
            var frame = Frame.of(1, 1, new byte[] {(byte) (i < 4 ? 10 : 200)});
            Files.createDirectories(folder.resolve("lot"));
            Files.write(
                    folder.resolve("lot/p" + i + ".png"),
                    MarkedImage.png(ColourFrame.of(frame).grey()));
        }
        Files.writeString(folder.resolve("torn.jpg"), "no picture");
        Files.writeString(folder.resolve("notes.txt"), "not asked");
    }

    @Test
    void eachPictureIsJudgedAndWhatIsNoneListed() throws IOException {
        var told = new ArrayList<PictureRun.Row>();
        var marks = folder.resolve("marks");
        var run = PictureRun.of(folder, eye, 100, marks, told::add);
        assertThat(run.rows()).hasSize(6).isEqualTo(told);
        assertThat(run.verdicts()).isEqualTo(Map.of("dark", 4, "light", 2));
        assertThat(run.unreadable()).hasSize(1).first().asString().startsWith("torn.jpg: ");
        assertThat(run.medianMillis()).isPositive();
        assertThat(marks.resolve("lot-p5.png")).isNotEmptyFile();
        assertThat(PictureRun.of(folder, eye, 100, marks, _ -> {}).rows())
                .as("marks are not pictures to judge")
                .hasSize(6);
    }

    @Test
    void aLimitSpreadsOverAll() throws IOException {
        assertThat(PictureRun.of(folder.resolve("lot"), eye, 3, null, _ -> {}).rows())
                .extracting(PictureRun.Row::name)
                .containsExactly("p0.png", "p2.png", "p4.png");
        var none = Files.createDirectories(folder.resolve("none"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PictureRun.of(none, eye, 3, null, _ -> {}))
                .withMessageContaining("no pictures in");
    }
}
