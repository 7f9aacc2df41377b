package dev.millwright.scheduling.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.problem.Tariff;
import dev.millwright.scheduling.problem.Window;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every measure, worked out by hand. */
class ScorerTest {
    private static final Problem PROBLEM = Problem.of(
                    List.of(
                            Machine.of("press").drawing(3).breaks(new Window(110, 120)),
                            Machine.of("saw"),
                            Machine.subcontractor("smith")),
                    List.of())
            .at(100)
            .jobs(List.of(
                    Job.of(
                                    "A",
                                    Operation.of("A1", new Mode("saw", 40))
                                            .progress(new Progress.Running("saw", 90, 7)),
                                    Operation.of("A2", new Mode("press", 20)).stretching())
                            .due(130)
                            .weighing(2),
                    Job.of("B", Operation.of("B1", new Mode("smith", 500).costing(9)))
                            .released(120)
                            .due(700)))
            .tariff(new Tariff(List.of(new Tariff.Rate(0, 1), new Tariff.Rate(125, 10))))
            .maintenance(new MaintenanceTask("W", "saw", 5, 100, 500, 4));

    private static final List<Assignment> PLACES = List.of(
            new Assignment("A", "A1", "saw", 0, 90, 107),
            new Assignment("A", "A2", "press", 2, 107, 137),
            new Assignment("B", "B1", "smith", 0, 120, 620));
    private static final List<MaintenancePlacement> MAINTENANCE =
            List.of(new MaintenancePlacement("W", "saw", 110, 115));
    private static final Schedule ADOPTED = new Schedule(
            "adopted",
            List.of(new Assignment("A", "A2", "saw", 0, 102, 132), new Assignment("B", "B1", "smith", 0, 121, 621)),
            List.of(),
            Score.NONE);

    @Test
    void everyMeasureIsWhatItSays() {
        var score = new PlanRequest(PROBLEM, Objective.ofMakespan(), ADOPTED).score(PLACES, MAINTENANCE);
        assertThat(score.makespan()).isEqualTo(520);
        assertThat(score.weightedTardiness()).isEqualTo(2 * 7);
        assertThat(score.tardyJobs()).isEqualTo(1);
        assertThat(score.flowTime()).isEqualTo(37 + 500);
        assertThat(score.setupTime()).isEqualTo(2);
        assertThat(score.largestLoad())
                .as("press: setup and work, without its break")
                .isEqualTo(22);
        assertThat(score.energyCost())
                .as("107..110, 120..125 at 1, 125..137 at 10")
                .isEqualTo(3 * (3 + 5 + 12 * 10));
        assertThat(score.maintenanceDelay()).isEqualTo(4 * 10);
        assertThat(score.movedSeconds()).isEqualTo(5 + 1);
        assertThat(score.changedMachines()).isEqualTo(1);
        assertThat(score.cost()).isEqualTo(9);
        assertThat(score.total()).isEqualTo(520 + 40);
    }

    @Test
    void everyMeasureCanStandAlone() {
        for (var measure : Measure.values()) {
            var score = new PlanRequest(PROBLEM, Objective.of(measure), ADOPTED).score(PLACES, MAINTENANCE);
            assertThat(score.total())
                    .as(measure.name())
                    .isEqualTo(measure.of(score))
                    .isPositive();
        }
    }

    @Test
    void theFirstLevelThatDiffersDecides() {
        var objective = Objective.of(Measure.LATE_JOBS).then(Measure.MAKESPAN).and(Measure.SETUP_TIME, 5);
        var punctual = score(objective, 0, 900, 9);
        var quick = score(objective, 1, 100, 0);
        assertThat(punctual.levels()).containsExactly(0L, 945L);
        assertThat(punctual.betterThan(quick)).isTrue();
        assertThat(score(objective, 0, 900, 8).betterThan(punctual)).isTrue();
        assertThat(punctual.betterThan(score(objective, 0, 900, 9))).isFalse();
        assertThat(objective.counts(Measure.MAKESPAN)).isTrue();
        assertThat(objective.counts(Measure.COST)).isFalse();
        assertThat(objective.weight(Measure.SETUP_TIME)).isEqualTo(5);
        assertThat(objective.weight(Measure.COST)).isZero();
    }

    @Test
    void anObjectiveWithoutAMeasureOrWithNegativeWeightIsRefused() {
        assertThatThrownBy(() -> new Objective(List.of())).hasMessageContaining("no level");
        assertThatThrownBy(() -> new Objective.Level(Map.of(Measure.COST, -1L)))
                .hasMessageContaining("weighs COST with -1");
    }

    private static Score score(Objective objective, int late, long makespan, long setup) {
        return new Score(makespan, 0, late, 0, setup, 0, 0, 0, 0, 0, 0, List.of()).by(objective);
    }
}
