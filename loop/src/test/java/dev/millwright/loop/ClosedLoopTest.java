package dev.millwright.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.loop.planning.FloorQuestion;
import dev.millwright.plant.Box;
import dev.millwright.plant.Finding;
import dev.millwright.plant.Lot;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.MaintenanceWish;
import dev.millwright.plant.Order;
import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.RiskLevel;
import dev.millwright.plant.Severity;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.OperationStatus;
import dev.millwright.twin.OrderStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop on a virtual cell of two presses and a drill. */
class ClosedLoopTest {

    @TempDir
    private Path dir;

    private Shop shop;

    private void open(double speed) throws InterruptedException {
        shop = Shop.open(PlantFixtures.cell(), dir, speed);
    }

    @AfterEach
    void closeTheShop() {
        shop.close();
    }

    @Test
    void plansANewOrderWithinASecondAndTellsWhy() throws InterruptedException {
        open(30);
        var added = shop.order("O-1", 12, Duration.ofHours(4));
        var adopted = shop.planAfter(added);
        var plan = ((Fact.PlanAdopted) adopted.fact()).plan();

        assertThat(plan.operations()).hasSize(6);
        assertThat(((Fact.PlanAdopted) adopted.fact()).reactionMillis()).isBetween(0.0, 1000.0);
        assertThat(adopted.correlation()).isEqualTo(added.id());
        assertThat(adopted.reason()).contains("order O-1 was added").contains("no lot late");
        assertThat(shop.state().plan()).isNotNull();
    }

    @Test
    void runsAnOrderToItsEndByWhatThePlanSays() throws InterruptedException {
        open(120);
        shop.order("O-1", 10, Duration.ofHours(8));
        var done = shop.await("the order's end", change -> {
            var order = change.after().orders().get("O-1");
            return order != null && order.status() == OrderStatus.DONE;
        });
        var after = done.after();
        assertThat(after.lots().values()).allSatisfy(lot -> {
            assertThat(lot.done()).isTrue();
            assertThat(lot.operations())
                    .allSatisfy(step -> assertThat(step.counts().processed())
                            .isEqualTo(step.operation().quantity()));
        });
        // Presses before it drills: no operation of a lot starts before the one before it has ended.
        assertThat(after.lots().values())
                .allSatisfy(lot -> assertThat(lot.operations().get(1).started())
                        .isAfterOrEqualTo(lot.operations().get(0).ended()));
    }

    @Test
    void movesWorkFromABrokenMachineAndBringsItBackAfterTheRepair() throws InterruptedException {
        open(120);
        var added = shop.order("O-1", 200, Duration.ofHours(20));
        shop.planAfter(added);
        var running = shop.await("press 1 at work", change -> {
            var press = change.after().machines().get(PlantFixtures.PRESS_1);
            return press != null && press.operation() != null;
        });
        shop.machines.fail(PlantFixtures.PRESS_1, "ram jammed", Duration.ofMinutes(15));
        var failed = shop.await(
                        "the failure",
                        change -> change.event().offset() > running.event().offset()
                                && change.event().fact() instanceof Fact.MachineStateChanged state
                                && state.state().isAborted())
                .event();
        var adopted = shop.planAfter(failed);
        var plan = ((Fact.PlanAdopted) adopted.fact()).plan();
        var repairedAt = failed.time().plus(Duration.ofMinutes(25));

        assertThat(adopted.reason()).contains("press-1 failed: ram jammed");
        assertThat(plan.operations())
                .filteredOn(operation -> operation.machine().equals(PlantFixtures.PRESS_1))
                .allSatisfy(operation -> assertThat(operation.start()).isAfter(repairedAt));
        assertThat(plan.operations())
                .anySatisfy(operation -> assertThat(operation.machine()).isEqualTo(PlantFixtures.PRESS_2));

        var repaired = shop.await(
                        "the repair",
                        change -> change.event().offset() > failed.offset()
                                && change.event().subject().equals(PlantFixtures.PRESS_1)
                                && change.event().fact() instanceof Fact.MachineStateChanged state
                                && state.state() == PackMlState.IDLE)
                .event();
        assertThat(shop.planAfter(failed)).isNotNull();
        shop.await("press 1 at work again", change -> {
            var press = change.after().machines().get(PlantFixtures.PRESS_1);
            return change.event().offset() > repaired.offset() && press != null && press.operation() != null;
        });
    }

    /** The whole story, each step caused by the one before it. */
    @Test
    void followsAFindingThroughHealthAndRiskToAMaintenanceInThePlan() throws InterruptedException {
        open(300);
        var added = shop.order("O-1", 20, Duration.ofHours(20));
        shop.planAfter(added);
        Event last = added;
        for (int i = 0; i < 12; i++) {
            last = ((CommandOutcome.Accepted)
                            shop.loop.desk().reportDefect(PlantFixtures.DRILL, "O-1.1/" + (i + 1), critical(), "anna"))
                    .event();
        }
        var wished = shop.await(Fact.MaintenanceRequested.class, added.offset());
        var planned = shop.await(
                "the maintenance in a plan",
                change -> change.event().fact() instanceof Fact.PlanAdopted adopted
                        && adopted.plan().maintenance().stream()
                                .anyMatch(slot -> slot.machine().equals(PlantFixtures.DRILL)));
        var story = shop.twin.events(dev.millwright.twin.EventQuery.all()
                .inStory(wished.correlation())
                .atMost(50));

        assertThat(last).isNotNull();
        assertThat(story.stream().map(Event::type))
                .containsSubsequence(
                        "part-inspected", "health-assessed", "maintenance-requested", "plan-requested", "plan-adopted");
        assertThat(story)
                .filteredOn(event -> !(event.fact() instanceof Fact.AlarmRaised)) // an alarm's message says it
                .allSatisfy(event -> assertThat(event.reason()).isNotBlank());
        var slot =
                ((Fact.PlanAdopted) planned.event().fact()).plan().maintenance().getFirst();
        var wish = ((Fact.MaintenanceRequested) wished.fact()).wish();
        assertThat(slot.start()).isAfterOrEqualTo(wish.earliest().minusSeconds(1));

        shop.await(Fact.MaintenanceStarted.class, planned.event().offset());
        var finished =
                shop.await(Fact.MaintenanceFinished.class, planned.event().offset());
        shop.await(
                "health after maintenance",
                change -> change.event().offset() > finished.offset()
                        && change.event().fact() instanceof Fact.HealthAssessed assessed
                        && assessed.health() > 0.9);
        assertThat(shop.commands).anyMatch(command -> command instanceof MachineCommand.Maintain);
    }

