package dev.millwright.learning.cwru;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.learning.boosting.BoostSettings;
import dev.millwright.learning.boosting.BoostSettings.Goal;
import dev.millwright.learning.failure.Confusion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Faults of bearings told apart at a load that was not learned from, with no record on both sides. */
class FaultTrainingTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void inventBearings() throws IOException {
        BearingSet.write(folder);
    }

    /** The well-known leak of this set: windows of one record on both sides. */
    @Test
    void noRecordIsOnBothSides() {
        var records = CwruFolder.read(folder);
        assertThat(records).hasSize(28);
        var splits = CrossLoad.of(records);
        assertThat(splits).extracting(CrossLoad::testLoad).containsExactlyElementsOf(CwruFolder.LOADS);
        for (var split : splits) {
            var learned = Collections.newSetFromMap(new IdentityHashMap<float[], Boolean>());
            split.train().forEach(window -> learned.add(window.features()));
            assertThat(split.test()).noneMatch(window -> learned.contains(window.features()));
            assertThat(split.train())
                    .as("18 records at two loads, and two normal windows")
                    .hasSize(18 * 5 + 2);
            assertThat(split.test())
                    .as("9 records at the third, and two normal windows, with one left out")
                    .hasSize(9 * 5 + 2);
            assertThat(split.test().stream().map(FaultWindow::ofTen).distinct()).hasSize(10);
        }
        for (var one : splits) {
            for (var other : splits) {
                assertThat(one.test().stream().filter(window -> window.fault() != Fault.NORMAL))
                        .as("each fault window is judged at its own load alone")
                        .allMatch(window -> one.testLoad() == other.testLoad()
                                || !other.test().contains(window));
            }
        }
    }

    @Test
    void faultsThatDifferAreToldApart() {
        var settings = new BoostSettings(Goal.CLASS, 40, 3, 0.3, 1, 0.8, 0.5, false, 1);
        for (var report : FaultTraining.judge(CwruFolder.read(folder), settings)) {
            assertThat(report.four().accuracy()).isGreaterThan(0.9);
            assertThat(report.ten().accuracy()).isGreaterThan(0.8);
            assertThat(report.nearestFour().accuracy()).isGreaterThan(0.6);
            assertThat(report.envelopeFour().accuracy())
                    .as("these knock by the book")
                    .isEqualTo(1);
            assertThat(report.testWindows()).isEqualTo(47);
        }
    }

    @Test
    void figuresFollowFromCounts() {
        // By hand: 4 of 6 right; F1 of the classes 0.8, 0.5 and 2/3; nobody is of the fourth.
        var confusion = Confusion.of(4, new int[] {0, 0, 1, 1, 2, 2}, new int[] {0, 0, 0, 1, 1, 2});
        assertThat(confusion.accuracy()).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(confusion.macroF1()).isCloseTo((0.8 + 0.5 + 2 / 3.0) / 3, within(1e-12));
        assertThat(confusion.recall(1)).isEqualTo(0.5);
        assertThat(new Confusion(List.of(List.of(0))).accuracy()).isZero();
    }

    @Test
    void aFileThatIsNotAsItShouldBeIsNamed() throws IOException {
        var file = folder.resolve("1772_B_14_DE12.f32le.gz");
        BearingSet.write(file, new float[5000]);
        assertThatThrownBy(() -> CwruFolder.read(folder))
                .hasMessageContaining("1772_B_14_DE12.f32le.gz holds 5000 samples, and 12288 are the least");
        BearingSet.write(file, new float[BearingSet.SAMPLES]);
        assertThatThrownBy(() -> CwruFolder.read(folder)).hasMessageContaining("says 0.0 all along.");
        Files.write(file, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> CwruFolder.read(folder)).hasMessageContaining("cannot be unpacked");
        Files.delete(file);
        assertThatThrownBy(() -> CwruFolder.read(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("1772_B_14_DE12.f32le.gz is not there.");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "MILLWRIGHT_DATA", matches = ".+")
    void faultsOfThePublicSetAreToldApart() {
        var records = CwruFolder.read(Path.of(System.getenv("MILLWRIGHT_DATA"), "cwru"));
        for (var report : FaultTraining.judge(records, FaultTraining.DEFAULT)) {
            assertThat(report.four().accuracy()).isGreaterThan(0.95);
            assertThat(report.ten().accuracy()).isGreaterThan(0.85);
        }
    }
}
