package dev.millwright.loop.planning;

import static dev.millwright.loop.planning.Told.MORNING;
import static dev.millwright.loop.planning.Told.at;
import static dev.millwright.plant.PlantFixtures.DRILL;
import static dev.millwright.plant.PlantFixtures.PRESS_1;
import static dev.millwright.plant.PlantFixtures.PRESS_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Plan;
import dev.millwright.plant.PlannedOperation;
import dev.millwright.plant.event.Fact;
import dev.millwright.scheduling.Scheduler;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the floor knows, the plan keeps: shifts, pins, holds, and what is about to start. */
class FirstPlanTest {

    private static final String PRESSING = "O-1.1:10";
    private static final String DRILLING = "O-1.1:20";
    private static final Duration FROZEN = Duration.ofMinutes(5);
    private static final Scheduler SCHEDULER = new Scheduler(SolverSettings.fast());

    @Test
    void worksAroundTheClockWithoutShiftsAndNotAfterThem() {
        var evening = Instant.parse("2026-11-23T17:59:00Z");
        var floor = new Told().order("O-1", null);
        var pressing = operation(plan(floor, evening), PRESSING);
        assertThat(pressing.start()).isEqualTo(evening);
        assertThat(pressing.end()).isEqualTo("2026-11-23T17:59:50Z");
        var drilling = operation(plan(floor, evening), DRILLING);
        assertThat(drilling.start())
                .as("nobody begins what the night interrupts when it makes nothing sooner, but somebody may")
                .isAfterOrEqualTo(pressing.end());
        assertThat(drilling.end()).isEqualTo("2026-11-24T06:00:20Z");
    }

    @Test
    void nothingBeginsInABreakAndWhatRunsIsInterruptedByIt() {
        var almostBreak = Instant.parse("2026-11-23T11:44:40Z");
        var plan = plan(new Told().order("O-1", null), almostBreak);
        assertThat(operation(plan, PRESSING).end()).isEqualTo("2026-11-23T12:15:30Z");
        var inBreak = Instant.parse("2026-11-23T12:00:00.250Z");
        assertThat(operation(plan(new Told().order("O-1", null), inBreak), PRESSING)
                        .start())
                .isBetween(Instant.parse("2026-11-23T12:15:00Z"), Instant.parse("2026-11-23T12:15:01Z"));
    }

    @Test
    void aPinnedMachineAndStartAreKept() {
        var floor = new Told().order("O-1", null).order("O-2", null).pin(PRESSING, PRESS_2, at(30));
        var first = first(floor, MORNING);
        var pressing = operation(plan(first), PRESSING);
        assertThat(pressing.machine()).isEqualTo(PRESS_2);
        assertThat(pressing.start()).isEqualTo(at(30));
        assertThat(first.letGo()).isEmpty();
        assertThat(ScheduleChecker.check(first.request().problem(), first.schedule()))
                .isEmpty();
    }

    @Test
    void aPinThatCannotBeKeptIsLetGoOfInWords() {
        var floor = new Told().order("O-1", null).pin(DRILLING, DRILL, MORNING.plusSeconds(20));
        var first = first(floor, MORNING);
        assertThat(first.letGo()).containsExactly("O-1.1:20 is pinned to start at 08:00, which cannot be kept now");
        assertThat(ScheduleChecker.check(first.request().problem(), first.schedule()))
                .isEmpty();
        assertThat(operation(plan(first), DRILLING).start()).isEqualTo(MORNING.plusSeconds(50));
    }

    @Test
    void twoPinsOfOneMachineAtOneTimeCannotBothBeKept() {
        var floor = new Told()
                .order("O-1", null)
                .order("O-2", null)
                .pin(PRESSING, PRESS_1, at(30))
                .pin("O-2.1:10", PRESS_1, at(30));
        var first = first(floor, MORNING);
        assertThat(first.letGo()).hasSize(1);
        assertThat(ScheduleChecker.check(first.request().problem(), first.schedule()))
                .isEmpty();
    }

    @Test
    void aPinnedStartThatHasPassedIsOnlyDue() {
        var first = first(new Told().order("O-1", null).pin(PRESSING, PRESS_2, at(-30)), MORNING);
        assertThat(first.letGo()).containsExactly("O-1.1:10 was pinned to start at 07:30, which has passed");
        assertThat(operation(plan(first), PRESSING)).satisfies(pressing -> {
            assertThat(pressing.machine()).isEqualTo(PRESS_2);
            assertThat(pressing.start()).isEqualTo(MORNING);
        });
    }

