package dev.millwright.scheduling.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Precedence;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.problem.Resource;
import dev.millwright.scheduling.problem.SetupTimes;
import dev.millwright.scheduling.problem.TransportTimes;
import dev.millwright.scheduling.problem.Window;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Links, transport, breaks, blocking and resources: each rule kept at its very edge, and named when broken. */
class RicherRulesTest {
    private static final List<Machine> MACHINES =
            List.of(Machine.of("press"), Machine.of("saw"), Machine.subcontractor("smith"));
    private static final Operation A1 = Operation.of("A1", new Mode("press", 10));
    private static final Operation A2 = Operation.of("A2", new Mode("saw", 10), new Mode("press", 10));
    private static final Operation B1 = Operation.of("B1", new Mode("press", 10));

    @Test
    void lagAndTransportAreAddedUp() {
        var problem = Problem.of(
                        MACHINES,
                        List.of(Job.of("A", A1, A2)
                                .precedences(Precedence.of("A1", "A2").lag(3))))
                .transport(new TransportTimes(Map.of("press", Map.of("saw", 4L))));
        var first = at("A1", "press", 0, 10);
        assertThat(check(problem, first, at("A2", "saw", 17, 27))).isEmpty();
        assertThat(check(problem, first, at("A2", "press", 13, 23))).isEmpty();
        var soon = at("A2", "saw", 16, 26);
        assertThat(check(problem, first, soon)).containsExactly(new LinkViolation.TooSoonAfter(first, soon, 3, 4));
        assertThat(new LinkViolation.TooSoonAfter(first, soon, 3, 4).describe())
                .isEqualTo(
                        "A2 of A on saw 16..26 starts too soon after A1 of A on press 0..10: lag 3 s, transport 4 s");
    }

    @Test
    void noWaitMeansAtOnce() {
        var problem = Problem.of(MACHINES, List.of(Job.of("A", A1, A2).precedences(Precedence.noWait("A1", "A2"))));
        var first = at("A1", "press", 0, 10);
        assertThat(check(problem, first, at("A2", "saw", 10, 20))).isEmpty();
        var late = at("A2", "saw", 11, 21);
        assertThat(check(problem, first, late)).containsExactly(new LinkViolation.Waited(first, late, 10));
        assertThat(new LinkViolation.Waited(first, late, 10).describe()).contains("may not wait", "start at 10");
    }

    @Test
    void noWaitIsOverOnceItsMomentHasPassed() {
        var done = A1.progress(new Progress.Done("press", 0, 10));
        var problem = Problem.of(MACHINES, List.of())
                .at(10)
                .jobs(List.of(Job.of("A", done, A2).precedences(Precedence.noWait("A1", "A2"))));
        var first = at("A1", "press", 0, 10);
        var late = at("A2", "saw", 15, 25);
        assertThat(check(problem, first, late)).containsExactly(new LinkViolation.Waited(first, late, 10));
        assertThat(check(problem.at(11), first, late)).isEmpty();
    }

    @Test
    void aBlockedMachineStaysTakenUntilTheNextOperationStarts() {
        var problem = Problem.of(
                MACHINES, List.of(Job.of("A", A1, A2).precedences(Precedence.blocking("A1", "A2")), Job.of("B", B1)));
        var first = at("A1", "press", 0, 10);
        var next = at("A2", "saw", 30, 40);
        assertThat(check(problem, first, next, at("B1", "press", 30, 40))).isEmpty();
        var within = at("B1", "press", 20, 30);
        assertThat(check(problem, first, next, within))
                .containsExactly(new LinkViolation.StillBlocked(first, 30, within));
        assertThat(new LinkViolation.StillBlocked(first, 30, within).describe())
                .isEqualTo("B1 of B on press 20..30 while A1 of A stays on the machine until 30");
    }

    @Test
    void workThatIsDoneBlocksItsMachineAsWell() {
        var done = A1.progress(new Progress.Done("press", 0, 10));
        var problem = Problem.of(MACHINES, List.of())
                .at(10)
                .jobs(List.of(Job.of("A", done, A2).precedences(Precedence.blocking("A1", "A2")), Job.of("B", B1)));
        var first = at("A1", "press", 0, 10);
        var within = at("B1", "press", 10, 20);
        assertThat(check(problem, first, at("A2", "saw", 15, 25), within))
                .containsExactly(new LinkViolation.StillBlocked(first, 15, within));
        assertThat(check(problem, first, at("A2", "saw", 15, 25), at("B1", "press", 15, 25)))
                .isEmpty();
    }

    @Test
    void aJoinWaitsForAllItsBranches() {
        var join = Operation.of("A3", new Mode("saw", 5));
        var problem = Problem.of(
                MACHINES,
                List.of(Job.of("A", A1, A2, join).precedences(Precedence.of("A1", "A3"), Precedence.of("A2", "A3"))));
        var press = at("A1", "press", 0, 10);
        var saw = at("A2", "saw", 2, 12);
        assertThat(check(problem, press, saw, at("A3", "saw", 12, 17))).isEmpty();
        var early = at("A3", "saw", 0, 5);
        assertThat(check(problem, press, at("A2", "saw", 5, 15), early))
                .containsExactly(
                        new Violation.OutOfSequence(press, early),
                        new Violation.OutOfSequence(at("A2", "saw", 5, 15), early));
    }

