package dev.millwright.loop.health;

import static dev.millwright.plant.PlantFixtures.DRILL;
import static dev.millwright.plant.PlantFixtures.PRESS_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.maintenance.live.TrainedModels;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Reading;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.TwinEngine;
import dev.millwright.twin.TwinSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill that was maintained, learned what is normal, and has been shaking ever since. */
class RecallTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T06:00:00Z");
    private static final int LATEST = 60;
    private static final int BEGINNING = 50;

    @TempDir
    private Path dir;

    @BeforeEach
    void live() {
        try (var twin = open()) {
            for (int hour = 0; hour < 20; hour++) {
                tell(twin, hour, vibration(hour, 6)); // an earlier life
            }
            tell(twin, 20, new Fact.MaintenanceFinished("W-1"));
            tell(twin, 21, new Fact.MachineStateChanged(PackMlState.EXECUTE, null));
            for (int hour = 21; hour < 300; hour++) {
                tell(twin, hour, vibration(hour, hour < 70 ? 2 : 5));
                twin.accept(Draft.of(at(hour), "test", PRESS_1, new Fact.ConnectionOpened()))
                        .join();
            }
        }
    }

    /** Without the beginning, the drill's shaking would be learned as what is normal for it. */
    @Test
    void aWornMachineIsStillWornAfterARestart() {
        try (var twin = open()) {
            var assessments = new Assessments(
                    PlantFixtures.cell(), Duration.ofMinutes(5), 1, TrainedModels.NONE, twin::state, twin::accept);
            var recall = new Recall(twin, twin.lastOffset(), LATEST, BEGINNING);
            recall.tell(assessments::recall);
            assessments.catchUp(recall.reaches());
            assertThat(twin.state().machines().get(DRILL).health().value()).isLessThan(0.5);
            assertThat(twin.state().wishes().values()).hasSize(1);
        }
    }

    @Test
    void tellsTheBeginningOfTheMachinesLifeItsStateAndTheLatestPast() {
        try (var twin = open()) {
            var heard = new ArrayList<Event>();
            new Recall(twin, twin.lastOffset(), LATEST, BEGINNING).tell(heard::add);
            assertThat(heard.getFirst().fact()).isInstanceOf(Fact.MaintenanceFinished.class);
            assertThat(heard).allMatch(event -> event.subject().equals(DRILL)).doesNotHaveDuplicates();
            assertThat(heard).isSortedAccordingTo((a, b) -> Long.compare(a.offset(), b.offset()));
            assertThat(heard.getLast().offset()).isGreaterThanOrEqualTo(twin.lastOffset() - 1);
            assertThat(heard).hasSize(BEGINNING + LATEST / 2);
        }
    }

    @Test
    void leavesWhatIsHeardLiveToBeHeardLive() {
        try (var twin = open()) {
            var heard = new ArrayList<Event>();
            new Recall(twin, 100, LATEST, BEGINNING).tell(heard::add);
            assertThat(heard).allMatch(event -> event.offset() <= 100);
        }
    }

    private void tell(TwinEngine twin, int hour, Fact fact) {
        twin.accept(Draft.of(at(hour), "test", DRILL, fact)).join();
    }

    private static Fact vibration(int hour, double value) {
        return new Fact.ReadingsTaken(List.of(Reading.good("vibration", value, at(hour))));
    }

    private static Instant at(int hour) {
        return MONDAY.plus(Duration.ofHours(hour));
    }

    private TwinEngine open() {
        return TwinEngine.open(PlantFixtures.cell(), dir.resolve("journal"), TwinSettings.DEFAULT, Clock.systemUTC());
    }
}
