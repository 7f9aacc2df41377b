package dev.millwright.maintenance.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.maintenance.features.UnitRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways to fail as a user's files say them: in the last row, or beside each failure. */
class ModeCheckTest {
    @TempDir
    private Path dir;

    /** Pumps of three rows each, the last with a mode. */
    private Fleet inOneFile(String... modes) throws IOException {
        var text = new StringBuilder("pump,hour,load,why\n");
        for (int i = 0; i < modes.length; i++) {
            text.append("P%d,0,1,\nP%d,1,2,\nP%d,2,3,%s\n".formatted(i, i, i, modes[i]));
        }
        return read(text.toString(), null, "why");
    }

    private Fleet read(String telemetry, @Nullable String failures, String column) throws IOException {
        var columns = new Columns("pump", "hour", List.of(), List.of()).failingBy(column);
        var file = Files.writeString(dir.resolve("telemetry.csv"), telemetry);
        var second = failures == null ? null : Files.writeString(dir.resolve("failures.csv"), failures);
        return FleetFile.read(new FleetSource(file, columns, second, null, FleetSource.MOST));
    }

    @Test
    void inOneFileTheLastRowSaysHowAMachineFailed() throws IOException {
        var fleet = inOneFile("seal", "bearing", "");
        assertThat(fleet.signals()).as("the mode is no signal").containsExactly("load");
        assertThat(fleet.units()).extracting(UnitRun::mode).containsExactly("seal", "bearing", "");
    }

    @Test
    void inTwoFilesEachFailureSaysSo() throws IOException {
        var fleet = read(
                "pump,hour,load,why\nA,0,1,x\nA,1,2,x\nA,2,3,x\nA,3,1,x\n",
                "pump,hour,why\nA,1,seal\nA,3,bearing\n",
                "why");
        assertThat(fleet.signals()).as("nor in the other file").containsExactly("load");
        assertThat(fleet.units()).extracting(UnitRun::mode).containsExactly("seal", "bearing");
        assertThatThrownBy(() -> read("pump,hour,load\nA,0,1\nA,1,2\n", "pump,hour\nA,1\n", "why"))
                .hasMessageContaining("failures.csv has no column 'why'.\nIts columns are [pump, hour].");
        assertThatThrownBy(() -> read("pump,hour,load\nA,0,1\nA,1,2\n", null, "why"))
                .hasMessageContaining("telemetry.csv has no column 'why'.");
    }

    @Test
    void livesOfUnknownEndAreLeftOutAndSaid() throws IOException {
        var check = ModeCheck.of(inOneFile("seal", "seal", "b", "b", "", "seal", "seal", "seal", "b", "b", "b"));
        assertThat(check.modes()).containsExactly("b", "seal");
        assertThat(check.fleet().units()).hasSize(10);
        assertThat(check.remarks()).containsExactly("1 failures have no mode and are not learned from.");
    }

    @Test
    void whatCannotBeToldApartIsRefusedInWords() {
        assertThatThrownBy(() -> ModeCheck.of(inOneFile("seal", "seal", "seal", "seal", "seal", "fan")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Mode 'fan' ended 1 life of 1 machine, and 5 of 2 machines are needed")
                .hasMessageContaining("Give more failures of it");
        assertThatThrownBy(() -> ModeCheck.of(inOneFile("seal", "seal", "seal")))
                .hasMessageContaining("All 3 failures are of one mode, 'seal': there is nothing to tell apart.")
                .hasMessageContaining("--goal failure-within");
        assertThatThrownBy(() -> ModeCheck.of(inOneFile("", "")))
                .hasMessageContaining("The mode column is empty at each of 2 failures.");
    }
}
