package dev.millwright.scheduling.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.scheduling.Instances;
import dev.millwright.scheduling.RandomProblems;
import dev.millwright.scheduling.cpsat.CpSatSolver;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.cpsat.StopSignal;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Precedence;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.TransportTimes;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class SequenceSearchTest {
    private static final Objective OBJECTIVE = new Objective(1, 3, 0, 0);

    /** Only what a move changes is timed anew; here everything is, after every move, and the checker looks on. */
    @Test
    void timesAfterAMoveAreThoseOfTheWholeSchedule() {
        for (long seed = 0; seed < 40; seed++) {
            var random = new SplittableRandom(seed);
            var request = request(varied(seed));
            var known = new Dispatcher(request).best();
            var shop = SequencedShop.of(request, known.maintenance()).orElseThrow();
            var worth = new Worth(shop, request);
            var graph = new SequenceGraph(shop);
            var proposals = new Proposals(graph, worth, random);
            var start = Sequences.of(shop, worth, known);
            graph.load(start.order(), start.mode());
            // What jobs without open operations cost is the same in every schedule, and left out.
            double settled = schedule(graph, request, known).score().total() - worth.of(graph);
            for (int i = 0; i < 100; i++) {
                if (random.nextBoolean() ? proposals.anywhere() : proposals.alongACriticalPath()) {
                    graph.move(proposals.operation(), proposals.mode(), proposals.anchor());
                }
                var whole = new SequenceGraph(shop);
                whole.load(graph.order(), graph.mode);
                assertThat(graph.completion).as("seed " + seed).isEqualTo(whole.completion);
                assertThat(graph.setup).as("seed " + seed).isEqualTo(whole.setup);
                var schedule = schedule(graph, request, known);
                assertThat(ScheduleChecker.check(request.problem(), schedule))
                        .as("seed " + seed)
                        .isEmpty();
                assertThat(settled + worth.of(graph))
                        .as("seed " + seed)
                        .isCloseTo((double) schedule.score().total(), within(1e-6));
            }
        }
    }

    @Test
    void setupsDatesAndStopsAreSolvedToTheirOptimum() {
        var exact = new CpSatSolver(SolverSettings.deterministic(Duration.ofSeconds(5), 1));
        for (long seed = 0; seed < 25; seed++) {
            var drawn = RandomProblems.of(seed, 4, 2);
            var problem = new Problem(drawn.now(), drawn.machines(), drawn.jobs(), drawn.setups(), List.of());
            if (problem.openOperations() == 0) {
                continue;
            }
            var request = new PlanRequest(problem, OBJECTIVE, null);
            var optimum = (Outcome.Solved) exact.solve(request, null, _ -> {}, new StopSignal());
            assertThat(optimum.optimal()).isTrue();
            assertThat(best(request, seed, 400).score().total())
                    .as("seed " + seed)
                    .isEqualTo(optimum.schedule().score().total());
        }
    }

    @Test
    void everyBetterScheduleKeepsTheRulesAndIsTold() {
        var request = request(varied(77));
        var found = new ArrayList<Schedule>();
        search(request, found).run(2, 1, looks(600));
        assertThat(found).isNotEmpty();
        assertThat(found)
                .extracting(schedule -> schedule.score().total())
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(found).allSatisfy(schedule -> assertThat(ScheduleChecker.check(request.problem(), schedule))
                .isEmpty());
    }

    /** What is about to start on the floor stays, and the search goes on around it. */
    @Test
    void pinnedStartsAreKeptWhileTheRestImproves() {
        int better = 0;
        for (long seed = 0; seed < 20; seed++) {
            var problem = varied(seed);
            var adopted = new Dispatcher(request(problem)).best();
            var frozen = new PlanRequest(problem, request(problem).objective(), adopted).frozen(100);
            var found = new ArrayList<Schedule>();
            search(frozen, found).run(1, seed, looks(300));
            better += found.isEmpty() ? 0 : 1;
            for (var schedule : found) {
                assertThat(ScheduleChecker.check(frozen.problem(), schedule))
                        .as("seed " + seed)
                        .isEmpty();
            }
        }
        assertThat(better).as("searches that found something").isGreaterThan(5);
    }

    @Test
    void sameSeedFindsTheSame() {
        var request = request(varied(5));
        assertThat(best(request, 3, 300)).isEqualTo(best(request, 3, 300));
    }

    /** Singer and Pinedo's question on Fisher and Thompson's shop: due dates at 1.3 times the work, optimum 1363. */
    @Test
    void tardinessOfFt10ComesNearItsOptimum() {
        var jobs = new ArrayList<Job>();
        for (int j = 0; j < 10; j++) {
            var job = Instances.ft10().jobs().get(j);
            long work = job.operations().stream()
                    .mapToLong(operation -> operation.modes().getFirst().duration())
                    .sum();
            jobs.add(job.due((long) (1.3 * work)).weighing(j < 2 ? 4 : j < 8 ? 2 : 1));
        }
        var problem = Problem.of(Instances.ft10().machines(), jobs);
        var request = new PlanRequest(problem, Objective.ofTardiness(), null);
        var found = new ArrayList<Schedule>();
        var search = search(request, found);
        search.run(1, 1, looks(2_000)); // calm
        search.run(1, 2, looks(10_000)); // hot
        assertThat(found.getLast().score().weightedTardiness()).isBetween(1363L, 1800L);
    }

    @Test
    void linksCloserThanAfterAreLeftToOthers() {
        var problem = Instances.ft06();
        var first = problem.jobs().getFirst();
        var closer = new ArrayList<>(problem.jobs());
        closer.set(0, first.linked(dev.millwright.scheduling.problem.Link.NO_WAIT));
        assertThat(SequencedShop.of(PlanRequest.of(problem), List.of())).isPresent();
        assertThat(SequencedShop.of(PlanRequest.of(problem.jobs(closer)), List.of()))
                .isEmpty();
    }

    /** Everything that sequences can express: setups, stops, breaks, dates, ways between machines, joins across jobs. */
    private static Problem varied(long seed) {
        var drawn = RandomProblems.of(seed, 8, 3);
        long now = drawn.now();
        var machines = drawn.machines().stream()
                .map(machine -> machine.breaks(new Window(now + 150, now + 170), new Window(now + 400, now + 440)))
                .toList();
        var ways = new TransportTimes(Map.of("M0", Map.of("M1", 7L), "M1", Map.of("M2", 11L, "M0", 3L)));
        var jobs = drawn.jobs().stream()
                .map(job -> job.operations(job.operations().stream()
                        .map(operation -> operation.id().hashCode() % 2 == 0 ? operation.stretching() : operation)
                        .toList()))
                .toList();
        var lasts = jobs.stream()
                .map(job -> job.operations().getLast())
                .filter(operation -> operation.waiting())
                .toList();
        var across = lasts.size() < 2
                ? new Precedence[0]
                : new Precedence[] {
                    Precedence.of(lasts.getFirst().id(), lasts.getLast().id()).lag(5)
                };
        return drawn.machines(machines)
                .jobs(jobs)
                .transport(ways)
                .precedences(across)
                .maintenance(new MaintenanceTask[0]);
    }

    private static PlanRequest request(Problem problem) {
        var objective = OBJECTIVE
                .and(Measure.FLOW_TIME, 2)
                .and(Measure.SETUP_TIME, 5)
                .and(Measure.LARGEST_LOAD, 3)
                .and(Measure.LATE_JOBS, 40);
        return new PlanRequest(problem, objective, null);
    }

    private static Schedule schedule(SequenceGraph graph, PlanRequest request, Schedule known) {
        return new Sequences(0, graph.order(), graph.mode.clone())
                .schedule(graph.shop, request, known.maintenance(), "test");
    }

    private static Schedule best(PlanRequest request, long seed, int looks) {
        var found = new ArrayList<Schedule>();
        found.add(new Dispatcher(request).best());
        search(request, found).run(1, seed, looks(looks));
        return found.getLast();
    }

    private static SequenceSearch search(PlanRequest request, List<Schedule> found) {
        return SequenceSearch.of(request, new Dispatcher(request).best(), found::add)
                .orElseThrow();
    }

    private static DoubleSupplier looks(int looks) {
        var asked = new AtomicInteger();
        return () -> asked.incrementAndGet() / (double) looks;
    }
}
