package dev.millwright.maintenance.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as people have them, and every way they go wrong, told by line and column. */
class FleetFileTest {
    private static final Columns COLUMNS = new Columns("pump", "hour", List.of(), List.of());

    @TempDir
    private Path dir;

    private Fleet read(String text) throws IOException {
        return read(text, List.of(), List.of());
    }

    private Fleet read(String text, List<String> settings, List<String> ignored) throws IOException {
        var file = dir.resolve("pumps.csv");
        Files.writeString(file, text);
        return FleetFile.read(FleetSource.of(file, new Columns("pump", "hour", settings, ignored)));
    }

    @Test
    void machinesMayBeMixedAndCellsMissing() throws IOException {
        var fleet = read(
                "\uFEFFpump;hour;load;temp;place\nP1;5;1;20.5;a\nP2;1;2;;b\nP1;7;1;21;a\n",
                List.of("load"),
                List.of("place"));
        assertThat(fleet.signals()).containsExactly("load", "temp");
        assertThat(fleet.settings()).containsExactly(0);
        assertThat(fleet.unitOfTime()).isEqualTo("hour");
        assertThat(fleet.rows()).isEqualTo(3);
        var first = fleet.units().getFirst();
        assertThat(first.unit()).isEqualTo("P1");
        assertThat(first.ages()).containsExactly(0, 2);
        assertThat(first.rows()[1]).containsExactly(1, 21);
        assertThat(fleet.units().get(1).rows()[0][1]).isNaN();
    }

    /** A model names what it looks at; other columns may hold whatever they like. */
    @Test
    void whereSignalsAreNamedNothingElseIsRead() throws IOException {
        var file = dir.resolve("pumps.csv");
        Files.writeString(file, "pump,hour,place,temp,load\nP1,5,hall 2,20.5,1\nP1,6,hall 3,21,2\n");
        var fleet = FleetFile.read(FleetSource.of(file, Columns.of("pump", "hour", List.of("load", "temp"))));
        assertThat(fleet.signals()).containsExactly("load", "temp");
        assertThat(fleet.units().getFirst().rows()[1]).containsExactly(2, 21);
        assertThatThrownBy(() -> FleetFile.read(FleetSource.of(file, Columns.of("pump", "hour", List.of("vibration")))))
                .hasMessageStartingWith("There is no column 'vibration', which the model looks at.");
    }

    /** Regimes are found in settings, so none may be missing; a machine is operated as it was until something is said. */
    @Test
    void anEmptySettingIsAsItWas() throws IOException {
        var fleet = read("pump,hour,load,temp\nP1,1,7,1\nP2,1,9,1\nP1,2,,2\nP1,3,8,\n", List.of("load"), List.of());
        assertThat(fleet.units().getFirst().rows()[1]).containsExactly(7, 2);
        assertThatThrownBy(() -> read("pump,hour,load,temp\nP1,1,,1\n", List.of("load"), List.of()))
                .hasMessageContaining("line 2, column 'load' says ''.");
    }

    @Test
    void timesMayBeInstants() throws IOException {
        var fleet = read("pump,hour,temp\nP1,2026-11-25T06:00:00Z,1\nP1,2026-11-25 07:30:00,2\n");
        assertThat(fleet.units().getFirst().ages()).containsExactly(0, 1.5);
        assertThat(fleet.unitOfTime()).isEqualTo("hours");
    }

    @Test
    void whatIsWrongIsNamedByLineAndColumn() {
        refused("pump,hour,temp\nP1,1,warm\n", "line 2, column 'temp' says 'warm'.", "--ignore");
        refused("pump,hour,temp\nP1,1,2\nP1,1,3\n", "line 3, column 'hour' says '1'.", "Machine P1 was later already");
        refused("pump,hour,temp\nP1,1,2\nP1,soon,3\n", "line 3, column 'hour' says 'soon'.", "Times are all numbers");
        refused(
                "pump,hour,temp\nP1,2026-11-25T06:00:00Z,2\nP1,7,3\n",
                "line 3, column 'hour' says '7'.",
                "Times are all numbers");
        refused("pump,hour,temp\nP1,soon,2\n", "line 2, column 'hour' says 'soon'.", "a time like");
        refused("pump,hour,temp\n,1,2\n", "line 2, column 'pump' says ''.", "The name of a machine");
        refused("pump,hour,temp\nP1,1,Infinity\n", "line 2, column 'temp' says 'Infinity'.", "A number belongs there");
        refused("pump,hour,temp\nP1,1\n", "line 2 has 2 cells, the header 3.", "a cell for each column");
        refused("pump,hour,temp\n", "has a header and no rows", "several machines");
        refused("", "is empty", "names the columns");
        refused("machine,hour,temp\nP1,1,2\n", "has no column 'pump'.", "Its columns are [machine, hour, temp].");
        refused("pump,hour,temp\nP1,1,\"2\n", "is no CSV", "quote");
    }

    private void refused(String text, String what, String cure) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(what)
                .hasMessageContaining(cure);
    }

    @Test
    void filesThatAreNoTextAreRefused() throws IOException {
        var file = dir.resolve("latin.csv");
        Files.write(file, "pump,hour,temp\nP\u00e4,1,2\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> FleetFile.read(FleetSource.of(file, COLUMNS))).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> FleetFile.read(FleetSource.of(dir.resolve("none.csv"), COLUMNS)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be read");
    }

    /** Columns that would mislead: still, empty, a counter, and one worked out from the failure. */
    @Test
    void whatWouldMisleadIsLeftOutAndSaid() throws IOException {
        var check = FleetCheck.of(read(pumps(12, 60)));
        assertThat(check.fleet().signals()).containsExactly("temp");
        assertThat(String.join("\n", check.remarks()))
                .contains("Only 12 failures")
                .contains("Column 'still' is left out: it never changes.")
                .contains("Column 'empty' is left out: 720 of 720 cells are empty.")
                .contains("Column 'count' is left out: it only counts time.")
                .contains("Column 'rul' is left out: it follows the life left too well (correlation 1.000)")
                .contains("12 times a machine was silent for long, once for 51");
    }

    @Test
    void tooFewOrTooShortMachinesAreRefused() {
        assertThatThrownBy(() -> FleetCheck.of(read(pumps(1, 60))))
                .hasMessageStartingWith("There are 1 lives that ended in a failure, and 10 are needed");
        assertThatThrownBy(() -> FleetCheck.of(read(pumps(12, 8))))
                .hasMessageStartingWith("Only 0 lives have 20 rows or more.");
        assertThatThrownBy(() -> FleetCheck.of(read(pumps(12, 60), List.of(), List.of("temp"))))
                .hasMessageStartingWith("No column is left to learn from.");
    }

    private static String pumps(int machines, int rows) {
        var random = new Random(1);
        var text = new StringBuilder("pump,hour,temp,still,empty,count,rul\n");
        for (int m = 0; m < machines; m++) {
            for (int i = 0; i < rows; i++) {
                int hour = i < rows / 2 ? i : i + 50;
                int end = rows - 1 + (rows / 2 < rows ? 50 : 0);
                text.append(String.format(
                        Locale.ROOT,
                        "P%d,%d,%.3f,5,,%d,%d%n",
                        m,
                        hour,
                        20 + random.nextGaussian() + 5.0 * i / rows,
                        hour,
                        end - hour));
            }
        }
        return text.toString();
    }
}
