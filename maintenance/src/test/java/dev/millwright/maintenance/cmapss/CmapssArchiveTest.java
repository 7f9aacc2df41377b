package dev.millwright.maintenance.cmapss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CmapssArchiveTest {

    private static final String GOOD_ROW = "1 1 -0.0007 -0.0004 100.0" + " 5.5".repeat(21) + "  ";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private CmapssArchive archive(String train) throws IOException {
        Path zip = folder.resolve("small.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            InventedEngines.write(out, "train_FD001.txt", train);
        }
        return new CmapssArchive(zip);
    }

    @Test
    void rowsBecomeEngines() throws Exception {
        String second = GOOD_ROW.replaceFirst("1 1 ", "2 1 ");
        List<CmapssEngine> engines = archive(
                        String.join("\n", GOOD_ROW, GOOD_ROW.replaceFirst("1 1 ", "1 2 "), second, ""))
                .trainEngines("FD001");
        assertThat(engines).extracting(CmapssEngine::unit).containsExactly(1, 2);
        assertThat(engines).extracting(CmapssEngine::age).containsExactly(2, 1);
        assertThat(engines.getFirst().rows().getFirst().sensor(21)).isEqualTo(5.5);
        assertThat(CmapssArchive.SIGNALS).hasSize(24).startsWith("setting-1").endsWith("sensor-21");
    }

    @Test
    void aBadLineIsNamedWithItsColumn() throws Exception {
        CmapssArchive words = archive(GOOD_ROW + "\n" + GOOD_ROW.replaceFirst("5.5", "hot"));
        List<CmapssRow> rows = new ArrayList<>();
        assertThatThrownBy(() -> words.train("FD001", rows::add)).hasMessageContaining("line 2 column 6 says 'hot'");
        CmapssArchive few = archive("1 1 0.5");
        assertThatThrownBy(() -> few.trainEngines("FD001")).hasMessageContaining("line 1 has 3 columns instead of 26");
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        CmapssArchive archive = archive(GOOD_ROW);
        assertThatThrownBy(() -> archive.test("FD009", row -> {})).hasMessageContaining("holds no test_FD009.txt");
        CmapssArchive nowhere = new CmapssArchive(folder.resolve("nowhere.zip"));
        assertThatThrownBy(() -> nowhere.remainingLives("FD001"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("data fetch cmapss");
    }
}
