package dev.millwright.scheduling.replanning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.scheduling.Scheduler;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Pin;
import dev.millwright.scheduling.problem.Precedence;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be planned is said in words, never as an empty schedule. */
class ConflictsTest {
    private static final List<Machine> MACHINES =
            List.of(Machine.of("press").down(new Window(0, 50)), Machine.of("saw"));
    private static final Operation PRESS = Operation.of("A1", new Mode("press", 10));

    @Test
    void aDeadlineNoFloorCouldMeetIsNamed() {
        assertThat(reasons(Problem.of(MACHINES, List.of(Job.of("A", PRESS).deadline(55)))))
                .containsExactly("A has the deadline 55, but cannot end before 60 even with the floor to itself");
    }

    @Test
    void aMaintenanceWindowWithoutRoomIsNamed() {
        var problem = Problem.of(MACHINES, List.of(Job.of("A", PRESS)))
                .maintenance(new MaintenanceTask("W", "press", 20, 30, 60, 0));
        assertThat(reasons(problem))
                .containsExactly("maintenance W has to end by 60, but press has no room for its 20 s before 70");
    }

    @Test
    void aPinBeforeItsTimeIsNamed() {
        assertThat(reasons(Problem.of(MACHINES, List.of(Job.of("A", PRESS.pin(new Pin(null, 40L)))))))
                .containsExactly("A1 of A is pinned to start at 40, but cannot before 50");
    }

    @Test
    void wishesThatClashOnlyTogetherAreListed() {
        var other = Operation.of("B1", new Mode("press", 10));
        var problem = Problem.of(
                MACHINES,
                List.of(Job.of("A", PRESS).deadline(65), Job.of("B", other).deadline(65)));
        assertThat(reasons(problem)).containsExactly("these cannot all be kept together: deadline of A, deadline of B");
    }

    /** Ten jobs are asked for something; only two of them stand in each other's way. */
    @Test
    void wishesThatHaveNoPartInAClashAreNotNamed() {
        var jobs = new ArrayList<Job>();
        for (int j = 0; j < 8; j++) {
            var cut = Operation.of("C" + j + "1", new Mode("saw", 10));
            var job = Job.of("C" + j, cut, Operation.of("C" + j + "2", new Mode("press", 10)))
                    .deadline(1_000);
            jobs.add(j % 2 == 0 ? job.linked(Link.NO_WAIT) : job);
        }
        jobs.add(Job.of("A", PRESS.pin(new Pin(null, 60L))));
        jobs.add(Job.of("B", Operation.of("B1", new Mode("press", 10)).pin(new Pin("press", 65L))));
        var problem = Problem.of(MACHINES, jobs).maintenance(new MaintenanceTask("W", "press", 20, 100, 900, 0));
        assertThat(reasons(problem)).containsExactly("these cannot all be kept together: pin of A1, pin of B1");
    }

    /** The deadline leaves room for the job or for the maintenance. */
    @Test
    void differentKindsOfWishesClash() {
        var free = Job.of("B", Operation.of("B1", new Mode("press", 500)));
        var problem = Problem.of(MACHINES, List.of(Job.of("A", PRESS).deadline(65), free))
                .maintenance(new MaintenanceTask("W", "press", 20, 0, 75, 0));
        assertThat(reasons(problem))
                .containsExactly("these cannot all be kept together: deadline of A, window of maintenance W");
    }

    /** Of a pair and a triple that clash the pair is told, whichever comes first. */
    @Test
    void theSmallerOfTwoClashesIsTold() {
        var saw = List.of(Machine.of("press"), Machine.of("saw"));
        var jobs = new ArrayList<Job>();
        jobs.add(Job.of("A", Operation.of("A1", new Mode("saw", 10)).pin(new Pin(null, 0L))));
        jobs.add(Job.of("B", Operation.of("B1", new Mode("saw", 10)).pin(new Pin(null, 5L))));
        for (var id : List.of("X", "Y", "Z")) {
            jobs.add(Job.of(id, Operation.of(id + "1", new Mode("press", 10))).deadline(25));
        }
        assertThat(reasons(Problem.of(saw, jobs)))
                .containsExactly("these cannot all be kept together: pin of A1, pin of B1");
        assertThat(reasons(Problem.of(saw, jobs.reversed())))
                .containsExactly("these cannot all be kept together: pin of B1, pin of A1");
    }

    @Test
    void aDeadlineIsFollowedThroughJoinsAndLags() {
        var join = Operation.of("A3", new Mode("saw", 5));
        var job = Job.of("A", PRESS, Operation.of("A2", new Mode("saw", 7)), join)
                .precedences(Precedence.of("A1", "A3").lag(4), Precedence.of("A2", "A3"));
        assertThat(reasons(Problem.of(MACHINES, List.of(job.deadline(68)))))
                .containsExactly("A has the deadline 68, but cannot end before 69 even with the floor to itself");
    }

    @Test
    void linksWithoutAWaitThatNoCalendarAllowsAreListed() {
        var saw = Machine.of("saw").down(new Window(0, 100)).breaks(new Window(105, 110));
        var job = Job.of("A", PRESS, Operation.of("A2", new Mode("saw", 10)).pin(new Pin(null, 120L)))
                .linked(Link.NO_WAIT);
        var blocked = Machine.of("press").down(new Window(0, 50), new Window(105, 115));
        assertThat(reasons(Problem.of(List.of(blocked, saw), List.of(job))))
                .containsExactly("these cannot all be kept together: pin of A2, no wait between A1 and A2");
    }

    private static List<String> reasons(Problem problem) {
        var scheduler = new Scheduler(SolverSettings.deterministic(Duration.ofSeconds(1), 1));
        return ((Outcome.Infeasible) scheduler.solve(PlanRequest.of(problem))).reasons();
    }
}
