package dev.millwright.scheduling.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.scheduling.RichProblems;
import dev.millwright.scheduling.dispatching.DispatchRule;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Good schedules, knocked about by chance: the checker and a judge that walks second by second always agree. */
class CheckerAgreesTest {
    @Test
    void theCheckerRefusesExactlyWhatASlowJudgeRefuses() {
        int good = 0;
        int bad = 0;
        for (long seed = 0; seed < 120; seed++) {
            var problem = RichProblems.of(seed, 5, 3);
            var schedule = new Dispatcher(PlanRequest.of(problem)).byRule(DispatchRule.MWKR);
            var waiting = new HashSet<String>();
            problem.jobs().forEach(job -> job.openOperations().forEach(each -> waiting.add(each.id())));
            var random = new Random(seed);
            for (int knock = 0; knock < 40; knock++) {
                var knocked = knocked(problem, schedule.assignments(), waiting, random);
                var found = ScheduleChecker.check(
                        problem, new Schedule("knocked", knocked, schedule.maintenance(), Score.NONE));
                assertThat(found.isEmpty())
                        .as("seed " + seed + ", knock " + knock + ": " + knocked + " against " + found)
                        .isEqualTo(SecondBySecond.accepts(problem, knocked, schedule.maintenance()));
                good += found.isEmpty() ? 1 : 0;
                bad += found.isEmpty() ? 0 : 1;
            }
        }
        assertThat(good).as("schedules that stayed good").isGreaterThan(100);
        assertThat(bad).as("schedules that were spoilt").isGreaterThan(1_000);
    }

    /** One or two waiting operations moved, lengthened, set up otherwise, or put on another machine. */
    private static List<Assignment> knocked(
            Problem problem, List<Assignment> assignments, Set<String> waiting, Random random) {
        var result = new ArrayList<Assignment>();
        for (var each : assignments) {
            result.add(
                    waiting.contains(each.operationId()) && random.nextInt(6) == 0
                            ? knocked(problem, each, random)
                            : each);
        }
        return result;
    }

    private static Assignment knocked(Problem problem, Assignment place, Random random) {
        long shift = random.nextInt(4) == 0 ? random.nextInt(200) : random.nextInt(5) - 2;
        long longer = random.nextInt(5) == 0 ? random.nextInt(3) - 1 : 0;
        long setup = random.nextInt(8) == 0 ? random.nextInt(10) : place.setupTime();
        var machines = problem.machines();
        var machine = random.nextInt(8) == 0
                ? machines.get(random.nextInt(machines.size())).id()
                : place.machineId();
        return new Assignment(
                place.jobId(),
                place.operationId(),
                machine,
                setup,
                place.start() + shift,
                Math.max(place.start() + shift + 1, place.end() + shift + longer));
    }
}
