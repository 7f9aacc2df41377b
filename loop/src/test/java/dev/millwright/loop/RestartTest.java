package dev.millwright.loop;

import static dev.millwright.loop.Aftermath.draft;
import static dev.millwright.plant.PlantFixtures.DRILL;
import static dev.millwright.plant.PlantFixtures.PRESS_1;
import static dev.millwright.plant.PlantFixtures.PRESS_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.plant.Box;
import dev.millwright.plant.Correction;
import dev.millwright.plant.CorrectionVerdict;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Finding;
import dev.millwright.plant.Lot;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.MaintenanceWish;
import dev.millwright.plant.Order;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Plan;
import dev.millwright.plant.PlannedOperation;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Product;
import dev.millwright.plant.RiskLevel;
import dev.millwright.plant.RouteStep;
import dev.millwright.plant.Severity;
import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between an event and its answer a crash may come: the next start finds what is unanswered, and answers it once. */
class RestartTest {

    private static final EquipmentId SITE = EquipmentId.of("hall");
    private static final Product INSPECTED = new Product(
            "bracket",
            "Bracket",
            "#fff",
            5,
            20,
            List.of(
                    new RouteStep(10, "press", "press", "steel", 10, null),
                    new RouteStep(20, "check", "drill", "steel", 2, "press"),
                    new RouteStep(30, "finish", "drill", "steel", 2, null)));

    @TempDir
    private Path dir;

    @Test
    void addsTheRepairOfRejectedPartsThatNobodyAdded() throws InterruptedException {
        Aftermath.journal(dir, inspectedOrder(), pressed(), checked());
        try (var after = new Aftermath(dir)) {
            var added = after.await(Fact.ReworkAdded.class);
            assertThat(((Fact.ReworkAdded) added.fact()).operations())
                    .extracting(operation -> operation.id() + " " + operation.quantity())
                    .containsExactly("O-1.1:20r1 2", "O-1.1:20i1 2");
            assertThat(added.causation()).isEqualTo("e3");
            assertThat(added.reason()).contains("2 of O-1.1 were rejected");
            after.await(
                    "its plan",
                    event -> event.fact() instanceof Fact.PlanAdopted(var plan, var _, var _)
                            && plan.operations().stream()
                                    .anyMatch(planned -> planned.operation().equals("O-1.1:20r1")));
        }
        try (var again = new Aftermath(dir)) {
            again.twin.accept(checked()).join(); // the machine, too, says it again when it comes back
            again.plan();
            assertThat(again.told("rework-added")).isEmpty();
        }
    }

    /** Parts rejected before an interruption must not be forgotten, or their lot waits for ever. */
    @Test
    void repairsWhatWasRejectedInAnyRunOfAnInspection() throws InterruptedException {
        Aftermath.journal(
                dir,
                inspectedOrder(),
                pressed(),
                draft(50, DRILL, new Fact.OperationStarted("O-1.1", "O-1.1:20")),
                draft(49, DRILL, new Fact.PartsCounted("O-1.1", "O-1.1:20", 1, 0, 2)),
                draft(48, DRILL, new Fact.OperationInterrupted("O-1.1", "O-1.1:20", 3, "power cut")),
                draft(47, DRILL, new Fact.OperationStarted("O-1.1", "O-1.1:20")),
                draft(46, DRILL, new Fact.OperationCompleted("O-1.1", "O-1.1:20", 2, 0, 0)));
        try (var after = new Aftermath(dir)) {
            var added = (Fact.ReworkAdded) after.await(Fact.ReworkAdded.class).fact();
            assertThat(added.operations().getFirst().quantity()).isEqualTo(2);
        }
    }

    @Test
    void repairsNothingOfACancelledOrder() throws InterruptedException {
        Aftermath.journal(
                dir, inspectedOrder(), pressed(), checked(), draft(1, SITE, new Fact.OrderCancelled("O-1", "anna")));
        try (var after = new Aftermath(dir)) {
            after.plan();
            assertThat(after.told("rework-added")).isEmpty();
        }
    }

    @Test
    void plansAnOrderThatWasAddedRightBeforeTheCrash() throws InterruptedException {
        Aftermath.journal(dir, order("O-1"));
        try (var after = new Aftermath(dir)) {
            var adopted = after.await(Fact.PlanAdopted.class);
            assertThat(adopted.reason()).contains("order O-1 was added (before a restart)");
            assertThat(adopted.correlation()).isEqualTo("e1");
            assertThat(plan(adopted).operations()).hasSize(2);
            assertThat(((Fact.PlanAdopted) adopted.fact()).reactionMillis())
                    .as("counted from the start, not from the crash")
                    .isLessThan(30_000);
        }
        try (var again = new Aftermath(dir)) {
            assertThat(again.plan().reason()).doesNotContain("restart");
            assertThat(again.told("plan-requested")).hasSize(2); // anna's, and the one that answers it
        }
    }

