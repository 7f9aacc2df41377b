package dev.millwright.scheduling.replanning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.scheduling.RandomProblems;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Pin;
import dev.millwright.scheduling.problem.Precedence;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.problem.Resource;
import dev.millwright.scheduling.problem.SetupTimes;
import dev.millwright.scheduling.problem.TransportTimes;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.Score;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A planner reads why a job is late, and knows what to do about it. */
class LatenessTest {
    private static final Machine SAW = Machine.of("saw");
    private static final Machine PRESS = Machine.of("press");
    private static final Operation CUT = Operation.of("A1", new Mode("saw", 600));
    private static final Operation STAMP = Operation.of("A2", new Mode("press", 600));

    @Test
    void namesTheMachineThatDoesOthersFirstWithTheLongestFirst() {
        var b = Job.of("B", Operation.of("B1", new Mode("press", 1_200)));
        var c = Job.of("C", Operation.of("C1", new Mode("press", 3_000)));
        var problem =
                Problem.of(List.of(SAW, PRESS), List.of(Job.of("A", CUT, STAMP).due(2_000), b, c));
        assertThat(why(
                        problem,
                        at("A", "A1", "saw", 0, 600),
                        at("B", "B1", "press", 0, 1_200),
                        at("C", "C1", "press", 1_200, 4_200),
                        at("A", "A2", "press", 4_200, 4_800)))
                .containsExactly("A 47 min late: waits 1 h for press, busy with C, B");
    }

    @Test
    void namesAMachineThatIsDownAndUntilWhen() {
        var problem = Problem.of(
                List.of(SAW.down(new Window(0, 5_400))),
                List.of(Job.of("A", CUT).due(700)));
        assertThat(why(problem, at("A", "A1", "saw", 5_400, 6_000)))
                .containsExactly("A 1 h 28 min late: waits 1 h 30 min for saw, down until t5400");
    }

    @Test
    void namesMaintenance() {
        var problem = Problem.of(List.of(SAW), List.of(Job.of("A", CUT).due(700)))
                .maintenance(new MaintenanceTask("W1", "saw", 1_800, 0, 2_000, 0));
        var schedule = new Schedule(
                "test",
                List.of(at("A", "A1", "saw", 1_800, 2_400)),
                List.of(new MaintenancePlacement("W1", "saw", 0, 1_800)),
                Score.NONE);
        assertThat(why(problem, schedule)).containsExactly("A 28 min late: waits 30 min for maintenance W1 on saw");
    }

    /** The night interrupts the work itself and comes before it as well: both are hours when nobody works. */
    @Test
    void addsUpTheTimeInWhichNobodyWorks() {
        var shifts = SAW.breaks(new Window(0, 1_000), new Window(1_300, 5_000));
        var problem = Problem.of(
                List.of(shifts), List.of(Job.of("A", CUT.stretching()).due(900)));
        assertThat(why(problem, at("A", "A1", "saw", 1_000, 5_300)))
                .containsExactly(
                        "A 1 h 13 min late: waits 1 h 18 min for saw, where nobody works between shifts and in breaks");
    }

    @Test
    void namesSetupsOfTheMachine() {
        var problem = Problem.of(
                        List.of(SAW.setUpFor("red")),
                        List.of(Job.of("A", CUT.family("blue")).due(700)))
                .setups(SetupTimes.everywhere(Map.of("red", Map.of("blue", 900L))));
        assertThat(why(problem, new Assignment("A", "A1", "saw", 900, 900, 1_500)))
                .containsExactly("A 13 min late: waits 15 min for setups of saw");
    }

    @Test
    void namesWhatOthersHoldBesideTheMachine() {
        var held = Operation.of("B1", new Mode("press", 1_200).needing("setter"));
        var needs = Operation.of("A1", new Mode("saw", 600).needing("setter"));
        var problem = Problem.of(List.of(SAW, PRESS), List.of())
                .resources(Resource.of("setter", 1))
                .jobs(List.of(Job.of("A", needs).due(900), Job.of("B", held)));
        assertThat(why(problem, at("B", "B1", "press", 0, 1_200), at("A", "A1", "saw", 1_200, 1_800)))
                .containsExactly("A 15 min late: waits 20 min for setter, which others hold");
    }