    @Test
    void precedencesAcrossJobsCount() {
        var problem =
                Problem.of(MACHINES, List.of(Job.of("A", A2), Job.of("B", B1))).precedences(Precedence.of("B1", "A2"));
        var early = at("A2", "saw", 5, 15);
        assertThat(check(problem, early, at("B1", "press", 0, 10)))
                .containsExactly(new Violation.OutOfSequence(at("B1", "press", 0, 10), early));
    }

    @Test
    void onlyWhatStretchesGoesOnAfterABreak() {
        var machines = List.of(Machine.of("press").breaks(new Window(5, 25)));
        var rigid = Problem.of(machines, List.of(Job.of("A", A1)));
        var stretched = Problem.of(machines, List.of(Job.of("A", A1.stretching())));
        var over = at("A1", "press", 0, 30);
        assertThat(check(stretched, over)).isEmpty();
        assertThat(check(rigid, over))
                .containsExactly(
                        new CalendarViolation.DuringBreak(over, new Window(5, 25)),
                        new Violation.WrongDuration(over, 10));
        assertThat(check(rigid, at("A1", "press", 25, 35))).isEmpty();
        var tooShort = at("A1", "press", 0, 29);
        assertThat(check(stretched, tooShort)).containsExactly(new Violation.WrongDuration(tooShort, 30));
        var within = at("A1", "press", 10, 35);
        assertThat(check(stretched, within)).contains(new CalendarViolation.DuringBreak(within, new Window(5, 25)));
        assertThat(new CalendarViolation.DuringBreak(within, new Window(5, 25)).describe())
                .isEqualTo("A1 of A on press 10..35 is in the break 5..25");
    }

    @Test
    void nothingStretchesOverDownTimeAndNoMaintenanceLiesInABreak() {
        var machine = Machine.of("press").down(new Window(5, 25)).breaks(new Window(100, 200));
        var problem = Problem.of(List.of(machine), List.of(Job.of("A", A1.stretching())))
                .maintenance(new MaintenanceTask("W", "press", 10, 0, 500, 0));
        var over = at("A1", "press", 0, 10);
        var maintenance = new MaintenancePlacement("W", "press", 195, 205);
        assertThat(ScheduleChecker.check(
                        problem, new Schedule("by hand", List.of(over), List.of(maintenance), Score.NONE)))
                .containsExactly(
                        new Violation.WhileDown(over, new Window(5, 25)),
                        new Violation.MaintenanceOverlap(maintenance, "break", 100, 200));
    }

    @Test
    void setupsAreDoneInWorkingTime() {
        var machine = Machine.of("press").setUpFor("red").breaks(new Window(5, 25));
        var problem = Problem.of(
                        List.of(machine), List.of(Job.of("A", A1.family("blue").stretching())))
                .setups(SetupTimes.everywhere(Map.of("red", Map.of("blue", 4L))));
        assertThat(check(problem, new Assignment("A", "A1", "press", 4, 29, 39)))
                .isEmpty();
        var within = new Assignment("A", "A1", "press", 4, 28, 38);
        assertThat(check(problem, within))
                .containsExactly(new CalendarViolation.DuringBreak(within, new Window(5, 25)));
    }

    @Test
    void resourcesAreNotOverloaded() {
        var a = Operation.of("A1", new Mode("press", 10).needing("crew"));
        var b = Operation.of("B1", new Mode("saw", 10).needing("crew", 2));
        var problem = Problem.of(MACHINES, List.of())
                .resources(Resource.of("crew", 2).away(new Window(100, 110)))
                .jobs(List.of(Job.of("A", a), Job.of("B", b)));
        var first = at("A1", "press", 0, 10);
        assertThat(check(problem, first, at("B1", "saw", 10, 20))).isEmpty();
        var second = at("B1", "saw", 9, 19);
        var excess = new CalendarViolation.ResourceOverloaded("crew", 9, 3, 2, List.of(first, second));
        assertThat(check(problem, first, second)).containsExactly(excess);
        assertThat(excess.describe())
                .isEqualTo("A1 of A on press 0..10, B1 of B on saw 9..19 use 3 of the 2 crew at 9");
        var away = at("B1", "saw", 95, 105);
        assertThat(check(problem, first, away))
                .containsExactly(new CalendarViolation.DuringBreak(away, new Window(100, 110)));
    }

    @Test
    void aSubcontractorTakesEverythingAtOnce() {
        var a = Operation.of("A1", new Mode("smith", 10)).family("red");
        var b = Operation.of("B1", new Mode("smith", 10)).family("blue");
        var problem = Problem.of(MACHINES, List.of(Job.of("A", a), Job.of("B", b)));
        assertThat(check(problem, at("A1", "smith", 0, 10), at("B1", "smith", 5, 15)))
                .isEmpty();
    }

    private static Assignment at(String operation, String machine, long start, long end) {
        return new Assignment(operation.substring(0, 1), operation, machine, 0, start, end);
    }

    private static List<Violation> check(Problem problem, Assignment... assignments) {
        return ScheduleChecker.check(problem, new Schedule("by hand", List.of(assignments), List.of(), Score.NONE));
    }
}