    /** The request is told, its plan is not: the disturbance behind it is still open. */
    @Test
    void plansWhatAPlanWasRequestedForAndNeverMade() throws InterruptedException {
        Aftermath.journal(
                dir,
                order("O-1"),
                new Draft(Aftermath.NOW, "loop", SITE, "e1", "e1", "?", new Fact.PlanRequested("?", SITE)));
        try (var after = new Aftermath(dir)) {
            assertThat(after.await(Fact.PlanAdopted.class).causation()).isNotEqualTo("e2");
        }
    }

    @Test
    void answersWhateverDisturbedThePlanBeforeTheCrash() throws InterruptedException {
        var wish =
                new MaintenanceWish("W-1", DRILL, 600, Aftermath.NOW, Aftermath.NOW.plusSeconds(7200), RiskLevel.HIGH);
        Aftermath.journal(dir, order("O-1"), draft(9, DRILL, new Fact.MaintenanceRequested(wish)));
        try (var first = new Aftermath(dir)) {
            assertThat(plan(first.plan()).maintenance()).hasSize(1);
        }
        var disturbances = List.<Draft>of(
                draft(1, DRILL, new Fact.MaintenanceWithdrawn("W-1", "done by hand")),
                draft(1, SITE, new Fact.OrderChanged("O-1", 7, null)),
                draft(1, PRESS_1, new Fact.ConnectionOpened()),
                draft(1, PRESS_1, new Fact.MachineStateChanged(PackMlState.ABORTED, "ram jammed")),
                draft(1, SITE, new Fact.OrderCancelled("O-1", "anna")));
        for (var disturbance : disturbances) {
            Aftermath.journal(dir, disturbance);
            try (var after = new Aftermath(dir)) {
                var adopted = after.await(Fact.PlanAdopted.class);
                assertThat(adopted.reason()).contains("(before a restart)");
                assertThat(plan(adopted).maintenance()).isEmpty();
            }
        }
    }

    @Test
    void freesTheWorkOfAMachineThatBrokeDownAndCouldNotSaySo() throws InterruptedException {
        Aftermath.journal(
                dir,
                order("O-1"),
                connected(PRESS_1),
                connected(PRESS_2),
                idle(PRESS_2),
                draft(30, PRESS_1, new Fact.OperationStarted("O-1.1", "O-1.1:10")),
                draft(25, PRESS_1, new Fact.PartsCounted("O-1.1", "O-1.1:10", 3, 0, 0)),
                draft(20, PRESS_1, new Fact.MachineStateChanged(PackMlState.ABORTED, "ram jammed")));
        try (var after = new Aftermath(dir)) {
            var freed = after.await(Fact.OperationInterrupted.class);
            assertThat(((Fact.OperationInterrupted) freed.fact()).processed()).isEqualTo(3);
            assertThat(freed.reason()).contains("never said what became of it");
            assertThat(freed.causation()).as("the plan it was seen against").isNotNull();
            var adopted = after.await(
                    "a plan on the other press",
                    event -> event.fact() instanceof Fact.PlanAdopted p
                            && on(p.plan(), PRESS_2).stream()
                                    .anyMatch(planned -> planned.operation().equals("O-1.1:10")));
            assertThat(adopted.reason()).contains("O-1.1:10 was interrupted on press-1 after 3 parts");
            var step =
                    after.twin.state().lots().get("O-1.1").operation("O-1.1:10").orElseThrow();
            assertThat(step.machine()).isNotEqualTo(PRESS_1);
            assertThat(step.left()).isEqualTo(2);
        }
    }

    @Test
    void saysAgainWhatWasDispatchedAndTakesBackWhatAnotherMachineHasTakenOver() throws InterruptedException {
        Aftermath.journal(
                dir,
                order("O-1"),
                order("O-2"),
                idle(PRESS_1),
                idle(PRESS_2),
                connected(PRESS_1),
                connected(PRESS_2),
                draft(30, PRESS_1, new Fact.OperationDispatched("O-1.1", "O-1.1:10")),
                draft(30, PRESS_2, new Fact.OperationStarted("O-2.1", "O-2.1:10")),
                draft(20, DRILL, new Fact.OperationStarted("O-2.1", "O-2.1:10")));
        try (var after = new Aftermath(dir)) {
            assertThat(after.command(sent -> sent.machine().equals(PRESS_1)))
                    .isInstanceOfSatisfying(
                            MachineCommand.Work.class,
                            work -> assertThat(work.instruction().operation()).isEqualTo("O-1.1:10"));
            assertThat(after.told("operation-dispatched"))
                    .noneMatch(event -> event.subject().equals(PRESS_1));
        }
        try (var again = new Aftermath(dir)) {
            assertThat(again.command(sent -> sent.machine().equals(PRESS_2)))
                    .isEqualTo(new MachineCommand.Drop("O-2.1:10"));
        }
    }

