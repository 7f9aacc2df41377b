package dev.millwright.twin;

import static dev.millwright.plant.PlantFixtures.DRILL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.AlarmSeverity;
import dev.millwright.plant.Box;
import dev.millwright.plant.Correction;
import dev.millwright.plant.CorrectionVerdict;
import dev.millwright.plant.Finding;
import dev.millwright.plant.HealthReason;
import dev.millwright.plant.MaintenanceWish;
import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Plan;
import dev.millwright.plant.PlannedMaintenance;
import dev.millwright.plant.Prognosis;
import dev.millwright.plant.Reading;
import dev.millwright.plant.RiskLevel;
import dev.millwright.plant.Severity;
import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What single facts do to a machine. */
@NullUnmarked // what a test looks up has to be there
class TwinFactsTest {

    @Test
    void theLatestReadingBySourceTimeWinsAndALateOneIsCounted() {
        var signal = machine(
                        Lab.reading(1, DRILL, "temperature", 60),
                        Lab.reading(3, DRILL, "temperature", 64),
                        Lab.reading(2, DRILL, "temperature", 62))
                .signals()
                .get("temperature");
        assertThat(signal.reading()).isEqualTo(Reading.good("temperature", 64, Lab.at(3)));
        assertThat(signal.count()).isEqualTo(3);
        assertThat(signal.late()).isEqualTo(1);
        assertThat(signal.offset()).isEqualTo(2);
        assertThat(signal.max()).isEqualTo(64);
    }

    @Test
    void aDeadConnectionMakesAllSignalsStaleUntilTheyAreReadAgain() {
        var lost = Lab.draft(2, DRILL, new Fact.ConnectionLost("cable"));
        var opened = Lab.draft(3, DRILL, new Fact.ConnectionOpened());
        var reading = Lab.reading(1, DRILL, "temperature", 60);
        var dead = machine(Lab.draft(0, DRILL, new Fact.ConnectionOpened()), reading, lost);
        assertThat(dead.connected()).isFalse();
        assertThat(dead.signals().get("temperature").staleSince()).isEqualTo(Lab.at(2));
        var back = machine(reading, lost, opened);
        assertThat(back.connected()).isTrue();
        assertThat(back.signals().get("temperature").stale()).isTrue();
        var fresh = machine(reading, lost, opened, Lab.reading(4, DRILL, "temperature", 61));
        assertThat(fresh.signals().get("temperature").stale()).isFalse();
        assertThat(machine(reading, opened, lost).connected()).as("late news").isTrue();
    }

    @Test
    void aJumpIsBelievedAndShownAsOne() {
        var machine = machine(
                Lab.state(0, DRILL, PackMlState.STOPPED),
                Lab.state(10, DRILL, PackMlState.EXECUTE),
                Lab.state(20, DRILL, PackMlState.EXECUTE));
        assertThat(machine.state()).isEqualTo(PackMlState.EXECUTE);
        assertThat(machine.stateSince()).isEqualTo(Lab.at(10));
        var timeline = machine.timeline(Lab.at(0), Lab.at(30));
        assertThat(timeline).extracting(StateInterval::jump).containsExactly(false, true);
        assertThat(timeline.getLast().from()).isEqualTo(Lab.at(10));
        assertThat(timeline.getLast().to()).isEqualTo(Lab.at(30));
    }

    @Test
    void failuresAreCountedOnceWhateverOrderTheyComeIn() {
        var inOrder = machine(
                Lab.state(0, DRILL, PackMlState.EXECUTE),
                Lab.state(1, DRILL, PackMlState.ABORTING),
                Lab.state(2, DRILL, PackMlState.ABORTED),
                Lab.state(9, DRILL, PackMlState.STOPPED));
        var late = machine(
                Lab.state(0, DRILL, PackMlState.EXECUTE),
                Lab.state(9, DRILL, PackMlState.STOPPED),
                Lab.state(2, DRILL, PackMlState.ABORTED),
                Lab.state(1, DRILL, PackMlState.ABORTING));
        assertThat(inOrder.counters().failures()).isEqualTo(1);
        assertThat(late.counters().failures()).isEqualTo(1);
        assertThat(late.counters().lateChanges()).isEqualTo(2);
        assertThat(late.timeline()).isEqualTo(inOrder.timeline());
    }

