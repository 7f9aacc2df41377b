package dev.millwright.scheduling;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.dispatching.DispatchRule;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.StartCost;
import dev.millwright.scheduling.problem.StartCost.Point;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Maintenance as a wish with a price: paid where orders gain more by it, saved where they do not. */
class MaintenanceCostTest {
    private static final Objective TARDINESS = Objective.of(Measure.TARDINESS).and(Measure.MAINTENANCE_DELAY, 1);

    private static StartCost cost(long... startsAndCosts) {
        var points = new ArrayList<Point>();
        for (int i = 0; i < startsAndCosts.length; i += 2) {
            points.add(new Point(startsAndCosts[i], startsAndCosts[i + 1]));
        }
        return new StartCost(points);
    }

    @Test
    void isAStraightLineRoundedUp() {
        var cost = cost(10, 7, 20, 0, 23, 1);
        assertThat(cost.at(0)).isEqualTo(7);
        assertThat(cost.at(10)).isEqualTo(7);
        assertThat(cost.at(11)).as("6.3").isEqualTo(7);
        assertThat(cost.at(19)).as("0.7").isEqualTo(1);
        assertThat(cost.at(20)).isZero();
        assertThat(cost.at(21)).as("0.3").isEqualTo(1);
        assertThat(cost.at(99)).isEqualTo(1);
        assertThat(new MaintenanceTask("W", "M", 1, 5, 99, 2).costing(cost).cost(11))
                .isEqualTo(2 * 6 + 7);
        assertThatThrownBy(() -> cost()).hasMessageContaining("Give one or more");
        assertThatThrownBy(() -> cost(3, 1, 3, 2)).hasMessageContaining("by time");
        assertThatThrownBy(() -> cost(3, -1)).hasMessageContaining("zero or more");
    }

    /** The machine is free all day: nothing is cheaper than the cheapest second. */
    @Test
    void aRulePutsItWhereItIsCheapest() {
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            var cost = cost(
                    0, random.nextInt(50), 40, random.nextInt(50), 70, random.nextInt(50), 100, random.nextInt(50));
            var task = new MaintenanceTask("W", "M", 5, 10, 95, 0).costing(cost);
            var machine = Machine.of("M").down(new Window(20, 30), new Window(60, 65 + random.nextInt(8)));
            var problem = Problem.of(List.of(machine), List.of(Job.of("A", Operation.of("A1", new Mode("M", 1)))))
                    .maintenance(task);
            long least = Long.MAX_VALUE;
            for (long start = 10; start <= 90; start++) {
                long from = start;
                boolean free = machine.down().stream().noneMatch(window -> window.overlaps(from, from + 5));
                least = free ? Math.min(least, cost.at(start)) : least;
            }
            var schedule = new Dispatcher(new PlanRequest(problem, TARDINESS, null)).byRule(DispatchRule.EDD);
            assertThat(schedule.score().maintenanceDelay()).as("seed %s", seed).isEqualTo(least);
        }
    }

    /** Against every start of the maintenance, and every start of all operations around it. */
    @Test
    void noPlaceIsCheaperInAll() {
        for (int seed = 0; seed < 12; seed++) {
            var random = new Random(seed);
            var machine = Machine.of("M");
            var jobs = List.of(
                    Job.of("A", Operation.of("A1", new Mode("M", 1 + random.nextInt(3))))
                            .due(2 + random.nextInt(5))
                            .weighing(1 + random.nextInt(5)),
                    Job.of("B", Operation.of("B1", new Mode("M", 1 + random.nextInt(3))))
                            .due(2 + random.nextInt(8))
                            .weighing(1 + random.nextInt(5)));
            var cost = cost(1, random.nextInt(12), 4, random.nextInt(12), 9, random.nextInt(12));
            var task = new MaintenanceTask("W", "M", 3, 0, 12, random.nextInt(2)).costing(cost);
            long least = Long.MAX_VALUE;
            for (long start = 0; start <= 9; start++) {
                var around = Problem.of(List.of(machine.down(new Window(start, start + 3))), jobs);
                var score = requireNonNull(EveryPlaceTried.best(new PlanRequest(around, TARDINESS, null), 12));
                least = Math.min(least, score.total() + task.cost(start));
            }
            var request = new PlanRequest(Problem.of(List.of(machine), jobs).maintenance(task), TARDINESS, null);
            var scheduler = new Scheduler(SolverSettings.deterministic(Duration.ofSeconds(8), 1));
            var solved = (Outcome.Solved) scheduler.solve(request);
            assertThat(solved.optimal()).as("seed %s", seed).isTrue();
            assertThat(solved.schedule().score().total()).as("seed %s", seed).isEqualTo(least);
        }
    }
}