    @Test
    void drawsTheConsequencesOfFindingsThatNobodyDrew() throws InterruptedException {
        Aftermath.journal(dir, findings());
        Event wished;
        try (var after = new Aftermath(dir)) {
            var health = after.await(Fact.HealthAssessed.class);
            assertThat(health.causation()).isEqualTo("e12");
            wished = after.await(Fact.MaintenanceRequested.class);
            assertThat(wished.correlation()).isEqualTo("e12");
            assertThat(wished.reason()).contains("quality health");
            assertThat(after.await(Fact.PlanAdopted.class).correlation()).isEqualTo("e12");
        }
        try (var again = new Aftermath(dir)) {
            again.twin.accept(finding(PRESS_1, 99)).join(); // looked at after all that is recalled
            again.await(
                    "the press's health",
                    event -> event.fact() instanceof Fact.HealthAssessed
                            && event.subject().equals(PRESS_1));
            assertThat(again.told("health-assessed")).hasSize(1);
            assertThat(again.told("maintenance-requested")).isEmpty();
        }
    }

    /** The chain may break at any link: here health and life are told, the wish is not. */
    @Test
    void wishesForMaintenanceWhenOnlyTheRiskWasTold() throws InterruptedException {
        Aftermath.journal(dir, findings());
        var told = new ArrayList<Draft>();
        try (var after = new Aftermath(dir)) {
            after.await(Fact.MaintenanceRequested.class);
            for (String type : List.of("health-assessed", "remaining-life-estimated")) {
                after.told(type)
                        .forEach(event -> told.add(new Draft(
                                event.time(),
                                event.source(),
                                event.subject(),
                                event.correlation(),
                                event.causation(),
                                event.reason(),
                                event.fact())));
            }
        }
        var broken = dir.resolve("broken");
        Aftermath.journal(broken, findings());
        Aftermath.journal(broken, told.toArray(Draft[]::new));
        try (var after = new Aftermath(broken)) {
            after.await(Fact.MaintenanceRequested.class);
            assertThat(after.told("health-assessed")).isEmpty();
            assertThat(after.told("remaining-life-estimated")).isEmpty();
        }
    }

    /** A wish is void once its machine was maintained for another reason, even if nobody was there to say so. */
    @Test
    void withdrawsItsWishForAMachineThatWasMaintainedMeanwhile() throws InterruptedException {
        Aftermath.journal(dir, findings());
        try (var after = new Aftermath(dir)) {
            after.await(Fact.MaintenanceRequested.class);
        }
        Aftermath.journal(dir, draft(1, DRILL, new Fact.MaintenanceFinished("spring-clean")));
        try (var again = new Aftermath(dir)) {
            var withdrawn = again.await(Fact.MaintenanceWithdrawn.class);
            assertThat(withdrawn.reason()).contains("was maintained meanwhile");
        }
    }

    /** A false finding must not leave its trace on the machine, whether or not somebody was there when it was rejected. */
    @Test
    void givesBackTheHealthThatRejectedFindingsHadTaken() throws InterruptedException {
        Aftermath.journal(dir, findings());
        double before;
        try (var after = new Aftermath(dir)) {
            after.await(Fact.HealthAssessed.class);
            before = health(after);
            var confirmed =
                    after.twin.accept(word(0, CorrectionVerdict.CONFIRMED)).join();
            var rejected =
                    after.twin.accept(word(1, CorrectionVerdict.REJECTED)).join();
            var told = after.await(Fact.HealthAssessed.class);
            assertThat(told.causation()).isEqualTo(rejected.id()).isNotEqualTo(confirmed.id());
            assertThat(told.reason()).contains("anna holds 'open' of O-1.1/1 for no defect");
            assertThat(health(after)).isCloseTo(before + 0.0606, within(1e-4)); // 0.02 * 3 * (1 + 0.98 % / 100)
        }
        Aftermath.journal(dir, word(2, CorrectionVerdict.REJECTED));
        try (var again = new Aftermath(dir)) {
            again.await(Fact.HealthAssessed.class);
            assertThat(health(again)).isCloseTo(before + 2 * 0.0606, within(1e-4));
        }
    }

