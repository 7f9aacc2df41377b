package dev.millwright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.plant.PlannedOperation;
import dev.millwright.plant.Reading;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.EventQuery;
import dev.millwright.twin.LotState;
import dev.millwright.twin.OperationState;
import dev.millwright.twin.TwinState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class MillwrightTest {

    private static final double SPEED = 400;

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
        Files.writeString(recording.resolve("mine.csv"), """
                machine,time,s02,s03
                east,2020-01-01T00:00:00Z,641.5,1580
                west,2020-01-01T00:00:00Z,700.5,1600
                east,2020-01-01T00:00:30Z,642.5,1581
                west,2020-01-01T00:00:30Z,701.5,1601
                east,2020-01-01T00:01:00Z,643.5,1582
                """);
        try (var millwright = LivePlant.start(LivePlant.settings("engine-cells", dir.resolve("data"), 60, recording))) {
            var twin = millwright.twin();
            var cells = twin.state().plant().machines();
            var east = cells.get(0).id();
            var west = cells.get(1).id();
            var state = LivePlant.await(
                    twin,
                    "the last rows arrive",
                    now -> value(now, east.path(), "s02") == 643.5 && value(now, west.path(), "s03") == 1601);
            assertThat(value(state, east.path(), "s03")).isEqualTo(1582);
            var readings =
                    twin
                            .events(EventQuery.all()
                                    .about(east)
                                    .ofTypes(Set.of("readings-taken"))
                                    .atMost(100))
                            .stream()
                            .flatMap(event -> ((Fact.ReadingsTaken) event.fact()).readings().stream())
                            .filter(reading -> reading.signal().equals("s02"))
                            // A birth certificate tells the latest reading before the earlier ones that waited for it.
                            .sorted(Comparator.comparing(Reading::sourceTime))
                            .toList();
            assertThat(readings.stream().map(reading -> reading.value()).distinct())
                    .containsExactly(641.5, 642.5, 643.5);
            assertThat(readings.getFirst().sourceTime().plusSeconds(60))
                    .isEqualTo(readings.getLast().sourceTime());
            assertThat(state.machines().get(cells.get(2).id()).signals()).isEmpty();
            assertThat(millwright.virtualMachines()).isNull();
        }
    }

    private static double value(TwinState state, String machine, String signal) {
        return state.machines().values().stream()
                .filter(known -> known.id().path().equals(machine))
                .flatMap(known -> Stream.ofNullable(known.signals().get(signal)))
                .mapToDouble(known -> known.reading().value())
                .findFirst()
                .orElse(Double.NaN);
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

    /** Operations some of whose parts are done, and not all. */
    private static Stream<OperationState> begun(TwinState state) {
        return steps(state)
                .filter(step -> !step.status().isFinal() && step.counts().processed() > 1 && step.left() > 0);
    }
}
