package dev.millwright.twin;

import static dev.millwright.plant.PlantFixtures.DRILL;
import static dev.millwright.plant.PlantFixtures.PRESS_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class TwinEngineTest {

    private static final Draft OPENED = Lab.draft(0, DRILL, new Fact.ConnectionOpened());

    @TempDir
    Path directory;

    @Test
    void anAcceptedEventIsInTheStateToldAndInTheJournal() throws Exception {
        try (var engine = Lab.open(directory)) {
            var told = new ArrayList<Change>();
            try (var _ = engine.subscribe(told::add)) {
                var event = engine.accept(OPENED).get();
                assertThat(event.offset()).isEqualTo(1);
                assertThat(engine.state().machines().get(DRILL).connected()).isTrue();
                assertThat(told).extracting(Change::event).containsExactly(event);
                assertThat(told.getFirst().before().offset()).isZero();
                assertThat(engine.event("e1")).contains(event);
                assertThat(engine.event("e2")).isEmpty();
                assertThat(engine.event("x")).isEmpty();
            }
            engine.accept(Lab.state(1, DRILL, PackMlState.IDLE)).get();
            assertThat(told).hasSize(1);
            assertThat(engine.acceptAll(List.of()).get()).isEmpty();
        }
    }

    /** What a restart hears again must be what was heard the first time, states before and after included. */
    @Test
    void retellsChangesAsTheyWereToldTheFirstTime() throws Exception {
        var told = new ArrayList<Change>();
        try (var engine = Lab.open(directory)) {
            try (var _ = engine.subscribe(told::add)) {
                engine.accept(OPENED).get();
                engine.accept(Lab.state(1, DRILL, PackMlState.IDLE)).get();
                engine.accept(Lab.state(2, DRILL, PackMlState.EXECUTE)).get();
            }
        }
        try (var engine = Lab.open(directory)) {
            var again = new ArrayList<Change>();
            engine.retell(1, again::add);
            assertThat(again)
                    .extracting(Change::event)
                    .containsExactly(told.get(1).event(), told.get(2).event());
            for (int i = 0; i < 2; i++) {
                assertThat(again.get(i).before().hash())
                        .isEqualTo(told.get(i + 1).before().hash());
                assertThat(again.get(i).after().hash())
                        .isEqualTo(told.get(i + 1).after().hash());
            }
            engine.retell(3, again::add);
            assertThat(again).hasSize(2);
        }
    }

    @Test
    void aRefusedDraftRefusesAllThatCameWithItAndLeavesNoTrace() throws Exception {
        try (var engine = Lab.open(directory)) {
            var nobody = EquipmentId.of("hall/nobody");
            assertRefused(engine.acceptAll(List.of(OPENED, Lab.state(0, nobody, PackMlState.IDLE))), "no machine");
            assertThat(engine.lastOffset()).isZero();
            assertRefused(engine.accept(Lab.draft(0, nobody, new Fact.LotArrived("L"))), "no machine");
            assertRefused(engine.accept(Lab.draft(0, DRILL, new Fact.OrderCancelled("O-9", "ann"))), "no order 'O-9'");
            assertRefused(engine.accept(Lab.draft(0, DRILL, new Fact.AlarmCleared("a"))), "no alarm 'a'");
            assertRefused(engine.accept(Lab.draft(0, DRILL, new Fact.ReworkAdded("L", "x", List.of()))), "no lot 'L'");
            engine.accept(Lab.draft(0, DRILL, PlantFixtures.orderAdded("O-1", 5)))
                    .get();
            assertRefused(engine.accept(Lab.draft(0, DRILL, PlantFixtures.orderAdded("O-1", 5))), "O-1 exists already");
            var buffer = EquipmentId.of("hall/area/line-1/cell/store");
            engine.accept(Lab.draft(0, buffer, new Fact.LotArrived("O-1.1"))).get();
            assertThat(engine.state().lots().get("O-1.1").location()).isEqualTo(buffer);
        }
    }

    @Test
    void anIllegalCommandIsRefusedWithTheLegalOnes() throws Exception {
        try (var engine = Lab.open(directory)) {
            assertThat(engine.refusal(DRILL, PackMlCommand.STOP).orElseThrow()).contains("not connected");
            engine.acceptAll(List.of(OPENED, Lab.state(0, DRILL, PackMlState.IDLE)))
                    .get();
            assertThat(engine.refusal(DRILL, PackMlCommand.START)).isEmpty();
            assertThat(engine.refusal(DRILL, PackMlCommand.HOLD).orElseThrow())
                    .contains("is IDLE", "It takes [START, STOP, ABORT] now");
            assertThat(engine.refusal(EquipmentId.of("x"), PackMlCommand.STOP)).isPresent();
            assertRefused(
                    engine.accept(Lab.draft(1, DRILL, new Fact.CommandIssued(PackMlCommand.HOLD, "ann"))), "is IDLE");
        }
    }

    @Test
    void theSameReportTwiceIsWrittenOnceAndAnsweredTwice() throws Exception {
        try (var engine = Lab.open(directory)) {
            var first = engine.accept(Lab.reading(1, DRILL, "temperature", 60)).get();
            assertThat(engine.accept(Lab.reading(1, DRILL, "temperature", 60)).get())
                    .isEqualTo(first);
            assertThat(engine.lastOffset()).isEqualTo(1);
        }
    }

    @Test
    void alarmsFollowTheirCauseAndClearWithHysteresis() throws Exception {
        try (var engine = Lab.open(directory)) {
            var id = AlarmState.id(DRILL, "temperature.high");
            engine.accept(Lab.reading(1, DRILL, "temperature", 89)).get();
            var cause = engine.accept(Lab.reading(2, DRILL, "temperature", 91)).get();
            var alarm = engine.state().alarms().get(id);
            assertThat(alarm.phase()).isEqualTo(AlarmPhase.UNACKNOWLEDGED_ACTIVE);
            assertThat(alarm.message()).isEqualTo("temperature is 91.00 °C, above 90.0 °C.");
            assertThat(engine.events(alarm.offset(), 1).getFirst().causation()).isEqualTo(cause.id());
            engine.accept(Lab.reading(3, DRILL, "temperature", 89)).get();
            assertThat(engine.state().alarms().get(id).active())
                    .as("within hysteresis")
                    .isTrue();
            engine.accept(Lab.reading(4, DRILL, "temperature", 88)).get();
            assertThat(engine.state().alarms().get(id).active()).isFalse();

            engine.accept(Lab.state(5, DRILL, PackMlState.EXECUTE)).get();
            engine.accept(Lab.draft(6, DRILL, new Fact.MachineStateChanged(PackMlState.ABORTED, "spindle")))
                    .get();
            var broken = engine.state().alarms().get(AlarmState.id(DRILL, "aborted"));
            assertThat(broken.message()).isEqualTo("Broken down: spindle.");
            engine.accept(Lab.state(7, DRILL, PackMlState.STOPPED)).get();
            assertThat(engine.state().alarms().get(broken.id()).active()).isFalse();
        }
    }

    @Test
    void silenceAndShelvingEndByThePlantsClock() throws Exception {
        try (var engine = Lab.open(directory)) {
            var id = AlarmState.id(DRILL, "stale");
            engine.acceptAll(List.of(OPENED, Lab.reading(1, DRILL, "temperature", 60)))
                    .get();
            assertThat(engine.ticked(Lab.at(1).plusSeconds(5)).get()).isEmpty();
            assertThat(engine.ticked(Lab.at(1).plusSeconds(6)).get()).hasSize(1);
            assertThat(engine.ticked(Lab.at(1).plusSeconds(7)).get())
                    .as("told once")
                    .isEmpty();
            var signal = engine.state().machines().get(DRILL).signals().get("temperature");
            assertThat(signal.staleSince()).isEqualTo(Lab.at(1).plusSeconds(5));
            assertThat(engine.state().alarms().get(id).active()).isTrue();

            engine.accept(Lab.draft(2, DRILL, new Fact.AlarmShelved(id, "ann", Lab.at(30), null)))
                    .get();
            engine.accept(Lab.reading(3, DRILL, "temperature", 60)).get();
            assertThat(engine.state().alarms().get(id).active()).isFalse();
            assertThat(engine.state().alarms().get(id).phase()).isEqualTo(AlarmPhase.SHELVED);
            engine.tick(Lab.at(31));
            engine.ticked(Lab.at(31)).get();
            assertThat(engine.state().alarms().get(id).shelvedUntil()).isNull();

            engine.accept(Lab.draft(40, DRILL, new Fact.ConnectionLost("cable")))
                    .get();
            var lost = AlarmState.id(DRILL, "connection-lost");
            assertThat(engine.state().alarms().get(lost).active()).isTrue();
            engine.accept(Lab.draft(41, DRILL, new Fact.ConnectionOpened())).get();
            assertThat(engine.state().alarms().get(lost).active()).isFalse();
        }
    }

    @Test
    void eventsAreFoundBySubjectTypeTimeAndStoryInBothDirections() throws Exception {
        try (var engine = Lab.open(directory)) {
            for (int i = 0; i < 20; i++) {
                engine.accept(Lab.state(i, i % 2 == 0 ? DRILL : PRESS_1, PackMlState.ofCode(10 + i % 3)))
                        .get();
            }
            var first = engine.events(1, 1).getFirst();
            var told = engine.accept(
                            Lab.draft(30, DRILL, new Fact.PlanFailed("x")).causedBy(first))
                    .get();
            assertThat(engine.events(EventQuery.all().inStory(first.id()))).containsExactly(first, told);
            assertThat(engine.events(EventQuery.all().about(DRILL))).hasSize(11);
            assertThat(engine.events(
                            EventQuery.all().about(EquipmentId.of("hall")).ofTypes(Set.of("plan-failed"))))
                    .containsExactly(told);
            assertThat(engine.events(EventQuery.all().between(Lab.at(3), Lab.at(5))))
                    .extracting(Event::offset)
                    .containsExactly(4L, 5L);
            var page = engine.events(EventQuery.all().backwards().atMost(2));
            assertThat(page).extracting(Event::offset).containsExactly(21L, 20L);
            assertThat(engine.events(EventQuery.all().backwards().atMost(2).after(20)))
                    .extracting(Event::offset)
                    .containsExactly(19L, 18L);
            assertThat(engine.events(EventQuery.all().after(19))).hasSize(2);
            assertThatThrownBy(() -> EventQuery.all().atMost(0)).hasMessageContaining("limit 0");
        }
    }

    @Test
    void aSubscriberThatThrowsHarmsNobodyAndOneThatAnswersDoesNotBlock() throws Exception {
        try (var engine = TwinEngine.open(
                PlantFixtures.cell(), directory, new TwinSettings(1 << 20, 10, 1, java.time.Duration.ZERO), Lab.WALL)) {
            var answers = new ArrayList<CompletableFuture<Event>>();
            engine.subscribe(change -> {
                throw new IllegalStateException("subscriber on purpose");
            });
            engine.subscribe(change -> {
                if (change.event().fact() instanceof Fact.ConnectionOpened) {
                    for (int i = 0; i < 5; i++) {
                        answers.add(engine.accept(Lab.reading(i, DRILL, "vibration", 2)));
                    }
                }
            });
            engine.accept(OPENED).get();
            for (var answer : answers) {
                answer.get();
            }
            assertThat(engine.lastOffset()).isEqualTo(6);
        }
    }

    @Test
    void aFullDiskStopsTheTwinAndReopeningItKeepsWhatWasAcknowledged() throws Exception {
        assertNothingIsAcknowledgedWhen(FailingDisk::fill, "No space left on device", TwinSettings.DEFAULT);
    }

    /** The bytes are in the file, and still nobody may be told so: after a power failure they would be gone. */
    @Test
    void aFailingSyncAcknowledgesNothingAndWhatItWroteDoesNotComeBack() throws Exception {
        assertNothingIsAcknowledgedWhen(FailingDisk::breakSync, "Input/output error", TwinSettings.DEFAULT);
    }

    @Test
    void aFailingSyncOfANewFileAcknowledgesNothingEither() throws Exception {
        assertNothingIsAcknowledgedWhen(
                FailingDisk::breakSync, "Input/output error", TwinSettings.DEFAULT.withSegmentBytes(1024));
    }

    private void assertNothingIsAcknowledgedWhen(Consumer<FailingDisk> fail, String why, TwinSettings settings)
            throws Exception {
        var disk = new FailingDisk();
        var acknowledged = new ArrayList<>(List.of(OPENED));
        for (int minute = 1; minute <= 50; minute++) { // enough for the smallest file
            acknowledged.add(Lab.reading(minute, DRILL, "temperature", minute));
        }
        String hash;
        try (var engine = TwinEngine.open(PlantFixtures.cell(), directory, settings, Lab.WALL, disk)) {
            engine.acceptAll(acknowledged).get();
            hash = engine.state().hash();
            var told = new ArrayList<Change>();
            engine.subscribe(told::add);
            fail.accept(disk);
            var answers = new ArrayList<CompletableFuture<Event>>();
            for (int minute = 1; minute <= 20; minute++) {
                answers.add(engine.accept(Lab.reading(60 + minute, DRILL, "vibration", minute)));
            }
            for (var answer : answers) {
                assertThatThrownBy(answer::get)
                        .hasCauseInstanceOf(TwinUnavailable.class)
                        .hasMessageContaining(why);
            }
            disk.mend();
            assertThatThrownBy(() -> engine.accept(Lab.state(90, DRILL, PackMlState.IDLE))
                            .get())
                    .as("a disk that seems well again is not trusted before a restart")
                    .hasCauseInstanceOf(TwinUnavailable.class);
            assertThat(engine.trouble().orElseThrow()).contains("No more events are taken");
            assertThat(engine.state().hash()).isEqualTo(hash);
            assertThat(told).isEmpty();
            assertThat(Lab.journal(engine)).hasSameSizeAs(acknowledged);
        }
        try (var engine = Lab.open(directory)) {
            assertThat(engine.state().hash()).isEqualTo(hash);
            engine.accept(Lab.state(90, DRILL, PackMlState.IDLE)).get();
            assertThat(Lab.journal(engine)).hasSize(acknowledged.size() + 1);
        }
    }

    @Test
    void aDirectoryInUseAndAClosedTwinAreRefusedClearly() {
        var engine = Lab.open(directory);
        try (engine) {
            assertThatThrownBy(() -> Lab.open(directory))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("is in use by this process");
        }
        engine.close();
        assertThat(engine.accept(OPENED)).isCompletedExceptionally();
        assertThat(engine.trouble()).isEmpty();
    }

    private static void assertRefused(CompletableFuture<?> answer, String why) {
        assertThatThrownBy(answer::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TwinRefusal.class)
                .hasMessageContaining(why);
    }
}