    /** Heard live and read from the journal, parts and the ways of their lots lead to the same machine, told once. */
    @Test
    void suspectsTheMachineThatBadPartsCameOverAndSaysSoOnce() throws InterruptedException {
        try (var after = new Aftermath(dir)) {
            after.twin.acceptAll(spoiledByPress2(60)).join();
            var told = after.await(
                    "the press's health",
                    event -> event.fact() instanceof Fact.HealthAssessed
                            && event.subject().equals(PRESS_2));
            assertThat(told.reason()).contains("suspected: ").contains("parts with 'open' came over it");
            assertThat(after.twin
                            .event(String.valueOf(told.causation()))
                            .orElseThrow()
                            .fact())
                    .isInstanceOf(Fact.PartInspected.class);
        }
        try (var again = new Aftermath(dir)) {
            again.twin.accept(finding(PRESS_1, 99)).join(); // looked at after all that is recalled
            again.await(
                    "the other press's health",
                    event -> event.fact() instanceof Fact.HealthAssessed
                            && event.subject().equals(PRESS_1));
            assertThat(again.told("health-assessed"))
                    .noneMatch(event -> event.subject().equals(PRESS_2));
        }
    }

    /** A part a minute behind the drill, in lots of five that passed one press or the other. */
    private static List<Draft> spoiledByPress2(int parts) {
        var drafts = new ArrayList<Draft>();
        for (int i = 0; i < parts; i++) {
            boolean second = i / 5 % 2 == 1;
            String lot = "B-" + i / 5;
            if (i % 5 == 0) {
                drafts.add(draft(
                        parts - i, second ? PRESS_2 : PRESS_1, new Fact.OperationCompleted(lot, lot + ":10", 5, 0, 0)));
            }
            var open = new Finding("open", Severity.MINOR, new Box(1, 1, 3, 3), 4, 1, "centre", "a trace is cut");
            drafts.add(draft(
                    parts - i,
                    DRILL,
                    new Fact.PartInspected(
                            "B-" + i,
                            "cam",
                            lot + "/" + (i % 5 + 1),
                            second ? Verdict.FAIL : Verdict.PASS,
                            second ? List.of(open) : List.of(),
                            null,
                            1)));
        }
        return drafts;
    }

    private static double health(Aftermath after) {
        return after.twin.state().machines().get(DRILL).health().value();
    }

    private static Draft word(int number, CorrectionVerdict verdict) {
        var word = new Correction("I-" + number + ".c1", verdict, 0, null, null, List.of(), null, "anna");
        return draft(0, DRILL, new Fact.FindingCorrected("I-" + number, "O-1.1/" + number, "open", null, word))
                .because("anna holds 'open' of O-1.1/" + number + " for no defect");
    }

    private static Plan plan(Event adopted) {
        return ((Fact.PlanAdopted) adopted.fact()).plan();
    }

    private static List<PlannedOperation> on(Plan plan, EquipmentId machine) {
        return plan.operations().stream()
                .filter(planned -> planned.machine().equals(machine))
                .toList();
    }

    private static Draft order(String id) {
        return draft(60, SITE, PlantFixtures.orderAdded(id, 5));
    }

    private static Draft inspectedOrder() {
        var order = new Order("O-1", "bracket", 5, 1, null, null, null);
        return draft(60, SITE, new Fact.OrderAdded(order, Lot.of(order, INSPECTED)));
    }

    private static Draft pressed() {
        return draft(55, PRESS_1, new Fact.OperationCompleted("O-1.1", "O-1.1:10", 5, 0, 0));
    }

    private static Draft checked() {
        return draft(50, DRILL, new Fact.OperationCompleted("O-1.1", "O-1.1:20", 3, 0, 2));
    }

    private static Draft idle(EquipmentId machine) {
        return draft(40, machine, new Fact.MachineStateChanged(PackMlState.IDLE, null));
    }

    private static Draft connected(EquipmentId machine) {
        return draft(40, machine, new Fact.ConnectionOpened());
    }

    private static Draft[] findings() {
        var drafts = new Draft[12];
        for (int i = 0; i < drafts.length; i++) {
            drafts[i] = finding(DRILL, i);
        }
        return drafts;
    }

    private static Draft finding(EquipmentId machine, int number) {
        var finding =
                new Finding("open", Severity.CRITICAL, new Box(1, 1, 30, 30), 4000, 1, "centre", "a trace is cut");
        return draft(
                machine.equals(DRILL) ? 30 - number : 0,
                machine,
                new Fact.PartInspected(
                        "I-" + number, "cam", "O-1.1/" + number, Verdict.FAIL, List.of(finding), null, 1));
    }
}
