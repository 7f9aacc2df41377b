package dev.millwright.scheduling;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Precedence;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Resource;
import dev.millwright.scheduling.problem.SetupTimes;
import dev.millwright.scheduling.problem.Tariff;
import dev.millwright.scheduling.problem.TransportTimes;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.Score;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each thing a problem can say, and each measure, against an oracle that tries every start in every mode. */
class TinyFeaturesOptimumTest {
    private static final long LAST_START = 13;
    private static final Operation A1 = Operation.of("A1", new Mode("M", 3), new Mode("N", 4));
    private static final Operation A2 = Operation.of("A2", new Mode("M", 2), new Mode("N", 2));
    private static final Operation B1 = Operation.of("B1", new Mode("M", 3), new Mode("N", 5));
    private static final Machine M = Machine.of("M").drawing(2);
    private static final Machine N = Machine.of("N").drawing(1);
    private static final Problem PLAIN = Problem.of(
            List.of(M, N),
            List.of(Job.of("A", A1, A2).due(6).weighing(2), Job.of("B", B1).due(4)));
    private static final Schedule ADOPTED = new Schedule(
            "adopted",
            List.of(
                    new Assignment("A", "A1", "N", 0, 2, 6),
                    new Assignment("A", "A2", "N", 0, 7, 9),
                    new Assignment("B", "B1", "M", 0, 1, 4)),
            List.of(),
            Score.NONE);

    @Test
    void everyMeasureOfAPlainShop() {
        optimal(PLAIN);
    }

    @Test
    void lagsAndTransport() {
        optimal(PLAIN.transport(new TransportTimes(Map.of("M", Map.of("N", 2L), "N", Map.of("M", 1L))))
                .jobs(jobs(job -> job.precedences(Precedence.of("A1", "A2").lag(1)))));
    }

    @Test
    void noWaitWithTransport() {
        optimal(PLAIN.transport(new TransportTimes(Map.of("M", Map.of("N", 2L))))
                .machines(List.of(M.down(new Window(3, 5)), N))
                .jobs(jobs(job -> job.linked(Link.NO_WAIT))));
    }

    @Test
    void blocking() {
        optimal(PLAIN.machines(List.of(M.down(new Window(6, 9)), N.down(new Window(3, 6))))
                .jobs(jobs(job -> job.linked(Link.BLOCKING))));
    }

    @Test
    void blockingWithSetupsOnTheSameMachine() {
        var setups = SetupTimes.everywhere(Map.of("red", Map.of("blue", 2L), "blue", Map.of("red", 1L)));
        var job = Job.of("A", A1.family("red"), A2.family("blue")).linked(Link.BLOCKING);
        optimal(PLAIN.machines(List.of(M.setUpFor("blue"), N.setUpFor("red")))
                .jobs(List.of(job.due(6), Job.of("B", B1.family("blue")).due(4)))
                .setups(setups));
    }

    @Test
    void joinsAndPrecedencesAcrossJobs() {
        var join = Job.of("A", A1, Operation.of("C1", new Mode("N", 2)), A2)
                .precedences(Precedence.of("A1", "A2"), Precedence.of("C1", "A2"));
        optimal(PLAIN.jobs(List.of(join.due(5))));
        optimal(PLAIN.precedences(Precedence.of("B1", "A2").lag(1)));
    }

    @Test
    void breaksOverWhichSomeOperationsStretch() {
        var machines = List.of(M.breaks(new Window(2, 4), new Window(6, 7)), N.breaks(new Window(3, 5)));
        optimal(PLAIN.machines(machines));
        optimal(PLAIN.machines(machines)
                .jobs(List.of(
                        Job.of("A", A1.stretching(), A2).due(6),
                        Job.of("B", B1.stretching()).due(4))));
        optimal(PLAIN.machines(List.of(M.breaks(new Window(2, 4)).down(new Window(5, 6)), N.breaks(new Window(0, 1))))
                .jobs(List.of(
                        Job.of("A", A1.stretching(), A2.stretching()).due(6),
                        Job.of("B", B1).due(4))));
    }

    @Test
    void setupsLieBetweenBreaks() {
        var setups = SetupTimes.everywhere(Map.of("red", Map.of("blue", 2L), "blue", Map.of("red", 1L)));
        optimal(PLAIN.machines(List.of(M.setUpFor("red").breaks(new Window(3, 5)), N.setUpFor("blue")))
                .jobs(List.of(
                        Job.of("A", A1.family("blue").stretching(), A2.family("blue"))
                                .due(6),
                        Job.of("B", B1.family("red").stretching()).due(4)))
                .setups(setups));
    }

    @Test
    void sharedResourcesWithHoursOfTheirOwn() {
        var crew = Resource.of("crew", 2).away(new Window(3, 4));
        var a1 = Operation.of("A1", new Mode("M", 3).needing("crew", 2), new Mode("N", 4).needing("crew"));
        var b1 = Operation.of("B1", new Mode("M", 3).needing("crew"), new Mode("N", 5));
        optimal(PLAIN.resources(crew)
                .jobs(List.of(Job.of("A", a1, A2).due(6), Job.of("B", b1).due(4))));
        optimal(PLAIN.resources(crew)
                .jobs(List.of(
                        Job.of("A", a1.stretching(), A2).due(6),
                        Job.of("B", b1.stretching()).due(4))));
    }

    @Test
    void subcontractorsAndTariffs() {
        var cheapAtFour = new Tariff(List.of(new Tariff.Rate(0, 3), new Tariff.Rate(4, 1), new Tariff.Rate(8, 4)));
        var a1 = Operation.of("A1", new Mode("M", 3), new Mode("S", 4).costing(5));
        var b1 = Operation.of("B1", new Mode("M", 3), new Mode("S", 5).costing(2));
        optimal(PLAIN.machines(List.of(M.breaks(new Window(5, 6)), N, Machine.subcontractor("S")))
                .tariff(cheapAtFour)
                .jobs(List.of(
                        Job.of("A", a1.stretching(), A2).due(6).weighing(2),
                        Job.of("B", b1).due(4))));
    }

    private static List<Job> jobs(UnaryOperator<Job> first) {
        return List.of(first.apply(PLAIN.jobs().getFirst()), PLAIN.jobs().getLast());
    }

    /** Every measure first, the makespan of what is left after it; all found and proven. */
    private static void optimal(Problem problem) {
        var scheduler = new Scheduler(SolverSettings.deterministic(Duration.ofSeconds(8), 1));
        for (var measure : Measure.values()) {
            var objective = Objective.of(measure).then(Measure.MAKESPAN);
            var request = new PlanRequest(problem, objective, ADOPTED);
            var best = requireNonNull(EveryPlaceTried.best(request, LAST_START));
            var solved = (Outcome.Solved) scheduler.solve(request);
            assertThat(solved.schedule().score().levels())
                    .as(measure + ", then makespan")
                    .isEqualTo(best.levels());
            assertThat(solved.optimal()).as(measure.name()).isTrue();
        }
    }
}
