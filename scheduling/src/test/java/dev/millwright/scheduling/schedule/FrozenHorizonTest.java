package dev.millwright.scheduling.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Pin;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.problem.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What starts soon stays as adopted, unless the floor has made that impossible. */
class FrozenHorizonTest {
    private static final Operation A1 = Operation.of("A1", new Mode("press", 10));
    private static final Operation A2 = Operation.of("A2", new Mode("saw", 10), new Mode("press", 10));
    private static final Operation A3 = Operation.of("A3", new Mode("press", 10));
    private static final Machine PRESS = Machine.of("press");
    private static final Machine SAW = Machine.of("saw");
    private static final Schedule ADOPTED = new Schedule(
            "adopted",
            List.of(
                    new Assignment("A", "A1", "press", 0, 0, 10),
                    new Assignment("A", "A2", "saw", 0, 12, 22),
                    new Assignment("A", "A3", "press", 0, 40, 50)),
            List.of(),
            Score.NONE);

    @Test
    void whatStartsWithinTheHorizonIsPinned() {
        var frozen = frozen(Problem.of(List.of(PRESS, SAW), List.of(Job.of("A", A1, A2, A3))), 40);
        assertThat(pin(frozen, 0)).isEqualTo(new Pin("press", 0L));
        assertThat(pin(frozen, 1)).isEqualTo(new Pin("saw", 12L));
        assertThat(pin(frozen, 2)).isNull();
    }

    @Test
    void aFailedMachineLetsItsWorkGoAndWhatWaitsForIt() {
        var problem = Problem.of(List.of(PRESS, SAW.down(new Window(20, 30))), List.of(Job.of("A", A1, A2, A3)));
        var frozen = frozen(problem, 100);
        assertThat(pin(frozen, 0)).isEqualTo(new Pin("press", 0L));
        assertThat(pin(frozen, 1)).isNull();
        assertThat(pin(frozen, 2)).as("its predecessor is free to move").isNull();
    }

    @Test
    void aStartThatHasPassedOrAPredecessorThatRunsLateLetsGo() {
        var problem = Problem.of(List.of(PRESS, SAW), List.of(Job.of("A", A1, A2, A3)));
        assertThat(pin(frozen(problem.at(5), 40), 0)).isNull();
        var running = A1.progress(new Progress.Running("press", 0, 20));
        var late = problem.at(5).jobs(List.of(Job.of("A", running, A2, A3)));
        assertThat(pin(frozen(late, 40), 1)).isNull();
    }

    @Test
    void withoutAnAdoptedScheduleNothingIsFrozen() {
        var request = PlanRequest.of(Problem.of(List.of(PRESS, SAW), List.of(Job.of("A", A1))));
        assertThat(request.frozen(100)).isEqualTo(request);
    }

    private static Problem frozen(Problem problem, long seconds) {
        return new PlanRequest(problem, Objective.balanced(), ADOPTED)
                .frozen(seconds)
                .problem();
    }

    private static @Nullable Pin pin(Problem problem, int operation) {
        return problem.jobs().getFirst().operations().get(operation).pin();
    }
}