    @Test
    void maintenanceLetsHealthAndWearStartAnew() {
        var wish = new MaintenanceWish("w1", DRILL, 600, Lab.at(0), Lab.at(90), RiskLevel.HIGH);
        var prognosis = new Prognosis(5, 2, 9, 0.4, 24, RiskLevel.HIGH, "trend", "replace", 2, List.of("vibration"));
        var before = new Draft[] {
            Lab.draft(0, DRILL, new Fact.HealthAssessed(0.4, List.of(new HealthReason("vibration", 0.6, "shakes")))),
            Lab.draft(0, DRILL, new Fact.RemainingLifeEstimated(prognosis)),
            Lab.draft(1, DRILL, new Fact.MaintenanceRequested(wish)),
            Lab.draft(2, DRILL, plan("p1", new PlannedMaintenance("w1", DRILL, Lab.at(10), Lab.at(20)))),
        };
        var state = Lab.fold(before);
        assertThat(state.machines().get(DRILL).health().value()).isEqualTo(0.4);
        assertThat(state.machines().get(DRILL).prognosis()).isEqualTo(prognosis);
        assertThat(state.wishes().get("w1").status()).isEqualTo(WishStatus.PLANNED);
        assertThat(state.wishes().get("w1").plannedStart()).isEqualTo(Lab.at(10));

        var drafts = new java.util.ArrayList<>(List.of(before));
        drafts.add(Lab.draft(10, DRILL, new Fact.MaintenanceStarted("w1")));
        assertThat(Lab.fold(drafts).machines().get(DRILL).maintenance()).isEqualTo("w1");
        drafts.add(Lab.draft(21, DRILL, new Fact.MaintenanceFinished("w1")));
        state = Lab.fold(drafts);
        var machine = state.machines().get(DRILL);
        assertThat(machine.health().value()).isEqualTo(1);
        assertThat(machine.prognosis()).isNull();
        assertThat(machine.maintenance()).isNull();
        assertThat(machine.lastMaintenance()).isEqualTo(new MaintenanceRecord("w1", Lab.at(10), Lab.at(21)));
        assertThat(state.wishes().get("w1").status()).isEqualTo(WishStatus.FINISHED);
        assertThat(Lab.fold(before[2], Lab.draft(5, DRILL, new Fact.MaintenanceWithdrawn("w1", "healthy again")))
                        .wishes()
                        .get("w1")
                        .status())
                .isEqualTo(WishStatus.WITHDRAWN);
    }

    @Test
    void inspectionsCountDefectsByType() {
        var finding = new Finding("open", Severity.MAJOR, new Box(1, 2, 3, 4), 12, 0.9, "upper left", "gap");
        var drafts = IntStream.range(0, 60)
                .mapToObj(i -> Lab.draft(
                        i,
                        DRILL,
                        new Fact.PartInspected(
                                "i" + i, "cam", "O-1.1/1", Verdict.FAIL, List.of(finding, finding), null, 8)))
                .toList();
        var state = Lab.fold(drafts);
        var counters = state.machines().get(DRILL).counters();
        assertThat(counters.inspected()).isEqualTo(60);
        assertThat(counters.rejected()).isEqualTo(60);
        assertThat(counters.defects()).containsEntry("open", 120L);
        assertThat(state.inspections()).hasSize(50);
        assertThat(state.inspections().getLast().id()).isEqualTo("i59");
    }

    /** Who changes their mind counts once. */
    @Test
    void ofWordsAboutAFindingTheLastCounts() {
        var state = Lab.fold(List.of(
                Lab.draft(1, DRILL, said(0, CorrectionVerdict.CONFIRMED, null)),
                Lab.draft(2, DRILL, said(1, CorrectionVerdict.CONFIRMED, null)),
                Lab.draft(3, DRILL, said(0, CorrectionVerdict.REJECTED, CorrectionVerdict.CONFIRMED)),
                Lab.draft(4, DRILL, said(null, CorrectionVerdict.MISSED, null))));
        assertThat(state.machines().get(DRILL).counters().judged())
                .containsEntry("open", new Confirmation(1, 1, 0))
                .containsEntry("spur", new Confirmation(0, 0, 1));
    }

    private static Fact said(Integer finding, CorrectionVerdict verdict, CorrectionVerdict before) {
        boolean missed = verdict == CorrectionVerdict.MISSED;
        var correction = new Correction(
                "i1.c1",
                verdict,
                finding,
                missed ? "spur" : null,
                missed ? new Box(1, 2, 3, 4) : null,
                List.of(),
                null,
                "anna");
        return new Fact.FindingCorrected("i1", "O-1.1/1", missed ? null : "open", before, correction);
    }

