package dev.millwright.vision.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.image.FrameReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Real boards: a sample of DeepPCB's test part, where the data set is at hand. */
class DeepPcbTest {
    @Test
    void findsTheAnnotatedDefectsOfRealBoards() throws IOException {
        String data = System.getenv("MILLWRIGHT_DATA");
        assumeTrue(data != null, "MILLWRIGHT_DATA is not set: no DeepPCB");
        Path folder = Path.of(requireNonNull(data)).resolve("deeppcb");
        assumeTrue(DeepPcb.isPresent(folder), "no DeepPCB in " + folder);
        var inspector = new Inspector(InspectorSettings.standard(), InstantSource.system());
        var report = new InspectRun(inspector, FrameReader.standard()).report(folder, 30, null);
        var score = requireNonNull(report.score());
        assertThat(score.recall()).as(report.text()).isGreaterThanOrEqualTo(0.93);
        assertThat(score.falseFindingsPerBoard()).as(report.text()).isLessThan(1);
        assertThat(DeepPcb.in(folder).train()).isNotEmpty();
    }
}
