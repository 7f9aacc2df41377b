package dev.millwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.cpsat.StopSignal;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.schedule.Incumbent;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    private final Scheduler scheduler = new Scheduler(SolverSettings.fast(Duration.ofSeconds(20)));

    @Test
    void ft06IsSolvedToItsOptimum() {
        assertSolved(Instances.ft06(), 55);
    }

    @Test
    void la01IsSolvedToItsOptimum() {
        assertSolved(Instances.la01(), 666);
    }

    @Test
    void firstPlanOfFt10IsWithinTwentyPercentOfItsOptimum() {
        var problem = Instances.ft10();
        var first = scheduler.firstPlan(PlanRequest.of(problem));
        assertThat(ScheduleChecker.check(problem, first)).isEmpty();
        assertThat(first.makespan()).isBetween(930L, 1116L);
    }

    @Test
    void sameSeedGivesTheSameScheduleInDeterministicMode() {
        var request = PlanRequest.of(Instances.ft10());
        var settings = SolverSettings.deterministic(Duration.ofMillis(200), 7);
        var once = (Outcome.Solved) new Scheduler(settings).solve(request);
        var again = (Outcome.Solved) new Scheduler(settings).solve(request);
        assertThat(again.schedule()).isEqualTo(once.schedule());
    }

    @Test
    void aStopReturnsTheIncumbent() {
        var signal = new StopSignal();
        var told = new ArrayList<Incumbent>();
        var outcome = new Scheduler(SolverSettings.fast(Duration.ofSeconds(60)))
                .solve(
                        PlanRequest.of(Instances.ft10()),
                        incumbent -> {
                            told.add(incumbent);
                            if (told.size() == 2) {
                                Thread.ofPlatform().start(signal::stop);
                            }
                        },
                        signal);
        var solved = (Outcome.Solved) outcome;
        assertThat(solved.schedule()).isEqualTo(told.getLast().schedule());
        assertThat(solved.elapsed()).isLessThan(Duration.ofSeconds(30));
    }

    private void assertSolved(Problem problem, long optimum) {
        var incumbents = new ArrayList<Incumbent>();
        var outcome = scheduler.solve(PlanRequest.of(problem), incumbents::add, new StopSignal());
        var solved = (Outcome.Solved) outcome;
        assertThat(solved.schedule().makespan()).isEqualTo(optimum);
        assertThat(solved.optimal()).isTrue();
        assertThat(ScheduleChecker.check(problem, solved.schedule())).isEmpty();
        assertThat(incumbents)
                .extracting(Incumbent::objective)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a))
                .endsWith(optimum);
    }
}
