package dev.millwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.cpsat.StopSignal;
import dev.millwright.scheduling.dispatching.DispatchRule;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.schedule.Incumbent;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Seeded random plants, judged by the checker, which shares no code with what builds schedules. */
class EveryScheduleKeepsTheRulesTest {
    private static final SolverSettings SETTINGS = SolverSettings.deterministic(Duration.ofMillis(100), 1);

    @Test
    void everyRuleKeepsThem() {
        var scheduler = new Scheduler(SETTINGS);
        for (long seed = 0; seed < 100; seed++) {
            var problem = RandomProblems.of(seed, 3 + (int) (seed % 12), 1 + (int) (seed % 5));
            for (var rule : DispatchRule.values()) {
                assertKept(seed, problem, scheduler.byRule(PlanRequest.of(problem), rule));
            }
        }
    }

    @Test
    void everyRuleKeepsThemWhateverTheProblemKnows() {
        var scheduler = new Scheduler(SETTINGS);
        for (long seed = 0; seed < 150; seed++) {
            var problem = RichProblems.of(seed, 3 + (int) (seed % 10), 1 + (int) (seed % 5));
            for (var rule : DispatchRule.values()) {
                assertKept(seed, problem, scheduler.byRule(PlanRequest.of(problem), rule));
            }
        }
    }

    @Test
    void everyIncumbentOfTheSolverKeepsThem() {
        var scheduler = new Scheduler(SETTINGS);
        for (long seed = 1_000; seed < 1_012; seed++) {
            var problem = RandomProblems.of(seed, 3 + (int) (seed % 5), 1 + (int) (seed % 4));
            var request = new PlanRequest(problem, new Objective(1, 2, 0, 0), null);
            var incumbents = new ArrayList<Incumbent>();
            var outcome = scheduler.solve(request, incumbents::add, new StopSignal());
            assertThat(outcome).as("seed " + seed).isInstanceOf(Outcome.Solved.class);
            for (var incumbent : incumbents) {
                assertKept(seed, problem, incumbent.schedule());
            }
            var solved = (Outcome.Solved) outcome;
            assertKept(seed, problem, solved.schedule());
            assertThat(solved.schedule().score().total())
                    .as("seed " + seed + ": total against bound")
                    .isGreaterThanOrEqualTo(Math.round(solved.bound()));
        }
    }

    @Test
    void everyIncumbentOfTheSolverKeepsThemWhateverTheProblemKnows() {
        var scheduler = new Scheduler(SolverSettings.deterministic(Duration.ofMillis(400), 1));
        int optimal = 0;
        for (long seed = 3_000; seed < 3_033; seed++) {
            var problem = RichProblems.of(seed, 2 + (int) (seed % 4), 1 + (int) (seed % 3));
            var measures = Measure.values();
            var objective = Objective.of(measures[(int) (seed % measures.length)])
                    .and(Measure.MAKESPAN, 1)
                    .then(measures[(int) (seed / 3 % measures.length)]);
            var request =
                    new PlanRequest(problem, objective, scheduler.byRule(PlanRequest.of(problem), DispatchRule.LPT));
            var incumbents = new ArrayList<Incumbent>();
            var outcome = scheduler.solve(request, incumbents::add, new StopSignal());
            assertThat(outcome).as("seed " + seed).isInstanceOf(Outcome.Solved.class);
            long seedNow = seed;
            incumbents.forEach(incumbent -> assertKept(seedNow, problem, incumbent.schedule()));
            var solved = (Outcome.Solved) outcome;
            assertKept(seed, problem, solved.schedule());
            assertThat(solved.schedule().score().total())
                    .as("seed " + seed + ": total against bound")
                    .isGreaterThanOrEqualTo(Math.round(solved.bound()));
            if (solved.optimal()) {
                optimal++;
                assertThat(solved.schedule().score().total())
                        .as("seed " + seed + ": the score is what the solver minimised")
                        .isEqualTo(Math.round(solved.bound()));
            }
        }
        assertThat(optimal).as("solved to the end").isGreaterThan(15);
    }

    @Test
    void everyPlanOfALargerShopKeepsThemWhateverTheProblemKnows() {
        var scheduler = new Scheduler(SolverSettings.fast(Duration.ofMillis(1_500)));
        for (long seed = 1; seed < 5; seed++) {
            var problem = RichProblems.of(seed, 12 + 8 * (int) seed, 8);
            var request = new PlanRequest(problem, Objective.ofMakespan(), null);
            var incumbents = new ArrayList<Incumbent>();
            var outcome = scheduler.solve(request, incumbents::add, new StopSignal());
            assertThat(outcome).as("seed " + seed).isInstanceOf(Outcome.Solved.class);
            assertKept(seed, problem, ((Outcome.Solved) outcome).schedule());
            for (var incumbent : incumbents) {
                assertKept(seed, problem, incumbent.schedule());
            }
        }
    }

    @Test
    void everyPlanAgainstAnAdoptedOneKeepsThem() {
        var scheduler = new Scheduler(SETTINGS);
        for (long seed = 2_000; seed < 2_006; seed++) {
            var problem = RandomProblems.of(seed, 8, 3);
            var adopted = scheduler.firstPlan(PlanRequest.of(problem));
            // The same seed with other sizes shares operation ids, but nothing else: a harsh disturbance.
            var disturbed = RandomProblems.of(seed + 500, 9, 3);
            var request = new PlanRequest(disturbed, Objective.balanced(), adopted);
            assertKept(seed, disturbed, scheduler.firstPlan(request));
            var outcome = scheduler.solve(request);
            assertThat(outcome).as("seed " + seed).isInstanceOf(Outcome.Solved.class);
            assertKept(seed, disturbed, ((Outcome.Solved) outcome).schedule());
        }
    }

    private static void assertKept(long seed, Problem problem, Schedule schedule) {
        assertThat(ScheduleChecker.check(problem, schedule))
                .as(() -> "seed " + seed + ", " + schedule.origin())
                .isEmpty();
    }
}
