package dev.millwright.maintenance.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.maintenance.features.UnitRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines that live on after a failure, told by a second file; and files that are larger than memory. */
class LivesTest {
    private static final String TELEMETRY = """
            pump,hour,load,temp
            A,0,1,20
            B,0,1,30
            A,1,1,21
            B,1,1,31
            A,2,1,22
            A,4,2,23
            B,4,2,33
            A,6,2,24
            A,7,2,25
            """;

    @TempDir
    private Path dir;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text);
    }

    private FleetSource source(String telemetry, String failures, @Nullable String renewals) throws IOException {
        return new FleetSource(
                file("telemetry.csv", telemetry),
                new Columns("pump", "hour", List.of("load"), List.of()),
                file("failures.csv", failures),
                renewals == null ? null : file("maintenance.csv", renewals),
                FleetSource.MOST);
    }

    private Fleet read(String failures, @Nullable String renewals) throws IOException {
        return FleetFile.read(source(TELEMETRY, failures, renewals));
    }

    @Test
    void aLifeEndsWithItsFailureAndTheNextBeginsWithTheNextRow() throws IOException {
        var fleet = read("hour,pump\n6.5,A\n2,A\n4,B\n", null);
        assertThat(fleet.units()).extracting(UnitRun::unit).containsExactlyInAnyOrder("A", "A", "B");
        assertThat(fleet.machines()).isEqualTo(2);
        var lives =
                fleet.units().stream().filter(unit -> unit.unit().equals("A")).toList();
        assertThat(lives.getFirst().ages())
                .as("a row at the failure is its last")
                .containsExactly(0, 1, 2);
        assertThat(lives.getLast().ages())
                .as("from row 4 to the failure at 6.5, when nothing was measured")
                .containsExactly(0, 2, 2.5);
        assertThat(lives.getLast().rows()[2]).containsExactly(2, Double.NaN);
        assertThat(lives.getLast().left(0)).isEqualTo(2.5);
        assertThat(fleet.remarks())
                .as("A runs on after 6.5, B does not")
                .containsExactly("1 lives did not end in a failure and are not learned from.");
    }

    @Test
    void aLifeThatMaintenanceEndedIsNotLearnedFrom() throws IOException {
        var fleet = read("pump,hour\nA,7\nB,4\n", "pump,hour\nA,3\nA,7\nB,0.5\n");
        assertThat(fleet.units()).hasSize(2);
        assertThat(fleet.units().getLast().ages()).as("B after 0.5").containsExactly(0, 3);
        assertThat(fleet.units().getFirst().ages()).as("A after 3").containsExactly(0, 2, 3);
        assertThat(fleet.remarks()).containsExactly("2 lives did not end in a failure and are not learned from.");
    }

    @Test
    void failuresThatEndNoLifeArePassedOverAndSaid() throws IOException {
        var fleet = read("pump,hour\nA,-3\nA,2\nA,3\nA,7\nB,4\n", null);
        assertThat(fleet.units()).hasSize(3);
        assertThat(String.join("\n", fleet.remarks()))
                .contains("1 failures lie before their machine's first row and are passed over; one is machine A,")
                .contains("failures.csv line 2")
                .contains("1 failures have no row since the end before and are passed over; one is machine A,")
                .contains("failures.csv line 4");
    }

    @Test
    void whatCannotBeIsNamedByFileAndLine() {
        refused("pump,hour\nA,2\nA,2\n", "failures.csv line 3 says the same of machine A as line 2.");
        refused(
                "pump,hour\nA,2\nC,2\n",
                "failures.csv line 3: machine 'C' has no row of telemetry.\nMachines are A, B;");
        refused("pump,hour\nA,2026-11-25T06:00:00Z\n", "telemetry.csv line 2, column 'hour' says '0'.\nTimes are all");
        refused("pump,hour\nA,soon\n", "failures.csv line 2, column 'hour' says 'soon'.");
        refused("pump,hour\n,3\n", "failures.csv line 2, column 'pump' says ''.");
        refused("pump,day\nA,3\n", "failures.csv has no column 'hour'.");
        refused("pump,hour\n", "failures.csv has a header and no rows.");
        assertThatThrownBy(() -> FleetCheck.of(read("pump,hour\nA,-3\nA,2\nB,4\n", null)))
                .as("too few, with what was passed over")
                .hasMessageContaining("There are 2 lives that ended in a failure")
                .hasMessageContaining("1 failures lie before");
    }

    private void refused(String failures, String what) {
        assertThatThrownBy(() -> read(failures, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(what);
    }

    /** One machine, however often it failed, cannot be learned from and judge what was learned. */
    @Test
    void manyLivesOfFewMachinesAreRefused() throws IOException {
        var telemetry = new StringBuilder("pump,hour,load,temp\n");
        var failures = new StringBuilder("pump,hour\n");
        for (int hour = 0; hour < 500; hour++) {
            telemetry.append("A,%d,1,%d%n".formatted(hour, hour % 20));
            failures.append(hour % 40 == 39 ? "A,%d%n".formatted(hour) : "");
        }
        var fleet = FleetFile.read(source(telemetry.toString(), failures.toString(), null));
        assertThat(fleet.units()).hasSize(12);
        assertThatThrownBy(() -> FleetCheck.of(fleet)).hasMessageStartingWith("All failures are of 1 machines, and 5");
    }

    @Test
    void aWatcherSeesEachLifeFromItsBeginning() throws IOException {
        var seen = new ArrayList<String>();
        FleetFile.watch(source(TELEMETRY, "pump,hour\nA,2\nB,9\n", null), new FleetFile.Watcher() {
            @Override
            public void row(String unit, double age, double[] row) {
                seen.add("%s %.0f".formatted(unit, age));
            }

            @Override
            public void end(String unit) {
                seen.add(unit + " ends");
            }
        });
        assertThat(seen)
                .containsExactly("A 0", "B 0", "A 1", "B 1", "A 2", "A ends", "A 0", "B 4", "A 2", "A 3", "B ends");
    }

    /** 86,000 numbers where 10,000 fit: what is kept is bounded, and of each life beginning and end are exact. */
    @Test
    void aFileThatDoesNotFitIsThinnedAndSaid() throws IOException {
        var text = new StringBuilder("pump,hour,temp,flow\n");
        int[] lives = {15_000, 8_001, 5, 1, 20_002};
        for (int hour = 0; hour < 20_002; hour++) {
            for (int pump = 0; pump < lives.length; pump++) {
                if (hour < lives[pump]) {
                    text.append('P').append(pump).append(',').append(hour + 100).append(',');
                    text.append(hour).append(',').append(pump).append('\n');
                }
            }
        }
        long most = 10_000;
        var source = new FleetSource(
                file("large.csv", text.toString()),
                new Columns("pump", "hour", List.of(), List.of()),
                null,
                null,
                most);
        var fleet = FleetFile.read(source);
        assertThat(fleet.rows() * 2).isBetween(most / 10, most);
        assertThat(Integer.bitCount(fleet.everyNth())).isEqualTo(1);
        assertThat(fleet.everyNth()).isGreaterThan(8);
        for (int pump = 0; pump < lives.length; pump++) {
            var unit = fleet.units().get(pump);
            assertThat(unit.ages()[0]).isZero();
            assertThat(unit.life()).as(unit.unit()).isEqualTo(lives[pump] - 1);
            for (int i = 0; i < unit.length() - 1; i++) {
                assertThat(unit.ages()[i]).isEqualTo((double) i * fleet.everyNth());
                assertThat(unit.rows()[i]).containsExactly(unit.ages()[i], pump);
            }
        }
        assertThat(fleet.remarks())
                .singleElement()
                .asString()
                .startsWith("large.csv is large: each life is learned from its first row, every %dth after it"
                        .formatted(fleet.everyNth()));
        assertThatThrownBy(() -> FleetFile.read(new FleetSource(source.telemetry(), source.columns(), null, null, 20)))
                .hasMessageContaining("has 3 lives, whose beginnings alone are more than 20 numbers.");
    }
}
