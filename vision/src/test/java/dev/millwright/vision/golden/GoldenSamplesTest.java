package dev.millwright.vision.golden;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.vision.Inspection.Verdict;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import dev.millwright.vision.image.FrameReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenSamplesTest {
    private final Inspector inspector = inspector(InspectorSettings.standard());

    @TempDir
    Path folder = Path.of("");

    @Test
    void anInspectorThatChangedIsToldByTheSamplesItChanged() throws IOException {
        write("pass/good", 1, 0);
        write("fail/bad", 2, 3);
        var samples = GoldenSamples.in(folder);
        var same = samples.rerun(FrameReader.standard(), inspector::inspect);
        assertThat(same.samples()).isEqualTo(2);
        assertThat(same.changes()).isEmpty();
        assertThat(same.text()).isEqualTo("golden samples              2 (0 changed)\n");

        var blind = inspector(InspectorSettings.standard().withLeastScore(1));
        var changed = samples.rerun(FrameReader.standard(), blind::inspect);
        assertThat(changed.changes()).singleElement().satisfies(change -> {
            assertThat(change.sample()).isEqualTo("fail/bad");
            assertThat(change.expected()).isEqualTo(Verdict.FAIL);
            assertThat(change.told()).isEqualTo(Verdict.PASS);
        });
        assertThat(changed.text()).contains("fail/bad: FAIL expected, PASS told: nothing found");
    }

    @Test
    void aSampleThatIsGoneOrWronglyFiledCountsAsChanged() throws IOException {
        write("pass/bad", 2, 3);
        write("fail/gone", 3, 3);
        Files.writeString(folder.resolve("fail/gone_temp.png"), "no picture");
        var report = GoldenSamples.in(folder).rerun(FrameReader.standard(), inspector::inspect);
        assertThat(report.changes()).hasSize(2);
        assertThat(report.text())
                .contains("pass/bad: PASS expected, FAIL told: ", "fail/gone: FAIL expected, nothing told");
        assertThatThrownBy(() -> GoldenSamples.in(folder.resolve("pass"))).hasMessageContaining("no golden samples in");
    }

    private static Inspector inspector(InspectorSettings settings) {
        return new Inspector(settings, InstantSource.fixed(Instant.EPOCH));
    }

    private void write(String name, long seed, int defects) throws IOException {
        var board = new BoardGenerator(BoardSettings.small()).generate(seed, defects);
        Path image = folder.resolve(name + "_test.png");
        Files.createDirectories(requireNonNull(image.getParent()));
        Files.write(image, MarkedImage.png(board.image()));
        Files.write(folder.resolve(name + "_temp.png"), MarkedImage.png(board.template()));
    }
}
