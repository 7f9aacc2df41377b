package dev.millwright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.PlannedOperation;
import dev.millwright.plant.Reading;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.EventQuery;
import dev.millwright.twin.LotState;
import dev.millwright.twin.OperationState;
import dev.millwright.twin.TwinEngine;
import dev.millwright.twin.TwinState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class MillwrightTest {

    private static final double SPEED = 200;

    @TempDir
    private Path dir;

    /** The whole story twice: a plant that comes up works, and one that comes up again goes on where it was. */
    @Test
    void aPlantWorksFromItsOrderBookAndGoesOnAfterARestart() throws Exception {
        TwinState before;
        Set<String> done;
        OperationState halfDone;
        try (var millwright = LivePlant.start(LivePlant.boardShop(dir, SPEED))) {
            var twin = millwright.twin();
            var connected =
                    LivePlant.await(twin, "all machines are connected", state -> state.machines().values().stream()
                            .allMatch(machine -> machine.connected()));
            assertThat(connected.machines()).hasSize(14);

            var planned = LivePlant.await(twin, "a plan is in force", state -> state.plan() != null);
            assertThat(planned.orders().keySet()).hasSize(18).contains("O-101", "O-118");
            assertThat(planned.plan().plan().operations().stream().map(PlannedOperation::operation))
                    .containsExactlyInAnyOrderElementsOf(
                            steps(planned).map(OperationState::id).toList());

            var worked = LivePlant.await(
                    twin,
                    "one operation is done and another well begun",
                    state -> steps(state).anyMatch(step -> step.status().isFinal())
                            && begun(state).findAny().isPresent());
            var first = steps(worked)
                    .filter(step -> step.status().isFinal())
                    .findFirst()
                    .orElseThrow();
            assertThat(first.counts().processed()).isEqualTo(first.operation().quantity());
            assertThat(first.started()).isBefore(first.ended());
        }
        assertThat(Files.exists(dir.resolve("history.duckdb"))).isTrue();

        try (var millwright = Millwright.open(LivePlant.boardShop(dir, SPEED))) {
            var twin = millwright.twin();
            // Nothing moves before it comes alive: this is what the first life left behind.
            before = twin.state();
            assertThat(before.offset()).isGreaterThan(50);
            assertThat(before.plan()).isNotNull();
            assertThat(millwright.clock().instant()).isAfterOrEqualTo(before.time());
            assertThat(millwright.historyLag())
                    .as("closing left nothing out of history")
                    .isZero();
            done = finished(before);
            assertThat(done).isNotEmpty();
            halfDone = begun(before).findFirst().orElseThrow();

            millwright.comeAlive();

            var after = LivePlant.await(twin, "the half-done operation is finished", state -> finished(state)
                    .contains(halfDone.id()));
            var finished = steps(after)
                    .filter(step -> step.id().equals(halfDone.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(finished.counts().processed())
                    .as("parts done before the restart stay done")
                    .isEqualTo(halfDone.operation().quantity());
            assertThat(finished(after)).containsAll(done);
            assertThat(after.offset()).isGreaterThan(before.offset());
            assertThat(after.orders().keySet()).hasSize(18);
            assertThat(twin.events(
                            EventQuery.all().ofTypes(Set.of("order-added")).atMost(100)))
                    .as("no second order book")
                    .hasSize(18);
            var told = twin.events(EventQuery.all()
                    .about(finished.machine())
                    .after(before.offset())
                    .atMost(10_000));
            assertThat(told.stream().map(Event::fact))
                    .as("the machine does not begin the parts anew")
                    .noneMatch(fact -> fact instanceof Fact.PartsCounted counted
                            && counted.operation().equals(halfDone.id())
                            && counted.good() + counted.scrap() + counted.rework()
                                    < halfDone.counts().processed());
        }
    }

    /** Half an opened Millwright would keep ports and locks, and the next try would meet itself. */
    @Test
    void aMistakeLeavesNothingOpen() throws Exception {
        var blocked = Files.createDirectories(dir.resolve("history.duckdb"));
        for (int tries = 0; tries < 2; tries++) {
            assertThatThrownBy(() -> Millwright.open(LivePlant.boardShop(dir, 1)))
                    .hasMessageContaining("history.duckdb")
                    .hasMessageNotContaining("in use");
        }
        Files.delete(blocked);
        try (var millwright = Millwright.open(LivePlant.boardShop(dir, 1))) {
            assertThatThrownBy(() -> Millwright.open(LivePlant.boardShop(dir, 1)))
                    .hasMessageContaining("is in use by this process");
            assertThat(millwright.twin().lastOffset()).isZero();
            assertThat(millwright.virtualMachines()).isNull();
        }
    }

    /** Recorded machines speak through the same broker as live ones, so the twin cannot tell the difference. */
    @Test
    void recordedReadingsArriveInTheTwin() throws Exception {
        Path recording = Files.createDirectory(dir.resolve("recording"));
        // A row a minute: at speed 240 four each second of the wall, and more of them than anybody waits for.
        var rows = new StringBuilder("machine,time,s02,s03\n");
        for (int minute = 0; minute < 600; minute++) {
            var time = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(60L * minute);
            rows.append("east,%s,%d,%d%n".formatted(time, 600 + minute, 1500 + minute));
            rows.append("west,%s,%d,%d%n".formatted(time, 1600 + minute, 2500 + minute));
        }
        Files.writeString(recording.resolve("mine.csv"), rows);
        try (var millwright =
                LivePlant.start(LivePlant.settings("engine-cells", dir.resolve("data"), 240, recording))) {
            var twin = millwright.twin();
            var cells = twin.state().plant().machines();
            var east = cells.get(0).id();
            var west = cells.get(1).id();
            var state = LivePlant.await(
                    twin,
                    "three rows arrive at both cells",
                    now -> readings(twin, east, "s02").size() >= 3
                            && readings(twin, west, "s03").size() >= 3);
            assertThat(state.machines().get(cells.get(2).id()).signals()).isEmpty();
            assertRow(readings(twin, east, "s02"), 600);
            assertRow(readings(twin, east, "s03"), 1500);
            assertRow(readings(twin, west, "s02"), 1600);
            assertRow(readings(twin, west, "s03"), 2500);
            assertThat(millwright.virtualMachines()).isNull();

            // A part for each recorded cycle: the order book moves although the machines are past.
            var worked = LivePlant.await(twin, "an operation of the order book is done", now -> !finished(now)
                    .isEmpty());
            var done = steps(worked)
                    .filter(step -> step.status().isFinal())
                    .findFirst()
                    .orElseThrow();
            assertThat(done.counts().good()).isEqualTo(done.operation().quantity());
            assertThat(Duration.between(done.started(), done.ended()))
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(done.operation().quantity() - 1L));
        }
    }

    /** Recorded values follow one another a plant minute apart, with none left out. */
    private static void assertRow(SortedMap<Instant, Double> readings, double first) {
        var previous = readings.firstEntry();
        assertThat(previous.getValue()).isBetween(first, first + 400);
        for (var reading : readings.tailMap(previous.getKey().plusMillis(1)).entrySet()) {
            assertThat(reading.getValue()).isEqualTo(previous.getValue() + 1);
            assertThat(reading.getKey()).isEqualTo(previous.getKey().plusSeconds(60));
            previous = reading;
        }
    }

    private static SortedMap<Instant, Double> readings(TwinEngine twin, EquipmentId machine, String signal) {
        var query = EventQuery.all()
                .about(machine)
                .ofTypes(Set.of("readings-taken"))
                .atMost(1000);
        return twin.events(query).stream()
                .flatMap(event -> ((Fact.ReadingsTaken) event.fact()).readings().stream())
                .filter(reading -> reading.signal().equals(signal))
                .collect(Collectors.toMap(Reading::sourceTime, Reading::value, (once, _) -> once, TreeMap::new));
    }

    private static Stream<OperationState> steps(TwinState state) {
        return state.lots().values().stream().map(LotState::operations).flatMap(List::stream);
    }

    private static Set<String> finished(TwinState state) {
        return steps(state)
                .filter(step -> step.status().isFinal())
                .map(OperationState::id)
                .collect(Collectors.toSet());
    }

    /** Operations some of whose parts are done, and less than half: they do not end while a Millwright closes. */
    private static Stream<OperationState> begun(TwinState state) {
        return steps(state)
                .filter(step -> !step.status().isFinal()
                        && step.counts().processed() > 1
                        && step.left() > step.counts().processed());
    }
}
