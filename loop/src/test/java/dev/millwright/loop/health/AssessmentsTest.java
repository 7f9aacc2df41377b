package dev.millwright.loop.health;

import static dev.millwright.plant.PlantFixtures.DRILL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.maintenance.live.TrainedModels;
import dev.millwright.plant.MaintenanceWish;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Reading;
import dev.millwright.plant.RiskLevel;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.Fold;
import dev.millwright.twin.PlantIndex;
import dev.millwright.twin.TwinState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A drill whose vibration tells of its wear: 2 mm/s when new, broken at 7. */
class AssessmentsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T06:00:00Z");

    private TwinState twin = TwinState.initial(new PlantIndex(PlantFixtures.cell()));
    private final List<Event> told = new ArrayList<>();
    private Assessments assessments = open();

    private Assessments open() {
        return new Assessments(
                PlantFixtures.cell(), Duration.ofMinutes(5), 1, TrainedModels.NONE, () -> twin, draft -> {
                    var event = fold(draft);
                    told.add(event);
                    return CompletableFuture.completedFuture(event);
                });
    }

    /** Half the day it stands: it wears half as fast by the calendar, and its window lies twice as far off. */
    @Test
    void agesByTheHoursItRunsAndPlansByTheCalendar() {
        double ran = 0;
        for (double hour = 0; told(Fact.MaintenanceRequested.class).isEmpty() && hour < 400; hour += 0.5) {
            boolean runs = Math.floorMod((int) hour, 24) < 12;
            if (hour % 12 == 0) {
                take(hour, new Fact.MachineStateChanged(runs ? PackMlState.EXECUTE : PackMlState.IDLE, null));
            }
            ran += runs ? 0.5 : 0;
            // At rest it does not shake: readings of an idle machine say nothing of its wear.
            take(hour + 0.25, vibration(hour + 0.25, runs ? worn(ran) : 0.1));
        }
        var wished = told(Fact.MaintenanceRequested.class).getFirst();
        var wish = ((Fact.MaintenanceRequested) wished.fact()).wish();
        var life = told(Fact.RemainingLifeEstimated.class).getLast();
        var prognosis = ((Fact.RemainingLifeEstimated) life.fact()).prognosis();
        double untilFailure = 120 - ran; // worn(120) is 7 mm/s

        assertThat(life.reason()).contains("running hours left");
        assertThat(prognosis.basis()).isEqualTo("trend");
        assertThat(prognosis.remainingLifeHours()).isCloseTo(untilFailure, within(0.25 * untilFailure));
        assertThat(hours(wished.time(), wish.latest()))
                .as("calendar hours for about 72 running hours at half use")
                .isCloseTo(144, within(20.0));
        assertThat(hours(wished.time(), wish.earliest()))
                .as("the crew does not wait")
                .isCloseTo(1, within(0.1));
    }

    @Test
    void aMachineThatHoversAtTheThresholdIsWishedForOnceAndNeverCalledOff() {
        for (int hour = 0; hour < 240; hour++) {
            boolean shakes = hour > 40 && hour / 5 % 2 == 0;
            take(hour, vibration(hour, shakes ? 2 + 5 * 0.42 : 2));
        }
        assertThat(told(Fact.MaintenanceWithdrawn.class)).isEmpty();
        assertThat(told(Fact.MaintenanceRequested.class).stream()
                        .map(event -> ((Fact.MaintenanceRequested) event.fact())
                                .wish()
                                .id())
                        .distinct())
                .hasSize(1);
    }

    /** The wish stands in the twin; a loop that was restarted still takes it back when the machine is well. */
    @Test
    void withdrawsAfterARestartWhatItWishedForBefore() {
        wishOfItsOwn();
        assessments = open();
        for (int hour = 51; hour < 90; hour++) {
            take(hour, vibration(hour, 2));
        }
        var withdrawn = told(Fact.MaintenanceWithdrawn.class);
        assertThat(withdrawn)
                .singleElement()
                .extracting(Event::reason)
                .asString()
                .contains("no failure in sight");
        assertThat(hours(MONDAY, withdrawn.getFirst().time())).isGreaterThanOrEqualTo(51 + 24);
    }

    @Test
    void leavesTheWishesOfPeopleToPeople() {
        var wish = new MaintenanceWish("greasing", DRILL, 600, MONDAY, at(500), RiskLevel.LOW);
        fold(Draft.of(MONDAY, "user/anna", DRILL, new Fact.MaintenanceRequested(wish)));
        for (int hour = 0; hour < 100; hour++) {
            take(hour, vibration(hour, 2));
        }
        assertThat(told(Fact.MaintenanceWithdrawn.class)).isEmpty();
        assertThat(twin.wishes().get("greasing").status().isOpen()).isTrue();
    }

    @Test
    void saysNothingTwiceAfterARestart() {
        for (int hour = 0; hour < 60; hour++) {
            take(hour, vibration(hour, 2));
        }
        var before = List.copyOf(told);
        assessments = open();
        for (int hour = 0; hour < 60; hour++) {
            assessments.recall(event(hour + 1000L, hour, vibration(hour, 2)));
        }
        assessments.catchUp(null);
        assertThat(told).isEqualTo(before);
    }

    private void wishOfItsOwn() {
        for (int hour = 0; hour < 51; hour++) {
            take(hour, vibration(hour, hour < 41 ? 2 : 5));
        }
        assertThat(told(Fact.MaintenanceRequested.class)).isNotEmpty();
    }

    /** Vibration after some running hours: it learns its baseline in the first, then wears steadily. */
    private static double worn(double ran) {
        return 2 + Math.max(0, ran - 20) * 0.05;
    }

    private static Fact vibration(double hour, double value) {
        return new Fact.ReadingsTaken(List.of(Reading.good("vibration", value, at(hour))));
    }

    private void take(double hour, Fact fact) {
        assessments.take(fold(Draft.of(at(hour), "test", DRILL, fact)));
    }

    private Event fold(Draft draft) {
        var event = Event.of(twin.offset() + 1, MONDAY, draft);
        twin = Fold.apply(twin, event);
        return event;
    }

    private static Event event(long offset, double hour, Fact fact) {
        return Event.of(offset, MONDAY, Draft.of(at(hour), "test", DRILL, fact));
    }

    private List<Event> told(Class<? extends Fact> kind) {
        return told.stream().filter(event -> kind.isInstance(event.fact())).toList();
    }

    private static Instant at(double hour) {
        return MONDAY.plusSeconds(Math.round(hour * 3600));
    }

    private static double hours(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / 3600.0;
    }
}