    /** A blurred picture says nothing of the part: no yield may suffer from it. */
    @Test
    void aRefusedPictureCountsNowhere() {
        var refused = new Fact.PictureRefused("cam", "O-1.1/1", "BLURRED", "the picture is blurred", "Focus the lens.");
        var counters =
                Lab.fold(Lab.draft(1, DRILL, refused)).machines().get(DRILL).counters();
        assertThat(counters.inspected()).isZero();
        assertThat(counters.rejected()).isZero();
    }

    @Test
    void plansAreRememberedInFiguresAndAFailureIsForgottenWithTheNext() {
        var drafts = new java.util.ArrayList<Draft>();
        for (int i = 0; i < 60; i++) {
            drafts.add(Lab.draft(i, DRILL, plan("p" + i)));
        }
        drafts.add(Lab.draft(61, DRILL, new Fact.PlanFailed("no drill")));
        var state = Lab.fold(drafts);
        assertThat(state.plans()).hasSize(50);
        assertThat(state.plan().plan().id()).isEqualTo("p59");
        assertThat(state.planTrouble()).isEqualTo(new PlanTrouble("no drill", Lab.at(61)));
        drafts.add(Lab.draft(62, DRILL, plan("p60")));
        assertThat(Lab.fold(drafts).planTrouble()).isNull();
    }

    @Test
    void theLastCommandIsRemembered() {
        assertThat(machine(Lab.draft(1, DRILL, new Fact.CommandIssued(PackMlCommand.STOP, "ann")))
                        .lastCommand())
                .isEqualTo(new CommandRecord(PackMlCommand.STOP, "ann", Lab.at(1)));
    }

    @Test
    void anAlarmLivesAsIec62682Says() {
        var raised = Lab.draft(1, DRILL, new Fact.AlarmRaised("a", "noise", AlarmSeverity.WARNING, "loud"));
        var seen = Lab.draft(2, DRILL, new Fact.AlarmAcknowledged("a", "ann", "on my way"));
        var gone = Lab.draft(3, DRILL, new Fact.AlarmCleared("a"));
        var worse = Lab.draft(4, DRILL, new Fact.AlarmRaised("a", "noise", AlarmSeverity.CRITICAL, "louder"));
        var shelved = Lab.draft(5, DRILL, new Fact.AlarmShelved("a", "bob", Lab.at(60), "after lunch"));
        var back = Lab.draft(6, DRILL, new Fact.AlarmUnshelved("a", "bob"));

        assertThat(alarm(raised).phase()).isEqualTo(AlarmPhase.UNACKNOWLEDGED_ACTIVE);
        assertThat(alarm(raised, seen).phase()).isEqualTo(AlarmPhase.ACKNOWLEDGED_ACTIVE);
        assertThat(alarm(raised, seen).acknowledgedBy()).isEqualTo("ann");
        assertThat(alarm(raised, gone).phase()).isEqualTo(AlarmPhase.UNACKNOWLEDGED_RETURNED);
        assertThat(alarm(raised, gone, seen).phase()).isEqualTo(AlarmPhase.NORMAL);
        assertThat(alarm(raised, seen, gone).phase()).isEqualTo(AlarmPhase.NORMAL);
        assertThat(alarm(raised, seen, gone).standing()).isFalse();
        assertThat(alarm(raised, seen, worse).phase())
                .as("a worse one must be seen again")
                .isEqualTo(AlarmPhase.UNACKNOWLEDGED_ACTIVE);
        assertThat(alarm(raised, seen, raised).acknowledged())
                .as("a repeated one")
                .isTrue();
        assertThat(alarm(raised, raised).count()).isEqualTo(2);
        assertThat(alarm(raised, seen, gone, worse).raisedAt()).isEqualTo(Lab.at(4));
        assertThat(alarm(raised, shelved).phase()).isEqualTo(AlarmPhase.SHELVED);
        assertThat(alarm(raised, shelved, back).phase()).isEqualTo(AlarmPhase.UNACKNOWLEDGED_ACTIVE);
        assertThat(alarm(raised, shelved).comment()).isEqualTo("after lunch");
    }

    private static Fact plan(String id, PlannedMaintenance... maintenance) {
        var plan = new Plan(id, Lab.MORNING, "repair", List.of(), List.of(maintenance), 10, 0, 0, 1, List.of());
        return new Fact.PlanAdopted(plan, List.of(), 5);
    }

    private static MachineState machine(Draft... drafts) {
        return Lab.fold(drafts).machines().get(DRILL);
    }

    private static AlarmState alarm(Draft... drafts) {
        return Lab.fold(drafts).alarms().get("a");
    }
}
