package dev.millwright.scheduling.cpsat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.scheduling.RandomProblems;
import dev.millwright.scheduling.RichProblems;
import dev.millwright.scheduling.dispatching.DispatchRule;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.schedule.Incumbent;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Large problems are improved piece by piece; no piece may break a rule or lose what was won. */
class WindowSearchTest {
    private static final SolverSettings SETTINGS = SolverSettings.deterministic(Duration.ofMillis(400), 3);

    @Test
    void everyStepKeepsTheRulesAndGetsBetter() {
        int improved = 0;
        for (long seed = 0; seed < 6; seed++) {
            var problem = RandomProblems.of(seed, 14, 3);
            var request = new PlanRequest(problem, new Objective(1, 2, 0, 0), null);
            var start = new Dispatcher(request).byRule(DispatchRule.SPT);
            var told = new ArrayList<Incumbent>();
            var outcome = new WindowSearch(request, 6, SETTINGS, told::add, new StopSignal()).improve(start);
            var found = ((Outcome.Solved) outcome).schedule();
            assertThat(ScheduleChecker.check(problem, found)).as("seed " + seed).isEmpty();
            assertThat(told).extracting(Incumbent::objective).isSortedAccordingTo((a, b) -> Long.compare(b, a));
            assertThat(found.score().total())
                    .as("seed " + seed)
                    .isLessThanOrEqualTo(start.score().total());
            improved += found.score().total() < start.score().total() ? 1 : 0;
        }
        assertThat(improved).as("seeds improved over SPT").isGreaterThanOrEqualTo(5);
    }

    @Test
    void everyStepKeepsTheRulesOfAnyProblem() {
        int improved = 0;
        for (long seed = 0; seed < 8; seed++) {
            var problem = RichProblems.of(seed, 12, 4);
            var request =
                    new PlanRequest(problem, Objective.of(Measure.TARDINESS).then(Measure.MAKESPAN), null);
            var start = new Dispatcher(request).byRule(DispatchRule.LPT);
            var outcome = new WindowSearch(request, 6, SETTINGS, _ -> {}, new StopSignal()).improve(start);
            var found = ((Outcome.Solved) outcome).schedule();
            assertThat(ScheduleChecker.check(problem, found)).as("seed " + seed).isEmpty();
            assertThat(start.score().betterThan(found.score()))
                    .as("seed " + seed)
                    .isFalse();
            improved += found.score().betterThan(start.score()) ? 1 : 0;
        }
        assertThat(improved).as("seeds improved over LPT").isGreaterThanOrEqualTo(6);
    }

    @Test
    void aSignalGivenBeforehandLeavesTheStart() {
        Problem problem = RandomProblems.of(1, 14, 3);
        var request = PlanRequest.of(problem);
        var start = new Dispatcher(request).best();
        var signal = new StopSignal();
        signal.stop();
        var outcome = new WindowSearch(request, 6, SETTINGS, _ -> {}, signal).improve(start);
        assertThat(((Outcome.Solved) outcome).schedule()).isEqualTo(start);
        assertThat(new CpSatSolver(SETTINGS).solve(request, null, _ -> {}, signal))
                .isInstanceOf(Outcome.TimedOut.class);
    }
}
