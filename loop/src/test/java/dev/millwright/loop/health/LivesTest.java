package dev.millwright.loop.health;

import static dev.millwright.plant.PlantFixtures.DRILL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.maintenance.live.TrainedModels;
import dev.millwright.plant.AlarmSeverity;
import dev.millwright.plant.Costs;
import dev.millwright.plant.Machine;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Plant;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Prognosis;
import dev.millwright.plant.Reading;
import dev.millwright.plant.RiskLevel;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.EventJson;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.Fold;
import dev.millwright.twin.PlantIndex;
import dev.millwright.twin.TwinState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A drill of a class with a trained model, told of once a second: a row a second, and lives in hours. */
class LivesTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T06:00:00Z");
    private static final Plant PLANT = PlantFixtures.cell();

    private TwinState twin = TwinState.initial(new PlantIndex(PLANT));
    private final List<Event> told = new ArrayList<>();
    private final List<Event> heard = new ArrayList<>();
    private Assessments assessments = open("1");

    private Assessments open(String active) {
        return open(PumpModel.versions(active), PLANT);
    }

    private Assessments open(TrainedModels models) {
        return open(models, PLANT);
    }

    private Assessments open(TrainedModels models, Plant plant) {
        return new Assessments(plant, Duration.ofSeconds(10), 1, models, () -> twin, draft -> {
            var event = fold(draft);
            told.add(event);
            return CompletableFuture.completedFuture(event);
        });
    }

    /** Softmax of 0, 3 and 0, by hand. */
    @Test
    void theLikeliestModeStandsBesideTheLifeAndIsToldAgainWhenItChanges() {
        assessments = open(PumpModel.withModes());
        run(0, 30, 2);
        var sound = Objects.requireNonNull(prognosis().prediction());
        assertThat(Objects.requireNonNull(sound.mode()).failureProbability()).isLessThan(0.01);
        run(30, 60, 5);
        var worn = Objects.requireNonNull(
                Objects.requireNonNull(prognosis().prediction()).mode());
        assertThat(worn.mode()).isEqualTo("bearing");
        assertThat(worn.probability()).isCloseTo(Math.exp(3) / (Math.exp(3) + 2), within(1e-9));
        assertThat(worn.model() + " " + worn.version()).isEqualTo("drill-failure-mode 4");
        assertThat(worn.horizon() + " " + worn.unit()).isEqualTo("20.0 hours");
        assessments.ask(PumpModel.versions("1"), MONDAY.plusSeconds(61));
        run(61, 75, 5);
        assertThat(Objects.requireNonNull(prognosis().prediction()).mode())
                .as("the model was taken away")
                .isNull();
    }

    @Test
    void theModelsLifeCountsWithItsNameAndVersionAndTheMonitorStandsBeside() {
        run(0, 30, 2);
        run(30, 60, 5);
        var prognosis = prognosis();
        var said = Objects.requireNonNull(prognosis.prediction());
        assertThat(prognosis.basis()).isEqualTo("model");
        assertThat(prognosis.remainingLifeHours()).isEqualTo(10);
        assertThat(prognosis.low()).isEqualTo(5);
        assertThat(prognosis.high()).isEqualTo(15);
        assertThat(prognosis.risk()).isGreaterThanOrEqualTo(RiskLevel.HIGH);
        assertThat(prognosis.risks()).extracting(risk -> risk.hours()).containsExactly(8.0, 24.0, 168.0);
        assertThat(prognosis.risks().getFirst().probability()).isBetween(0.05, 0.5);
        assertThat(prognosis.risks().get(1).probability()).isGreaterThan(0.95);
        assertThat(said.model() + " " + said.version()).isEqualTo("drill-life 1");
        assertThat(said.alarm()).isTrue();
        assertThat(said.rows()).as("as they were when it was told").isEqualTo(40);
        assertThat(said.drivers().getFirst().words()).isEqualTo("vibration takes 40 hours off: 5 mm/s, usual 1 mm/s");
        assertThat(said.shadows()).singleElement().satisfies(shadow -> {
            assertThat(shadow.version()).isEqualTo("2");
            assertThat(shadow.expected()).isEqualTo(20);
        });
        assertThat(Objects.requireNonNull(said.baseline()).basis()).isIn("trend", "unit life");
        var advice = Objects.requireNonNull(said.advice());
        assertThat(advice.urgency()).isIn("PLAN", "NOW");
        assertThat(prognosis.recommendedAction()).isEqualTo(advice.action());
        assertThat(advice.cost()).isLessThanOrEqualTo(advice.costNow());
        assertThat(told(Fact.MaintenanceRequested.class)).last().satisfies(event -> {
            var wish = ((Fact.MaintenanceRequested) event.fact()).wish();
            assertThat(wish.earliest()).isEqualTo(advice.earliest());
            assertThat(wish.cost()).isEqualTo(advice.curve());
        });
        assertThat(lives()).last().satisfies(event -> assertThat(event.reason())
                .contains("drill-life 1: 10.0 hours left (5.0 to 15.0)"));
        assertThat(told(Fact.RemainingLifeEstimated.class))
                .as("the monitor's before the first row, then each life once, not for each reading")
                .hasSize(3);
        assertThat(Event.of(
                        1,
                        MONDAY,
                        Draft.of(MONDAY, "test", DRILL, lives().getLast().fact())))
                .as("what is written can be read")
                .satisfies(event ->
                        assertThat(EventJson.readEvent(EventJson.write(event))).isEqualTo(event));
    }

    /** Ninety hours left of a hundred the model can tell, and notice is taken for three days. */
    @Test
    void aSoundMachineIsToldThatNothingIsToBeDoneAndNobodyIsAskedForAWindow() {
        run(0, 60, 2);
        var advice = Objects.requireNonNull(
                Objects.requireNonNull(prognosis().prediction()).advice());
        assertThat(advice.urgency()).isEqualTo("NONE");
        assertThat(advice.action()).startsWith("No maintenance needed in the next 3 days; look again Thursday 06:00");
        assertThat(prognosis().recommendedAction()).isEqualTo(advice.action());
        assertThat(told(Fact.MaintenanceRequested.class)).isEmpty();
    }

    /** Worn to ten hours, a drill is maintained or left to break by what the plant file says of both. */
    @Test
    void thePlantFilesCostsDecide() {
        assessments = open(PumpModel.versions("1"), priced(new Costs(0, 5_000, 0, 0)));
        run(0, 60, 5);
        assertThat(told(Fact.MaintenanceRequested.class)).isEmpty();
        assertThat(Objects.requireNonNull(
                                Objects.requireNonNull(prognosis().prediction()).advice())
                        .urgency())
                .isEqualTo("WATCH");
        assessments = open(PumpModel.versions("1"), priced(new Costs(5_000, 100, 200, 0)));
        run(60, 120, 5);
        assertThat(told(Fact.MaintenanceRequested.class)).hasSize(1);
        var advice = Objects.requireNonNull(
                Objects.requireNonNull(prognosis().prediction()).advice());
        assertThat(advice.reasons().getFirst()).startsWith("a failure costs 5,100 EUR, is 98 % likely");
    }

    private static Plant priced(Costs costs) {
        var machines = PLANT.machines().stream()
                .map(machine -> new Machine(
                        machine.id(),
                        machine.name(),
                        machine.type(),
                        machine.capabilities(),
                        machine.speedFactor(),
                        machine.signals(),
                        machine.reliability(),
                        machine.position(),
                        machine.assetClass(),
                        costs))
                .toList();
        return new Plant(
                PLANT.name(),
                PLANT.title(),
                PLANT.zone(),
                PLANT.lines(),
                machines,
                PLANT.buffers(),
                PLANT.products(),
                PLANT.setupTimes(),
                PLANT.shifts(),
                PLANT.cameras(),
                PLANT.orderBook(),
                "EUR");
    }

    @Test
    void aSilentSignalMakesTheLifeUnknownSinceItsLastReading() {
        run(0, 30, 2);
        assertThat(prognosis().prediction()).isNotNull();
        take(60, new Fact.AlarmRaised(DRILL + ".stale", "stale", AlarmSeverity.WARNING, "Nothing is heard."));
        var unknown = Objects.requireNonNull(machine().lifeUnknown());
        assertThat(unknown.why()).isEqualTo("nothing is heard of vibration");
        assertThat(unknown.since()).isEqualTo(at(29));
        assertThat(unknown.model()).isEqualTo("drill-life");
        var standing = machine().prognosis();
        assertThat(standing == null ? null : standing.prediction()).isNull();
        take(70, new Fact.ConnectionLost("cable"));
        assertThat(told(Fact.LifeUnknown.class))
                .as("said once when it begins, once at the start")
                .hasSize(2);
        run(80, 82, 2);
        take(95, vibration(95, 2));
        assertThat(machine().lifeUnknown()).isNull();
        assertThat(Objects.requireNonNull(prognosis().prediction()).version()).isEqualTo("1");
    }

    @Test
    void aFailureTellsHowFarOffEveryVersionWas() {
        run(0, 3600, 2);
        take(3600, new Fact.MachineStateChanged(PackMlState.ABORTED, "broken"));
        var errors = Objects.requireNonNull(twin.modelErrors().get("drill-life 1"));
        assertThat(errors.lives()).isEqualTo(1);
        assertThat(errors.errors().getFirst().mean())
                .as("90 hours were said where less than one was left")
                .isCloseTo(89.5, within(0.01));
        assertThat(errors.errors().getFirst().coverage()).isZero();
        assertThat(twin.modelErrors()).containsKey("drill-life 2");
        var ended = told(Fact.LifeEnded.class).getFirst();
        assertThat(ended.causation()).isEqualTo(heard.getLast().id());
        assertThat(Objects.requireNonNull(machine().lifeUnknown()).why()).isEqualTo("no row yet of this life");
        take(3700, new Fact.MaintenanceFinished("W-1"));
        assertThat(Objects.requireNonNull(machine().lifeUnknown()).since()).isEqualTo(at(3700));
        take(3700, new Fact.MachineStateChanged(PackMlState.EXECUTE, null));
        run(3701, 3720, 2);
        assertThat(Objects.requireNonNull(prognosis().prediction()).rows()).isLessThan(25);
    }

    @Test
    void promotingIsHeardAtOnceAndForgetsNothing() {
        run(0, 30, 5);
        assessments.ask(PumpModel.versions("2"), at(31));
        var event = fold(
                Draft.of(at(31), "user/anna", PLANT.site(), new Fact.ModelPromoted(PumpModel.NAME, "2", "1", "anna")));
        assessments.take(event);
        var said = Objects.requireNonNull(prognosis().prediction());
        assertThat(said.version()).isEqualTo("2");
        assertThat(said.expected()).isEqualTo(20);
        assertThat(said.rows()).isGreaterThan(25);
        assertThat(said.shadows().getFirst().version()).isEqualTo("1");
        assertThat(lives().getLast().causation()).isEqualTo(event.id());
    }

    @Test
    void aRestartNeitherForgetsNorRepeats() {
        run(0, 600, 2);
        assertThat(assessments.bands(DRILL)).singleElement().satisfies(band -> {
            assertThat(band.signal()).isEqualTo("vibration");
            assertThat(band.level()).isEqualTo(2);
        });
        run(600, 640, 5);
        var before = List.copyOf(told);
        var said = prognosis();
        assessments = open("1");
        heard.forEach(assessments::recall);
        assessments.catchUp(null);
        assertThat(told).isEqualTo(before);
        run(640, 660, 5);
        assertThat(told).isEqualTo(before);
        assertThat(prognosis()).isEqualTo(said);
        run(660, 690, 2);
        assertThat(Objects.requireNonNull(prognosis().prediction()).rows())
                .as("none was lost, none counted twice")
                .isEqualTo(669);
    }

    /** Events wait for the loop when much happens; the twin has long seen the machine maintained, and gone silent since. */
    @Test
    void aTwinThatIsAheadChangesNothingOfWhatWasSo() {
        run(0, 30, 2);
        var waiting = new ArrayList<Event>();
        for (int second = 30; second < 60; second++) {
            waiting.add(fold(Draft.of(at(second), "test", DRILL, vibration(second, 5))));
        }
        waiting.add(fold(Draft.of(
                at(200), "test", DRILL, new Fact.AlarmRaised("stale-1", "stale", AlarmSeverity.WARNING, "No news."))));
        waiting.subList(0, 15).forEach(assessments::take);
        assertThat(machine().lifeUnknown()).isNull();
        assertThat(prognosis().remainingLifeHours()).isEqualTo(10);
        waiting.add(fold(Draft.of(at(300), "test", DRILL, new Fact.MaintenanceFinished("W-1"))));
        int before = told.size();
        waiting.subList(15, 30).forEach(assessments::take);
        assertThat(told).as("what the twin would pass over is not said").hasSize(before);
    }

    @Test
    void whatWasUnknownBeforeARestartIsNotSaidAgain() {
        run(0, 30, 2);
        take(60, new Fact.AlarmRaised(DRILL + ".stale", "stale", AlarmSeverity.WARNING, "Nothing is heard."));
        var before = List.copyOf(told);
        assessments = open("1");
        heard.subList(0, 30).forEach(assessments::recall); // alarms are not recalled
        assessments.catchUp(null);
        assertThat(told).isEqualTo(before);
        take(61, vibration(61, 2));
        take(72, vibration(72, 2));
        assertThat(machine().lifeUnknown()).isNull();
    }

    /** The failure was told, and then the power went. */
    @Test
    void whatALifeSaidIsToldAfterTheCrashThatKeptItFromBeingTold() {
        run(0, 100, 2);
        heard.add(fold(Draft.of(at(100), "test", DRILL, new Fact.MachineStateChanged(PackMlState.ABORTED, "broken"))));
        assessments = open("1");
        heard.forEach(assessments::recall);
        assessments.catchUp(null);
        assertThat(told(Fact.LifeEnded.class)).hasSize(1);
        heard.addAll(told(Fact.LifeEnded.class));
        assessments = open("1");
        heard.forEach(assessments::recall);
        assessments.catchUp(null);
        assertThat(told(Fact.LifeEnded.class)).hasSize(1);
        assertThat(Objects.requireNonNull(twin.modelErrors().get("drill-life 1"))
                        .lives())
                .isEqualTo(1);
    }

    private Prognosis prognosis() {
        return Objects.requireNonNull(machine().prognosis());
    }

    private dev.millwright.twin.MachineState machine() {
        return Objects.requireNonNull(twin.machines().get(DRILL));
    }

    private List<Event> lives() {
        return told(Fact.RemainingLifeEstimated.class);
    }

    private void run(int from, int to, double vibration) {
        for (int second = from; second < to; second++) {
            take(second, vibration(second, vibration));
        }
    }

    private static Fact vibration(double second, double value) {
        return new Fact.ReadingsTaken(List.of(Reading.good("vibration", value, at(second))));
    }

    private void take(double second, Fact fact) {
        var event = fold(Draft.of(at(second), "test", DRILL, fact));
        heard.add(event);
        assessments.take(event);
    }

    private Event fold(Draft draft) {
        var event = Event.of(twin.offset() + 1, MONDAY, draft);
        twin = Fold.apply(twin, event);
        return event;
    }

    private List<Event> told(Class<? extends Fact> kind) {
        return told.stream().filter(event -> kind.isInstance(event.fact())).toList();
    }

    private static Instant at(double second) {
        return MONDAY.plusMillis(Math.round(second * 1000));
    }
}
