package dev.millwright.scheduling.replanning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.scheduling.dispatching.DispatchRule;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Precedence;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.problem.SetupTimes;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScheduleChangesTest {
    private static final Job J1 = Job.of(
            "J1",
            Operation.of("J1-1", new Mode("press-1", 600)),
            Operation.of("J1-2", new Mode("press-2", 600), new Mode("press-3", 1_440)));
    private static final Job J2 = Job.of("J2", Operation.of("J2-1", new Mode("press-1", 300)));
    private static final List<Machine> MACHINES =
            List.of(Machine.of("press-1"), Machine.of("press-2"), Machine.of("press-3"));
    private static final Problem BEFORE = Problem.of(MACHINES, List.of(J1, J2));
    private static final Schedule ADOPTED = new Dispatcher(PlanRequest.of(BEFORE)).byRule(DispatchRule.LPT);

    @Test
    void aFailureMovesWorkAndNamesTheMachineAndItsRepair() {
        var down = List.of(MACHINES.get(0), MACHINES.get(1).down(new Window(300, 9_000)), MACHINES.get(2));
        assertThat(described(Problem.of(down, List.of(J1, J2)), null))
                .containsExactly("J1 op 2 moved from press-2 to press-3, same start: press-2 down until 9000");
    }

    @Test
    void aMachineThatComesLateShiftsWorkAndWhatWaitsForIt() {
        var late = List.of(new Machine("press-1", null, List.of(), 840), MACHINES.get(1), MACHINES.get(2));
        assertThat(described(Problem.of(late, List.of(J1, J2)), null))
                .containsExactlyInAnyOrder(
                        "J1 op 1 on press-1 moved to 840, +14 min: press-1 down until 840",
                        "J1 op 2 on press-2 moved to 1440, +14 min: waits for J1-1 until 1440",
                        "J2 op 1 on press-1 moved to 1440, +14 min: press-1 down until 840");
    }

    @Test
    void maintenanceAndNewOrdersAreBookedWithTheTriggerAsReason() {
        var order = Job.of("J3", Operation.of("J3-1", new Mode("press-3", 60)));
        var problem = new Problem(
                0,
                MACHINES,
                List.of(J1, J2, order),
                SetupTimes.none(),
                List.of(new MaintenanceTask("W1", "press-3", 100, 0, 100, 0)));
        assertThat(described(problem, "order J3 added"))
                .containsExactly(
                        "J3 op 1 added on press-3 at 100: order J3 added",
                        "maintenance W1 booked on press-3 0 to 100: order J3 added");
    }

    @Test
    void cancelledOrdersAreDroppedAndLeaveRoom() {
        var changes = described(Problem.of(MACHINES, List.of(J2)), "J1 cancelled");
        assertThat(changes)
                .containsExactly(
                        "J2 op 1 on press-1 moved to 0, -10 min: press-1 is free sooner",
                        "J1-1 of J1 dropped from press-1: J1 cancelled",
                        "J1-2 of J1 dropped from press-2: J1 cancelled");
    }

    @Test
    void workThatRunsLongerPushesWhatComesNext() {
        var running = J1.operations().getFirst().progress(new Progress.Running("press-1", 0, 400));
        var job = Job.of("J1", running, J1.operations().getLast());
        var problem = new Problem(500, MACHINES, List.of(job, J2), SetupTimes.none(), List.of());
        assertThat(described(problem, null))
                .containsExactlyInAnyOrder(
                        "J1 op 2 on press-2 moved to 900, +5 min: waits for J1-1 until 900",
                        "J2 op 1 on press-1 moved to 900, +5 min: press-1 busy with J1-1 until 900");
    }

    @Test
    void maintenanceThatMovesOrGoesIsTold() {
        var early = BEFORE.maintenance(new MaintenanceTask("W1", "press-3", 100, 0, 100, 0));
        var late = BEFORE.maintenance(new MaintenanceTask("W1", "press-3", 100, 7_200, 7_300, 0));
        var first = new Dispatcher(PlanRequest.of(early)).byRule(DispatchRule.LPT);
        var second = new Dispatcher(PlanRequest.of(late)).byRule(DispatchRule.LPT);
        assertThat(ScheduleChanges.between(late, first, second, "part delayed").describe(Long::toString))
                .containsExactly("maintenance W1 on press-3 moved to 7200, +2 h: part delayed");
        assertThat(ScheduleChanges.between(BEFORE, first, ADOPTED, null).describe(Long::toString))
                .containsExactly("maintenance W1 on press-3 dropped");
    }

    @Test
    void theSameScheduleHasNoChanges() {
        assertThat(ScheduleChanges.between(BEFORE, ADOPTED, ADOPTED, null).isEmpty())
                .isTrue();
        assertThat(ScheduleChanges.between(BEFORE, null, ADOPTED, null).changes())
                .hasSize(3);
    }

    @Test
    void aJoinNamesTheBranchItWaitsFor() {
        var join = Operation.of("J1-3", new Mode("press-3", 60));
        var job = Job.of("J1", J1.operations().get(0), J1.operations().get(1), join)
                .precedences(Precedence.of("J1-1", "J1-3").lag(100), Precedence.of("J1-2", "J1-3"));
        var before = Problem.of(MACHINES, List.of(job));
        var adopted = new Dispatcher(PlanRequest.of(before)).byRule(DispatchRule.LPT);
        var late = List.of(MACHINES.get(0).availableFrom(200), MACHINES.get(1), MACHINES.get(2));
        var after = before.machines(late);
        var request = new PlanRequest(after, Objective.balanced(), adopted);
        var next = new FirstAnswer(request).schedule();
        assertThat(ScheduleChanges.between(after, adopted, next, null).describe(Long::toString))
                .containsExactlyInAnyOrder(
                        "J1 op 1 on press-1 moved to 200, +3 min: press-1 down until 200",
                        "J1 op 3 on press-3 moved to 900, +3 min: waits for J1-1 until 900");
    }

    @Test
    void causesSpeakTheClockOfTheCaller() {
        assertThat(new Cause.Maintained("press-2", "W1", 60).describe(time -> "t" + time))
                .isEqualTo("maintenance W1 on press-2 until t60");
        assertThat(new Cause.GivesWay("press-2", "J9-1", 60).describe(time -> "t" + time))
                .isEqualTo("gives way to J9-1 on press-2 until t60");
        assertThat(new Cause.StartPassed(60).describe(time -> "t" + time)).isEqualTo("its start t60 has passed");
        assertThat(Spans.signed(40)).isEqualTo("+40 s");
        assertThat(Spans.signed(-7_500)).isEqualTo("-2 h 5 min");
    }

    private static List<String> described(Problem problem, @Nullable String trigger) {
        var request = new PlanRequest(problem, Objective.balanced(), ADOPTED);
        var next = new FirstAnswer(request).schedule();
        return ScheduleChanges.between(problem, ADOPTED, next, trigger).describe(Long::toString);
    }
}
