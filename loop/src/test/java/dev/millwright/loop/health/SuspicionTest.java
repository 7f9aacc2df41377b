package dev.millwright.loop.health;

import static dev.millwright.loop.cause.TwoPlacers.AOI;
import static dev.millwright.loop.cause.TwoPlacers.OVEN;
import static dev.millwright.loop.cause.TwoPlacers.PLACER_1;
import static dev.millwright.loop.cause.TwoPlacers.PLACER_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.loop.cause.CauseWatch;
import dev.millwright.loop.cause.TwoPlacers;
import dev.millwright.maintenance.live.TrainedModels;
import dev.millwright.plant.Box;
import dev.millwright.plant.Correction;
import dev.millwright.plant.CorrectionVerdict;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Finding;
import dev.millwright.plant.HealthReason;
import dev.millwright.plant.Machine;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Plant;
import dev.millwright.plant.Severity;
import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.plant.event.Fact.PartInspected;
import dev.millwright.twin.Fold;
import dev.millwright.twin.PlantIndex;
import dev.millwright.twin.TwinState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Defects that one of two placers makes are seen behind the oven; the loop is to find it, say so once, and let it go. */
class SuspicionTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final int PARTS_AN_HOUR = 20;
    private static final int LOT = 5;

    private Plant plant = TwoPlacers.plant();
    private TwinState twin = TwinState.initial(new PlantIndex(plant));
    private final List<Event> journal = new ArrayList<>();
    private final List<Event> told = new ArrayList<>();
    private RandomGenerator random = new SplittableRandom(1);
    private Assessments assessments = open();
    private int parts;
    /** How many parts there are to one that shows a defect by chance. */
    private int oneIn = 30;

    private Assessments open() {
        return new Assessments(plant, Duration.ofMinutes(5), 1, TrainedModels.NONE, () -> twin, draft -> {
            var event = fold(draft);
            told.add(event);
            return CompletableFuture.completedFuture(event);
        });
    }

    @Test
    void aMachineIsSuspectedOnceAndByTheInspectionThatTippedIt() {
        run(24, 0);
        assertThat(suspicions()).isEmpty();
        run(8, 0.5);
        assertThat(suspicions()).singleElement().satisfies(event -> {
            assertThat(event.subject()).isEqualTo(PLACER_2);
            assertThat(event.time()).isBefore(at(27));
            assertThat(event.reason())
                    .startsWith("health 85 %: suspected: ")
                    .contains("parts with 'short' came over it where chance makes ")
                    .containsPattern("since 0[01]:[0-9]{2} on 24 November");
            assertThat(cause(event)).isInstanceOfSatisfying(PartInspected.class, part -> {
                assertThat(part.verdict()).isEqualTo(Verdict.FAIL);
                assertThat(part.findings()).extracting(Finding::type).contains("short");
            });
        });
        assertThat(health(PLACER_2)).isCloseTo(0.85, within(1e-9));
        assertThat(told)
                .as("it orders nothing")
                .noneMatch(
                        event -> event.subject().equals(PLACER_2) && event.fact() instanceof Fact.MaintenanceRequested);
        assertThat(told).as("the other one").noneMatch(event -> event.subject().equals(PLACER_1));
    }

    @Test
    void theSuspicionEndsWhenNoMoreOfItIsSeen() {
        run(24, 0);
        run(4, 0.5);
        run(12, 0);
        var said = healths(PLACER_2);
        assertThat(said).hasSize(2);
        assertThat(said.getLast().reason()).isEqualTo("health 100 %: no more suspected of 'short'");
        assertThat(Duration.between(at(28), said.getLast().time())).isLessThanOrEqualTo(CauseWatch.WINDOW);
    }

    /** Nothing else need be inspected: whatever tells the time will do. */
    @Test
    void theSuspicionEndsWhenTheLineStandsStill() {
        run(24, 0);
        run(4, 0.5);
        take(at(40), OVEN, new Fact.MachineStateChanged(PackMlState.IDLE, null));
        assertThat(health(PLACER_2)).isEqualTo(1);
        assertThat(twin.machines().get(PLACER_2).health().reasons()).isEmpty();
    }

    @Test
    void theSuspicionEndsWhenPeopleHoldTheFindingsForNone() {
        run(24, 0);
        run(4, 0.5);
        var hour = Duration.between(MONDAY, twin.time()).toMinutes() / 60.0;
        for (var event : List.copyOf(journal)) {
            if (event.fact() instanceof PartInspected part && shows(part)) {
                var word = new Correction(
                        part.inspection() + ".c1", CorrectionVerdict.REJECTED, 0, null, null, List.of(), null, "anna");
                take(
                        at(hour += 0.01),
                        AOI,
                        new Fact.FindingCorrected(part.inspection(), part.serial(), "short", null, word));
            }
        }
        run(0.5, 0);
        var ended = healths(PLACER_2).getLast();
        assertThat(ended.reason()).endsWith("no more suspected of 'short'");
        assertThat(cause(ended)).isInstanceOf(Fact.FindingCorrected.class);
        assertThat(health(PLACER_2)).isEqualTo(1);
    }

    /** A new nozzle cannot be blamed for what the old one did. */
    @Test
    void maintenanceEndsItAndWhatWasMadeBeforeSaysNoMore() {
        run(24, 0);
        run(4, 0.5);
        take(twin.time(), PLACER_2, new Fact.MaintenanceFinished("W-1"));
        int before = suspicions().size();
        run(4, 0);
        assertThat(health(PLACER_2)).isEqualTo(1);
        assertThat(suspicions()).hasSize(before);
        run(4, 0.5);
        assertThat(suspicions()).as("it was not the nozzle").hasSize(before + 1);
    }

    @Test
    void machinesThatNobodyCanTellApartShareTheSuspicion() {
        var feeders = List.of(EquipmentId.of("hall/feeder-1"), EquipmentId.of("hall/feeder-2"));
        plant = TwoPlacers.plant(
                TwoPlacers.machine(feeders.get(0), "feeder"), TwoPlacers.machine(feeders.get(1), "feeder"));
        twin = TwinState.initial(new PlantIndex(plant));
        assessments = open();
        run(24, 0);
        run(6, 0.5);
        assertThat(suspicions()).extracting(Event::subject).containsExactlyInAnyOrder(PLACER_2, feeders.get(1));
        assertThat(suspicions().getFirst().reason()).contains("which the same parts passed");
        assertThat(health(PLACER_2)).isCloseTo(1 - 0.15 / 2, within(1e-9));
    }

    /** Looking every quarter of an hour must not make somebody guilty in the end. */
    @Test
    void chanceRarelyMakesASuspect() {
        oneIn = 6;
        int suspected = 0;
        for (int seed = 0; seed < 20; seed++) {
            random = new SplittableRandom(seed);
            twin = TwinState.initial(new PlantIndex(plant));
            journal.clear();
            told.clear();
            parts = 0;
            assessments = open();
            run(48, 0);
            suspected += suspicions().isEmpty() ? 0 : 1;
        }
        assertThat(suspected).as("of 20 times two days").isLessThanOrEqualTo(1);
    }

    @Test
    void aRestartNeitherRepeatsNorForgetsIt() {
        run(24, 0);
        run(4, 0.5);
        int said = told.size();
        assessments = open();
        journal.stream().filter(event -> !told.contains(event)).forEach(assessments::recall);
        assessments.catchUp(null);
        assertThat(told).hasSize(said);
        run(0.5, 0.5);
        assertThat(health(PLACER_2)).isCloseTo(0.85, within(1e-9));
        assertThat(suspicions()).hasSize(1);
    }

    /** Between the inspection that tipped it and the word about it a crash may come. */
    @Test
    void aRestartTellsWhatACrashKeptFromBeingTold() {
        run(24, 0);
        run(4, 0.5);
        var heard = journal.stream().filter(event -> !told.contains(event)).toList();
        told.clear();
        twin = TwinState.initial(new PlantIndex(plant));
        heard.forEach(event -> twin = Fold.apply(twin, event));
        assessments = open();
        heard.forEach(assessments::recall);
        assessments.catchUp(null);
        assertThat(suspicions()).singleElement().satisfies(event -> {
            assertThat(event.subject()).isEqualTo(PLACER_2);
            assertThat(cause(event)).isInstanceOf(PartInspected.class);
        });
    }

    /** Where the past is too long to be recalled, what is missing speaks neither for nor against anybody. */
    @Test
    void whatCouldNotBeRecalledIsNotHeldAgainstASuspicion() {
        run(24, 0);
        run(4, 0.5);
        int said = told.size();
        assessments = open();
        assessments.recall(journal.getLast());
        assessments.catchUp(journal.getLast().time());
        run(6, 0);
        assertThat(told.stream().skip(said)).noneMatch(event -> event.subject().equals(PLACER_2));
        run(6, 0);
        assertThat(health(PLACER_2)).as("nothing of it for a whole window").isEqualTo(1);
    }

    /** Some hours of parts; some show a defect by chance, and a share of those that came over the second placer a short. */
    private void run(double hours, double spoiled) {
        for (int i = 0; i < hours * PARTS_AN_HOUR; i++) {
            String lot = "O-" + parts / LOT;
            boolean second = parts / LOT % 2 == 1;
            var time = MONDAY.plusSeconds(3600L * parts / PARTS_AN_HOUR);
            if (parts % LOT == 0) {
                pass(time, second, machine -> new Fact.OperationStarted(lot, lot + ":" + machine.name()));
            }
            var findings = new ArrayList<Finding>();
            if (second && random.nextDouble() < spoiled) {
                findings.add(finding("short"));
            } else if (random.nextInt(oneIn) == 0) {
                findings.add(finding(random.nextBoolean() ? "short" : "open"));
            }
            take(
                    time,
                    AOI,
                    new PartInspected(
                            "I-" + parts,
                            TwoPlacers.CAMERA,
                            lot + "/" + (parts % LOT + 1),
                            findings.isEmpty() ? Verdict.PASS : Verdict.FAIL,
                            findings,
                            null,
                            1));
            if (parts % LOT == LOT - 1) {
                pass(time, second, machine -> new Fact.OperationCompleted(lot, lot + ":" + machine.name(), LOT, 0, 0));
            }
            parts++;
        }
    }

    private void pass(Instant time, boolean second, Function<EquipmentId, Fact> fact) {
        plant.machines().stream()
                .map(Machine::id)
                .filter(machine -> !machine.name().endsWith(second ? "-1" : "-2"))
                .forEach(machine -> take(time, machine, fact.apply(machine)));
    }

    private Finding finding(String type) {
        var box = new Box(random.nextInt(90), random.nextInt(90), 5, 5);
        return new Finding(type, Severity.MINOR, box, 20, 0.9, "somewhere", "it looks so");
    }

    private static boolean shows(PartInspected part) {
        return !part.findings().isEmpty() && part.findings().getFirst().type().equals("short");
    }

    private void take(Instant time, EquipmentId machine, Fact fact) {
        assessments.take(fold(Draft.of(time, "test", machine, fact)));
    }

    private Event fold(Draft draft) {
        var event = Event.of(twin.offset() + 1, MONDAY, draft);
        twin = Fold.apply(twin, event);
        journal.add(event);
        return event;
    }

    private List<Event> healths(EquipmentId machine) {
        return told.stream()
                .filter(event -> event.subject().equals(machine) && event.fact() instanceof Fact.HealthAssessed)
                .toList();
    }

    /** Told healths that have a suspicion among their reasons. */
    private List<Event> suspicions() {
        return told.stream()
                .filter(event -> event.fact() instanceof Fact.HealthAssessed(var _, var reasons)
                        && reasons.stream().map(HealthReason::factor).anyMatch("suspicion of short"::equals))
                .toList();
    }

    private Fact cause(Event event) {
        return journal.stream()
                .filter(other -> other.id().equals(event.causation()))
                .findFirst()
                .orElseThrow()
                .fact();
    }

    private double health(EquipmentId machine) {
        return twin.machines().get(machine).health().value();
    }

    private static Instant at(double hour) {
        return MONDAY.plusSeconds(Math.round(3600 * hour));
    }
}
