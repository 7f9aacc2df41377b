package dev.millwright.learning.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.learning.boosting.BoostSettings;
import dev.millwright.learning.boosting.BoostSettings.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On units whose lives are known, so are what a model must find and how often its interval must hold. */
class LifeTrainerTest {
    private static final LifeSettings SETTINGS =
            new LifeSettings(125, 2, 4, 10, 0.9, new BoostSettings(new Goal.Mean(), 80, 4, 0.1, 5, 0.8, 0.8, false, 3));

    private static LifeModel model;

    @BeforeAll
    static void train() throws InterruptedException {
        model = trainer(true).train(WearingUnits.failed(60, 1));
    }

    private static LifeTrainer trainer(boolean age) {
        return new LifeTrainer(WearingUnits.SIGNALS, WearingUnits.SETTINGS, age, SETTINGS, _ -> {});
    }

    @Test
    void findsTheRegimesAndTheSignalThatWears() {
        assertThat(model.space().regimes().count()).isEqualTo(2);
        assertThat(model.space().sensors()).containsExactly(1);
        assertThat(model.space().names()).contains("vibration last", "vibration mean since start", "age");
    }

    @Test
    void newUnitsAreJudgedNearTheTruthAndTheIntervalHoldsAsOftenAsItSays() {
        var random = new Random(99);
        int held = 0;
        double error = 0;
        int all = 300;
        for (int u = 0; u < all; u++) {
            int life = 120 + random.nextInt(150);
            int cycles = 1 + random.nextInt(life);
            var estimate = model.estimate(WearingUnits.run("new", life, cycles, random));
            double left = Math.min(125, life - cycles);
            held += estimate.holds(left) ? 1 : 0;
            error += Math.abs(estimate.expected() - left) / all;
            assertThat(estimate.low()).isBetween(0.0, estimate.expected());
            assertThat(estimate.high()).isBetween(estimate.expected(), 125.0);
        }
        assertThat(error).isLessThan(8);
        assertThat((double) held / all).isBetween(0.84, 0.97);
    }

    @Test
    void alarmsTellUnitsThatFailSoon() {
        var random = new Random(5);
        var soon = model.estimate(WearingUnits.run("worn", 200, 190, random));
        var later = model.estimate(WearingUnits.run("fresh", 200, 60, random));
        assertThat(soon.expected()).isLessThan(model.alarmBelow());
        assertThat(later.expected()).isGreaterThan(model.alarmBelow());
    }

    /** Twice the same is the same, on however many cores: shipped weights can be made again. */
    @Test
    void theSameSeedGivesTheSameModel() throws InterruptedException {
        assertThat(trainer(true).train(WearingUnits.failed(60, 1))).isEqualTo(model);
        assertThat(model.onnx()).isNotEmpty();
    }

    @Test
    void withoutAgeItIsNotLookedAt() throws InterruptedException {
        var blind = trainer(false).train(WearingUnits.failed(12, 1));
        assertThat(blind.space().names()).doesNotContain("age");
    }

    @Test
    void tooFewUnitsAndSignalsThatSayNothingAreRefused() {
        assertThatThrownBy(() -> trainer(true).train(WearingUnits.failed(3, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("3 units cannot be held out in 4 parts.");
        var noise = new LifeTrainer(List.of("load", "a", "b", "c"), List.of(0, 1), true, SETTINGS, _ -> {});
        var still = new ArrayList<>(WearingUnits.failed(8, 1));
        still.replaceAll(unit -> {
            for (var row : unit.rows()) {
                row[2] = 1;
            }
            return unit;
        });
        assertThatThrownBy(() -> noise.train(still))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("changes as the units wear");
        assertThatThrownBy(() -> new LifeSettings(125, 2, 1, 10, 0.9, SETTINGS.boost()))
                .hasMessageContaining("1 folds");
    }
}