    @Test
    void refusesWhatContradictsTheFloorAndSaysWhy() throws InterruptedException {
        open(30);
        var desk = shop.loop.desk();
        var refused = desk.command(PlantFixtures.PRESS_2, PackMlCommand.UNHOLD, "anna");
        assertThat(refused).isInstanceOfSatisfying(CommandOutcome.Refused.class, refusal -> assertThat(refusal.why())
                .contains("IDLE"));
        assertThat(shop.await(Fact.CommandRefused.class, 0).source()).isEqualTo("user/anna");
        assertThat(desk.addOrder(new Order("O-9", "gizmo", 1, 1, null, null, null), "anna"))
                .isInstanceOfSatisfying(
                        CommandOutcome.Refused.class,
                        refusal -> assertThat(refusal.why()).contains("gizmo").contains("bracket"));
        assertThat(desk.cancelOrder("O-404", "anna")).isInstanceOf(CommandOutcome.Refused.class);
        assertThat(desk.acknowledge("no-such", "anna", null)).isInstanceOf(CommandOutcome.Refused.class);
        assertThat(desk.withdrawMaintenance("no-such", "why", "anna")).isInstanceOf(CommandOutcome.Refused.class);
    }

    @Test
    void takesChangesWishesAndCommandsOfPeople() throws InterruptedException {
        open(30);
        var desk = shop.loop.desk();
        var added = shop.order("O-1", 20, Duration.ofHours(8));
        shop.planAfter(added);
        var changed = accepted(desk.changeOrder("O-1", 9, shop.instant().plus(Duration.ofHours(2)), "anna"));
        assertThat(changed.source()).isEqualTo("user/anna");
        shop.planBecause("order O-1 was changed: priority 1 to 9");
        var now = shop.instant();
        var wish = new MaintenanceWish(
                "W-1", PlantFixtures.DRILL, 600, now.plusSeconds(60), now.plusSeconds(7200), RiskLevel.MEDIUM);
        var wished = accepted(desk.requestMaintenance(wish, "greasing", "anna"));
        var plan = ((Fact.PlanAdopted) shop.planAfter(wished).fact()).plan();
        assertThat(plan.maintenance()).extracting(slot -> slot.wish()).contains("W-1");
        var withdrawn = accepted(desk.withdrawMaintenance("W-1", "done by hand", "anna"));
        assertThat(((Fact.PlanAdopted) shop.planAfter(withdrawn).fact()).plan().maintenance())
                .isEmpty();
        var replan = accepted(desk.replan("anna"));
        assertThat(replan.source()).isEqualTo("user/anna");
        shop.planBecause("anna asked for a new plan");
        var cancelled = accepted(desk.cancelOrder("O-1", "anna"));
        var rest = ((Fact.PlanAdopted) shop.planAfter(cancelled).fact()).plan();
        assertThat(rest.operations()).allSatisfy(operation -> assertThat(shop.state()
                        .lots()
                        .get(operation.lot())
                        .operation(operation.operation())
                        .orElseThrow()
                        .status())
                .isNotEqualTo(OperationStatus.WAITING));
        accepted(desk.command(PlantFixtures.DRILL, PackMlCommand.ABORT, "anna"));
        shop.await(
                "the drill aborted",
                change -> change.after().machines().get(PlantFixtures.DRILL).state() == PackMlState.ABORTED);
    }

    @Test
    void showsWhatAPlanWouldBeWithoutAdoptingIt() throws InterruptedException {
        open(30);
        var order = new Order("O-5", "bracket", 7, 1, null, null, null);
        var bracket = shop.state().plant().product("bracket").orElseThrow();
        var added = Draft.of(
                shop.instant(),
                "test",
                shop.state().plant().site(),
                new Fact.OrderAdded(order, Lot.of(order, bracket)));
        var plan = shop.loop
                .preview(FloorQuestion.supposing(shop.state(), List.of(added), shop.instant()))
                .plan("preview");
        assertThat(plan.operations()).hasSize(4);
        assertThat(shop.state().orders()).isEmpty();
        assertThat(shop.state().plan()).isNull();
    }

    private static Event accepted(CommandOutcome outcome) {
        assertThat(outcome).isInstanceOf(CommandOutcome.Accepted.class);
        return ((CommandOutcome.Accepted) outcome).event();
    }

    private static Finding critical() {
        return new Finding("open", Severity.CRITICAL, new Box(1, 1, 30, 30), 4000, 1, "centre", "a trace is cut");
    }
}
