package dev.millwright.scheduling.dispatching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.scheduling.Instances;
import dev.millwright.scheduling.RichProblems;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Pin;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.problem.SetupTimes;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the rules do beyond keeping the rules of the floor. */
class DispatcherTest {
    private static final List<Machine> TWO = List.of(Machine.of("press"), Machine.of("saw"));

    @Test
    void samplingARuleBeatsItAndRepeatsItself() {
        var dispatcher = new Dispatcher(PlanRequest.of(Instances.ft10()));
        var sampled = dispatcher.sampled(DispatchRule.MWKR, 60, 1);
        assertThat(sampled.makespan())
                .isLessThan(dispatcher.byRule(DispatchRule.MWKR).makespan());
        assertThat(dispatcher.sampled(DispatchRule.MWKR, 60, 1)).isEqualTo(sampled);
        assertThat(ScheduleChecker.check(Instances.ft10(), sampled)).isEmpty();
    }

    @Test
    void atcsTakesTheFamilyThatNeedsNoSetupAndSlackTheJobThatIsPressed() {
        var red = Job.of("R", Operation.of("R1", new Mode("press", 10)).family("red"))
                .due(10);
        var blue = Job.of("B", Operation.of("B1", new Mode("press", 9)).family("blue"))
                .due(10);
        var problem = Problem.of(List.of(Machine.of("press").setUpFor("red")), List.of(blue, red))
                .setups(SetupTimes.everywhere(Map.of("red", Map.of("blue", 30L))));
        assertThat(first(problem, DispatchRule.ATC)).isEqualTo("R1");
        assertThat(first(problem, DispatchRule.ATCS)).isEqualTo("R1");
        assertThat(first(problem, DispatchRule.SPT)).isEqualTo("B1");
        var pressed = problem.jobs(List.of(red.due(100), blue.due(20))).setups(SetupTimes.none());
        assertThat(first(pressed, DispatchRule.SLACK)).isEqualTo("B1");
    }

    @Test
    void pinnedStartsAreReservedAndTheRestGoesAround() {
        var pinned = Job.of("A", Operation.of("A1", new Mode("press", 10)).pin(new Pin(null, 15L)));
        var jobs = List.of(
                pinned,
                Job.of("B", Operation.of("B1", new Mode("press", 10))),
                Job.of("C", Operation.of("C1", new Mode("press", 10))));
        var problem = Problem.of(TWO, jobs);
        for (var rule : DispatchRule.values()) {
            var schedule = new Dispatcher(PlanRequest.of(problem)).byRule(rule);
            assertThat(ScheduleChecker.check(problem, schedule)).isEmpty();
            assertThat(schedule.makespan()).as("B before the pin, C after it").isEqualTo(35);
        }
    }

    @Test
    void partsThatBlockEachOthersMachinesChangePlaces() {
        var problem =
                Problem.of(TWO, List.of()).at(10).jobs(List.of(swap("A", "press", "saw"), swap("B", "saw", "press")));
        var schedule = new Dispatcher(PlanRequest.of(problem)).byRule(DispatchRule.SPT);
        assertThat(ScheduleChecker.check(problem, schedule)).isEmpty();
        assertThat(schedule.makespan()).isEqualTo(7);
    }

    private static Job swap(String id, String from, String to) {
        var done = Operation.of(id + "1", new Mode(from, 5)).progress(new Progress.Done(from, 0, 10));
        return Job.of(id, done, Operation.of(id + "2", new Mode(to, 7))).linked(Link.BLOCKING);
    }

    @Test
    void whatIsFrozenStaysAndTheRestIsPlannedAround() {
        for (long seed = 0; seed < 30; seed++) {
            var problem = RichProblems.of(seed, 8, 4);
            var adopted = new Dispatcher(PlanRequest.of(problem)).byRule(DispatchRule.MWKR);
            var frozen = new PlanRequest(problem, Objective.balanced(), adopted).frozen(80);
            var next = new Dispatcher(frozen).rightShift(adopted);
            assertThat(ScheduleChecker.check(frozen.problem(), next))
                    .as("seed " + seed)
                    .isEmpty();
            var places = next.byOperation();
            for (Assignment place : adopted.assignments()) {
                if (place.start() < problem.now() + 80) {
                    var now = places.get(place.operationId());
                    assertThat(now)
                            .extracting(Assignment::start)
                            .as("seed " + seed)
                            .isEqualTo(place.start());
                }
            }
        }
    }

    @Test
    void anAdoptedScheduleOfAnyProblemIsShiftedAroundABreakdown() {
        for (long seed = 0; seed < 40; seed++) {
            var problem = RichProblems.of(seed, 8, 4);
            var adopted = new Dispatcher(PlanRequest.of(problem)).byRule(DispatchRule.MWKR);
            var machines = problem.machines().stream()
                    .map(machine -> machine.id().equals("M1")
                            ? machine.down(new Window(problem.now() + 20, problem.now() + 200))
                            : machine)
                    .toList();
            var broken = problem.machines(machines);
            var dispatcher = new Dispatcher(new PlanRequest(broken, Objective.balanced(), adopted));
            for (var answer : List.of(dispatcher.rightShift(adopted), dispatcher.repair(adopted, 0))) {
                assertThat(ScheduleChecker.check(broken, answer))
                        .as("seed " + seed)
                        .isEmpty();
            }
        }
    }

    @Test
    void anotherOrderOfJobsKeepsTheRulesOfAnyProblem() {
        for (long seed = 0; seed < 10; seed++) {
            var problem = RichProblems.of(seed, 8, 4);
            var request = PlanRequest.of(problem);
            var start = new Dispatcher(request).byRule(DispatchRule.LPT);
            var found = new OrderSearch(request, start, seed).after(20);
            assertThat(ScheduleChecker.check(problem, found)).as("seed " + seed).isEmpty();
            assertThat(start.score().betterThan(found.score())).isFalse();
        }
    }

    private static String first(Problem problem, DispatchRule rule) {
        Schedule schedule = new Dispatcher(PlanRequest.of(problem)).byRule(rule);
        return schedule.assignments().getFirst().operationId();
    }
}