    @Test
    void namesTheJobItWaitsFor() {
        var part = Job.of("B", Operation.of("B1", new Mode("press", 3_000)));
        var problem = Problem.of(List.of(SAW, PRESS), List.of(Job.of("A", CUT).due(900), part))
                .precedences(Precedence.of("B1", "A1"));
        assertThat(why(problem, at("B", "B1", "press", 0, 3_000), at("A", "A1", "saw", 3_000, 3_600)))
                .containsExactly("A 45 min late: waits 50 min for B1 of B");
    }

    @Test
    void namesAPinAndTheWayBetweenMachines() {
        var pinned = Problem.of(
                List.of(SAW),
                List.of(Job.of("A", CUT.pin(new Pin(null, 3_000L))).due(900)));
        assertThat(why(pinned, at("A", "A1", "saw", 3_000, 3_600)))
                .containsExactly("A 45 min late: A1 is pinned to start at t3000");

        var far = Problem.of(
                        List.of(SAW, PRESS), List.of(Job.of("A", CUT, STAMP).due(1_300)))
                .transport(new TransportTimes(Map.of("saw", Map.of("press", 1_200L))));
        assertThat(why(far, at("A", "A1", "saw", 0, 600), at("A", "A2", "press", 1_800, 2_400)))
                .containsExactly("A 18 min late: spends 20 min between its machines");
    }

    @Test
    void namesASlowMachine() {
        var choice = Operation.of("A1", new Mode("saw", 600), new Mode("press", 4_200));
        var problem =
                Problem.of(List.of(SAW, PRESS), List.of(Job.of("A", choice).due(900)));
        assertThat(why(problem, at("A", "A1", "press", 0, 4_200)))
                .containsExactly("A 55 min late: loses 1 h on press, which is slower than others");
    }

    /** No re-planning helps: whoever promised the date has to hear it. */
    @Test
    void saysWhenTheWorkAloneTakesLonger() {
        var problem = Problem.of(
                List.of(SAW, PRESS),
                List.of(
                        Job.of("A", CUT, STAMP).due(900),
                        Job.of("B", Operation.of("B1", new Mode("saw", 60))).due(-30)));
        assertThat(why(
                        problem,
                        at("B", "B1", "saw", 0, 60),
                        at("A", "A1", "saw", 60, 660),
                        at("A", "A2", "press", 660, 1_260)))
                .containsExactly(
                        "A 6 min late: its work alone takes 20 min, and it is due in 15 min",
                        "B 2 min late: its due date has passed, and its work takes 1 min");
    }

    @Test
    void aReleaseAndWorkInHandCount() {
        var late = Problem.of(
                List.of(SAW), List.of(Job.of("A", CUT).released(3_000).due(3_700)));
        assertThat(why(late, at("A", "A1", "saw", 3_200, 3_800)))
                .containsExactly("A 2 min late: is released only at t3000");

        var running = CUT.progress(new Progress.Running("saw", -100, 500));
        var problem = Problem.of(
                List.of(SAW, PRESS.down(new Window(0, 3_000))),
                List.of(Job.of("A", running, STAMP).due(1_200)));
        assertThat(why(problem, at("A", "A1", "saw", -100, 500), at("A", "A2", "press", 3_000, 3_600)))
                .containsExactly("A 40 min late: waits 42 min for press, down until t3000");
    }

    /** Whatever the problem, late jobs and no others are told, and delays never exceed the time there was. */
    @Test
    void exactlyTheLateJobsAreTold() {
        for (long seed = 0; seed < 60; seed++) {
            var problem = RandomProblems.of(seed, 6, 3);
            var schedule = new Dispatcher(PlanRequest.of(problem)).best();
            var late = Lateness.of(problem, schedule);
            assertThat(late).as("seed " + seed).hasSize(schedule.tardyJobs());
            for (var each : late) {
                assertThat(each.describe(Long::toString)).as("seed " + seed).isNotBlank();
                assertThat(each.delays()).as("seed " + seed).allSatisfy(delay -> assertThat(delay.seconds())
                        .isPositive());
            }
        }
    }

    private static Assignment at(String job, String operation, String machine, long start, long end) {
        return new Assignment(job, operation, machine, 0, start, end);
    }

    private static List<String> why(Problem problem, Assignment... assignments) {
        return why(problem, new Schedule("test", List.of(assignments), List.of(), Score.NONE));
    }

    private static List<String> why(Problem problem, Schedule schedule) {
        return Lateness.of(problem, schedule).stream()
                .map(late ->
                        late.jobId() + " " + Spans.of(late.seconds()) + " late: " + late.describe(time -> "t" + time))
                .toList();
    }
}