    @Test
    void aHeldLotIsLeftOutUntilItIsReleasedAndWhatRunsOfItStays() {
        var floor = new Told().order("O-1", null).order("O-2", null).hold("O-1.1");
        assertThat(plan(first(floor, MORNING)).operations())
                .extracting(PlannedOperation::lot)
                .containsOnly("O-2.1");
        floor.tell(PRESS_1, new Fact.LotReleased("O-1.1", "ana"));
        assertThat(plan(first(floor, MORNING)).operations()).hasSize(4);

        var running = new Told().order("O-1", null).tell(PRESS_1, new Fact.OperationStarted("O-1.1", PRESSING));
        assertThat(plan(first(running.hold("O-1.1"), MORNING)).operations())
                .extracting(PlannedOperation::operation)
                .containsExactly(PRESSING);
    }

    /** The second press is free and the first would be better; but the crew has been told, and is about to begin. */
    @Test
    void whatIsAboutToStartStaysUnlessItsMachineFails() {
        var floor = new Told()
                .order("O-1", null)
                .plan(new PlannedOperation(PRESSING, "O-1.1", PRESS_2, at(4), at(4).plusSeconds(100), 0));
        assertThat(operation(plan(floor, MORNING), PRESSING)).satisfies(pressing -> {
            assertThat(pressing.machine()).isEqualTo(PRESS_2);
            assertThat(pressing.end()).isEqualTo(at(4).plusSeconds(100));
        });

        floor.tell(PRESS_2, new Fact.MachineStateChanged(PackMlState.ABORTED, "ram jammed"));
        assertThat(operation(plan(floor, MORNING), PRESSING).machine()).isEqualTo(PRESS_1);
    }

    /** A planner's word weighs more than what the last plan was about to do. */
    @Test
    void whatIsFrozenGivesWayToAPin() {
        var floor = new Told()
                .order("O-1", null)
                .order("O-2", null)
                .plan(new PlannedOperation(PRESSING, "O-1.1", PRESS_1, at(1), at(1).plusSeconds(50), 0))
                .pin("O-2.1:10", PRESS_1, at(1));
        var first = first(floor, MORNING);
        assertThat(first.letGo()).isEmpty();
        assertThat(operation(plan(first), "O-2.1:10").start()).isEqualTo(at(1));
    }

    @Test
    void maintenanceHasRoomAfterTheNightWhenItsWindowHasNone() {
        var evening = Instant.parse("2026-11-23T17:50:00Z");
        var plan =
                plan(new Told().wish(DRILL, evening, evening.plusSeconds(1800)).order("O-1", null), evening);
        assertThat(plan.maintenance()).singleElement().satisfies(slot -> assertThat(slot.start())
                .isAfterOrEqualTo("2026-11-24T06:00:00Z"));
    }

    @Test
    void lateLotsCarryTheirCause() {
        var floor = new Told().order("O-1", MORNING.plusSeconds(100)).plan();
        floor.tell(PRESS_1, new Fact.MachineStateChanged(PackMlState.ABORTED, "ram jammed"))
                .tell(PRESS_2, new Fact.MachineStateChanged(PackMlState.ABORTED, "ram jammed"));
        var late = plan(floor, MORNING).late();
        assertThat(late).singleElement().satisfies(lot -> {
            assertThat(lot.order()).isEqualTo("O-1");
            assertThat(lot.lot()).isEqualTo("O-1.1");
            assertThat(lot.due()).isEqualTo(MORNING.plusSeconds(100));
            assertThat(lot.cause()).matches("waits \\d+ min for press-1, down until \\d\\d:\\d\\d");
        });
    }

    private static FirstPlan first(Told floor, Instant now) {
        return FirstPlan.of(SCHEDULER, floor.state(), now, FROZEN);
    }

    private static Plan plan(Told floor, Instant now) {
        var first = first(floor, now);
        return new PlanWords(floor.state().plant(), now)
                .plan("P", first.request().problem(), first.schedule(), 1);
    }

    private static Plan plan(FirstPlan first) {
        return new PlanWords(new Told().state().plant(), MORNING)
                .plan("P", first.request().problem(), first.schedule(), 1);
    }

    private static PlannedOperation operation(Plan plan, String id) {
        return plan.operations().stream()
                .filter(planned -> planned.operation().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
