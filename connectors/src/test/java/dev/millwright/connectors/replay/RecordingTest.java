package dev.millwright.connectors.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.plant.MachineMode;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Plant;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Quality;
import dev.millwright.plant.Reading;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

    private static final Plant PLANT = PlantFixtures.cell();
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void enginesRunUntilTheyFailAndTheNextOneTakesTheirCell() throws IOException {
        // Four engines of two, one, one and one cycles on three machines: the fourth follows the first.
        write("train_FD001.txt", engine(1, 2) + engine(2, 1) + engine(3, 1) + engine(4, 1));
        var recording = Recording.detect(folder, PLANT);
        assertThat(recording.title()).isEqualTo("C-MAPSS FD001: 4 engines run to failure on 3 test cells");
        assertThat(recording.machines())
                .containsExactly(PlantFixtures.PRESS_1, PlantFixtures.PRESS_2, PlantFixtures.DRILL);
        var drafts = recording.drafts(START).toList();
        assertThat(drafts).extracting(Draft::time).isSorted().first().isEqualTo(START);

        var first = drafts.stream()
                .filter(draft -> draft.subject().equals(PlantFixtures.PRESS_1))
                .toList();
        assertThat(first.stream().map(Draft::fact).filter(fact -> !(fact instanceof Fact.ReadingsTaken)))
                .containsExactly(
                        new Fact.MachineModeChanged(MachineMode.PRODUCTION),
                        new Fact.MachineStateChanged(PackMlState.EXECUTE, null),
                        new Fact.MachineStateChanged(PackMlState.ABORTED, "engine failed"),
                        new Fact.MachineModeChanged(MachineMode.MAINTENANCE),
                        new Fact.MaintenanceStarted("engine-1"),
                        new Fact.MaintenanceFinished("engine-1"),
                        new Fact.MachineModeChanged(MachineMode.PRODUCTION),
                        new Fact.MachineStateChanged(PackMlState.IDLE, "engine replaced"),
                        new Fact.MachineStateChanged(PackMlState.EXECUTE, null),
                        new Fact.MachineStateChanged(PackMlState.ABORTED, "engine failed"),
                        new Fact.MachineModeChanged(MachineMode.MAINTENANCE),
                        new Fact.MaintenanceStarted("engine-4"),
                        new Fact.MaintenanceFinished("engine-4"),
                        new Fact.MachineModeChanged(MachineMode.PRODUCTION),
                        new Fact.MachineStateChanged(PackMlState.IDLE, "engine replaced"));
        var readings = readings(first);
        assertThat(readings).hasSize(3);
        assertThat(readings.getFirst()).hasSize(24);
        assertThat(readings.getFirst().get(3)).isEqualTo(Reading.good("s01", 4, START));
        assertThat(readings.getFirst().getLast()).isEqualTo(Reading.good("s21", 24, START));
        assertThat(readings.get(1).getFirst().sourceTime()).isEqualTo(START.plus(Duration.ofMinutes(6)));
        assertThat(readings.get(2).getFirst().sourceTime()).isEqualTo(START.plus(Duration.ofMinutes(156)));
        assertThatThrownBy(() -> Recording.detect(folder, PLANT, "FD009"))
                .hasMessageContaining("train_FD009.txt")
                .hasMessageContaining("FD001");
    }

    @Test
    void semicolonTablesOfSkabLoseTheirLabelsAndKeepTheirSignals() throws IOException {
        write("valve1/0.csv", """
                datetime;Current;Volume Flow RateRMS;anomaly;changepoint
                2020-03-09 10:14:33;1.5;32.0;0.0;0.0
                2020-03-09 10:14:34;1.25;;1.0;0.0
                """);
        write("valve1/1.csv", "datetime;Current;anomaly\n2020-03-09 12:00:00;9;0\n");
        var drafts = Recording.detect(folder, PLANT).drafts(START).toList();

        var second = START.plusSeconds(1);
        assertThat(readings(drafts))
                .containsExactly(
                        List.of(Reading.good("Current", 1.5, START), Reading.good("Volume Flow RateRMS", 32, START)),
                        List.of(Reading.good("Current", 9, START)),
                        List.of(
                                Reading.good("Current", 1.25, second),
                                new Reading("Volume Flow RateRMS", Double.NaN, second, Quality.BAD)));
        assertThat(drafts.stream().filter(draft -> draft.fact() instanceof Fact.MachineStateChanged))
                .extracting(Draft::subject)
                .containsExactly(PlantFixtures.PRESS_1, PlantFixtures.PRESS_2);
        assertThat(Recording.detect(folder, PLANT, "1.csv").machines()).hasSize(1);
    }

    @Test
    void aMachineColumnPartsATableAndMoreSeriesThanMachinesQueueUp() throws IOException {
        String rows = IntStream.range(0, 4)
                .mapToObj(n -> "m%d,%d,%d%n".formatted(n, 1_600_000_000L + n, n))
                .collect(Collectors.joining());
        write("mine.csv", "machine,time,load\n" + rows);
        var drafts = Recording.detect(folder, PLANT).drafts(START).toList();

        assertThat(readings(drafts).stream().map(List::getFirst))
                .containsExactly(
                        Reading.good("load", 0, START),
                        Reading.good("load", 1, START),
                        Reading.good("load", 2, START),
                        Reading.good("load", 3, START.plusSeconds(60)));
    }

    @Test
    void theFactoryLogTellsStatesCountsAndProducts() throws IOException {
        write("log.csv", """
                ts,asset,items,status,status_time,power_avg,cycle_time,alarm,product
                2022-08-31 22:00:00+00:00,0,4.0,2.0,43.0,2.0,10.5,0,7
                2022-08-31 22:05:00+00:00,0,3.0,2.0,43.0,2.5,10.5,0,7
                2022-08-31 22:10:00+00:00,0,0.0,3.0,43.0,0.0,0.0,1,8
                2022-08-31 22:15:00+00:00,0,0.0,1.0,43.0,0.0,0.0,0,8
                """);
        var drafts = Recording.detect(folder, PLANT).drafts(START).toList();

        assertThat(drafts.stream().map(Draft::fact).filter(fact -> !(fact instanceof Fact.ReadingsTaken)))
                .containsExactly(
                        new Fact.OperationStarted("press-1-1", "press-1-1:7"),
                        new Fact.MachineModeChanged(MachineMode.PRODUCTION),
                        new Fact.MachineStateChanged(PackMlState.EXECUTE, null),
                        new Fact.PartsCounted("press-1-1", "press-1-1:7", 4, 0, 0),
                        new Fact.PartsCounted("press-1-1", "press-1-1:7", 7, 0, 0),
                        new Fact.OperationCompleted("press-1-1", "press-1-1:7", 7, 0, 0),
                        new Fact.OperationStarted("press-1-2", "press-1-2:8"),
                        new Fact.MachineModeChanged(MachineMode.PRODUCTION),
                        new Fact.MachineStateChanged(PackMlState.ABORTED, "alarm"),
                        new Fact.MachineModeChanged(MachineMode.MANUAL),
                        new Fact.MachineStateChanged(PackMlState.IDLE, null));
        assertThat(readings(drafts).get(1))
                .containsExactly(
                        Reading.good("power", 2.5, START.plusSeconds(300)),
                        Reading.good("cycle_time", 10.5, START.plusSeconds(300)));
    }

    @Test
    void whatIsNoRecordingIsRefusedWithTheListOfWhatIs() throws IOException {
        write("notes.csv", "a,b\n1,2\n");
        assertThatThrownBy(() -> Recording.detect(folder, PLANT))
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("C-MAPSS")
                .hasMessageContaining("SKAB")
                .hasMessageContaining("NAB")
                .hasMessageContaining("SME");
        assertThatThrownBy(() -> Recording.detect(folder.resolve("nowhere"), PLANT))
                .hasMessageContaining("is no folder");
        write("late.csv", "time,x\n2020-01-01T00:00:00Z,1\nsoon,2\n");
        assertThatThrownBy(() -> Recording.detect(folder, PLANT))
                .hasMessageContaining("line 3")
                .hasMessageContaining("soon");
    }

    @Test
    void thePlayerTellsWhatIsDueAndKnowsThePresent() throws IOException {
        write("mine.csv", "timestamp,load\n2020-01-01,1\n2020-01-02T00:00:00+00:00,2\n1577923200000,3\n");
        var told = new ArrayList<Draft>();
        try (var player = new ReplayPlayer(Recording.detect(folder, PLANT), START, told::add)) {
            assertThat(player.describe(PlantFixtures.PRESS_1)).isEmpty();
            player.advanceTo(START.minusSeconds(1));
            assertThat(told).isEmpty();
            player.advanceTo(START);
            assertThat(told).hasSize(3);
            assertThat(player.isOver()).isFalse();
            player.advanceTo(START.plus(Duration.ofDays(2)));
            assertThat(player.isOver()).isTrue();
            assertThat(player.told()).isEqualTo(5).isEqualTo(told.size());
            assertThat(player.describe(PlantFixtures.PRESS_1))
                    .contains(told.getLast())
                    .hasSize(3);
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Cycles whose settings and sensors count from 1 to 24. */
    private static String engine(int unit, int cycles) {
        String values = IntStream.rangeClosed(1, 24).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        return IntStream.rangeClosed(1, cycles)
                .mapToObj(cycle -> unit + " " + cycle + " " + values + "  \n")
                .collect(Collectors.joining());
    }

    private static List<List<Reading>> readings(List<Draft> drafts) {
        return drafts.stream()
                .map(Draft::fact)
                .filter(Fact.ReadingsTaken.class::isInstance)
                .map(fact -> ((Fact.ReadingsTaken) fact).readings())
                .toList();
    }
}
