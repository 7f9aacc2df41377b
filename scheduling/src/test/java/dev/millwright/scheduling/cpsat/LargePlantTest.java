package dev.millwright.scheduling.cpsat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.scheduling.dispatching.DispatchRule;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.dispatching.OrderSearch;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.replanning.FirstAnswer;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** 504 operations with setups: too many for one model, not for an answer. */
class LargePlantTest {
    private static final Problem PLANT = BusyPlant.of(63);
    private static final PlanRequest REQUEST = new PlanRequest(PLANT, Objective.balanced(), null);

    @Test
    void aLargePlantIsImprovedByAnotherOrderOfItsJobs() {
        assertThat(ModelSize.of(PLANT).tooLarge()).isTrue();
        var start = new Dispatcher(REQUEST).byRule(DispatchRule.SPT);
        var found = new OrderSearch(REQUEST, start, 1).after(100);
        assertThat(ScheduleChecker.check(PLANT, found)).isEmpty();
        assertThat(found.score().total()).isLessThan(start.score().total());
    }

    @Test
    void aLargePlantIsNeverLeftWithoutAPlan() {
        var first = new FirstAnswer(REQUEST).schedule();
        var outcome = new CpSatSolver(SolverSettings.fast(Duration.ofMillis(500)))
                .solve(REQUEST, first, _ -> {}, new StopSignal());
        var found = ((Outcome.Solved) outcome).schedule();
        assertThat(ScheduleChecker.check(PLANT, found)).isEmpty();
        assertThat(found.score().total()).isLessThanOrEqualTo(first.score().total());
    }

    @Test
    void aBreakdownIsAnsweredWithoutBreakingARule() {
        var adopted = new FirstAnswer(REQUEST).schedule();
        var machines = new ArrayList<>(PLANT.machines());
        machines.set(2, machines.get(2).down(new Window(3_000, 9_000), new Window(28_800, 57_600)));
        var broken = new Problem(0, machines, PLANT.jobs(), PLANT.setups(), PLANT.maintenance());
        var answer = new FirstAnswer(new PlanRequest(broken, Objective.balanced(), adopted)).schedule();
        assertThat(ScheduleChecker.check(broken, answer)).isEmpty();
    }
}
