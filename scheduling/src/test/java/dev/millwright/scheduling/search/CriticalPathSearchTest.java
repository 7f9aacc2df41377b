package dev.millwright.scheduling.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.scheduling.Instances;
import dev.millwright.scheduling.RandomProblems;
import dev.millwright.scheduling.cpsat.CpSatSolver;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.cpsat.StopSignal;
import dev.millwright.scheduling.dispatching.DispatchRule;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.SetupTimes;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class CriticalPathSearchTest {
    @Test
    void theLowerBoundOfLa01IsItsOptimumAndEndsTheSearch() {
        var found = new ArrayList<Schedule>();
        var search = search(Instances.la01(), found);
        search.run(2, 1, () -> 0);
        assertThat(search.optimal()).isTrue();
        assertThat(search.lowerBound()).isEqualTo(666);
        assertThat(found.getLast().makespan()).isEqualTo(666);
    }

    @Test
    void ft06AndFt10AreSolvedWithinASecondsWorthOfMoves() {
        assertThat(best(Instances.ft06(), 1, 2_000)).isEqualTo(55);
        assertThat(best(Instances.ft10(), 1, 10_000)).isBetween(930L, 940L);
    }

    @Test
    void everyBetterScheduleKeepsTheRulesAndIsTold() {
        var found = new ArrayList<Schedule>();
        var problem = Instances.ft10();
        search(problem, found).run(1, 5, looks(2_000));
        assertThat(found).extracting(Schedule::makespan).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(found).isNotEmpty().allSatisfy(schedule -> assertThat(ScheduleChecker.check(problem, schedule))
                .isEmpty());
    }

    @Test
    void sameSeedFindsTheSame() {
        var once = new ArrayList<Schedule>();
        var again = new ArrayList<Schedule>();
        search(Instances.ft10(), once).run(1, 9, looks(1_000));
        search(Instances.ft10(), again).run(1, 9, looks(1_000));
        assertThat(again).isEqualTo(once);
    }

    /** Alternative machines, running work, machines that are free later: against proven optima. */
    @Test
    void floorsAtWorkAreSolvedToTheirOptimum() {
        var exact = new CpSatSolver(SolverSettings.deterministic(Duration.ofSeconds(5), 1));
        int solved = 0;
        for (long seed = 0; solved < 20; seed++) {
            var problem = plain(RandomProblems.of(seed, 4, 3));
            var request = PlanRequest.of(problem);
            if (!fits(request)) {
                continue;
            }
            var optimum = (Outcome.Solved) exact.solve(request, null, _ -> {}, new StopSignal());
            assertThat(optimum.optimal()).isTrue();
            assertThat(best(problem, seed, 500))
                    .as("seed " + seed)
                    .isEqualTo(optimum.schedule().makespan());
            solved++;
        }
    }

    /** The same for what jobs cost by when they end. */
    @Test
    void dueDatesAreMetAsWellAsTheyCanBe() {
        var exact = new CpSatSolver(SolverSettings.deterministic(Duration.ofSeconds(5), 1));
        var objective = Objective.ofTardiness().and(Measure.LATE_JOBS, 7).and(Measure.FLOW_TIME, 1);
        int solved = 0;
        for (long seed = 0; solved < 20; seed++) {
            var request = new PlanRequest(plain(RandomProblems.of(seed, 4, 3)), objective, null);
            if (!fits(request)) {
                continue;
            }
            var optimum = (Outcome.Solved) exact.solve(request, null, _ -> {}, new StopSignal());
            assertThat(optimum.optimal()).isTrue();
            assertThat(best(request, seed, 500).score().total())
                    .as("seed " + seed)
                    .isEqualTo(optimum.schedule().score().total());
            solved++;
        }
    }

    /** Singer and Pinedo 1998: ft10 with due dates at 1.3 times the work and weights 4, 2 and 1; the optimum is 1363. */
    @Test
    void weightedTardinessOfFt10IsSolvedWithinSecondsWorthOfMoves() {
        var jobs = new ArrayList<Job>();
        for (var job : Instances.ft10().jobs()) {
            long work = job.operations().stream()
                    .mapToLong(operation -> operation.modes().getFirst().duration())
                    .sum();
            int place = jobs.size();
            jobs.add(job.due((long) (1.3 * work)).weighing(place < 2 ? 4 : place < 8 ? 2 : 1));
        }
        var problem = Problem.of(Instances.ft10().machines(), jobs);
        var request = new PlanRequest(problem, Objective.of(Measure.TARDINESS), null);
        assertThat(best(request, 1, 6_000).weightedTardiness()).isBetween(1_363L, 1_420L);
    }

    @Test
    void requestsForMoreThanEndsAreLeftToOthers() {
        var problem = Instances.ft06();
        assertThat(fits(PlanRequest.of(problem))).isTrue();
        assertThat(fits(new PlanRequest(problem, Objective.ofTardiness(), null)))
                .isTrue();
        assertThat(fits(new PlanRequest(problem, new Objective(1, 1, 0, 0), null)))
                .isFalse();
        assertThat(fits(new PlanRequest(problem, Objective.ofTardiness().then(Measure.FLOW_TIME), null)))
                .isFalse();
        var first = problem.machines().getFirst();
        var machines = new ArrayList<>(problem.machines());
        machines.set(0, first.down(new dev.millwright.scheduling.problem.Window(10, 20)));
        assertThat(fits(PlanRequest.of(Problem.of(machines, problem.jobs())))).isFalse();
    }

    private static Problem plain(Problem drawn) {
        return new Problem(drawn.now(), drawn.machines(), drawn.jobs(), SetupTimes.none(), List.of());
    }

    private static long best(Problem problem, long seed, int looks) {
        return best(PlanRequest.of(problem), seed, looks).makespan();
    }

    private static Schedule best(PlanRequest request, long seed, int looks) {
        var found = new ArrayList<Schedule>();
        search(request, found).run(1, seed, looks(looks));
        assertThat(ScheduleChecker.check(request.problem(), found.getLast())).isEmpty();
        return found.getLast();
    }

    private static boolean fits(PlanRequest request) {
        return CriticalPathSearch.of(request, new Dispatcher(request).best(), _ -> {})
                .isPresent();
    }

    private static CriticalPathSearch search(Problem problem, List<Schedule> found) {
        return search(PlanRequest.of(problem), found);
    }

    private static CriticalPathSearch search(PlanRequest request, List<Schedule> found) {
        return CriticalPathSearch.of(request, new Dispatcher(request).byRule(DispatchRule.SPT), found::add)
                .orElseThrow();
    }

    private static DoubleSupplier looks(int looks) {
        var asked = new AtomicInteger();
        return () -> asked.incrementAndGet() / (double) looks;
    }
}
