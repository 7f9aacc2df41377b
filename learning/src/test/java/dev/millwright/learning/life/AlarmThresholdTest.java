package dev.millwright.learning.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.learning.life.HeldOut.Cut;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On invented units whose lives are all over- or underrated alike, as those of one unit are. */
class AlarmThresholdTest {
    private static final double SOON = 30;

    /** Each unit at ten chance rows, with one error of its own and one of each row. */
    private static List<Cut> units(int count, Random random) {
        var cuts = new ArrayList<Cut>();
        for (int unit = 0; unit < count; unit++) {
            double own = 2.5 * random.nextGaussian();
            for (int row = 0; row < 10; row++) {
                double life = random.nextDouble() * 125;
                double expected = Math.clamp(life + own + 1.5 * random.nextGaussian(), 0, 125);
                cuts.add(new Cut("u" + unit, 0, 1, expected, life, life));
            }
        }
        return cuts;
    }

    private static LifeAlarm judged(List<Cut> cuts, double below) {
        return LifeAlarm.of(
                cuts.stream().map(cut -> cut.expected() < below).toList(),
                cuts.stream().map(Cut::life).toList(),
                SOON);
    }

    /** What is promised on units held out must hold on new ones, and not only every second time. */
    @Test
    void bothPromisesHoldOnNewUnits() {
        int kept = 0;
        for (int seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            double below = AlarmThreshold.of(units(80, random), SOON, 125, AlarmChoice.DEFAULT);
            var alarm = judged(units(200, random), below);
            kept += alarm.recall() >= 0.95 && alarm.falseShare() <= 0.05 ? 1 : 0;
        }
        assertThat(kept).isGreaterThan(95);
    }

    /** A fleet of new machines rings never, and would make any threshold look good. */
    @Test
    void unitsAsNewDoNotMoveIt() {
        var cuts = units(80, new Random(8));
        double below = AlarmThreshold.of(cuts, SOON, 125, AlarmChoice.DEFAULT);
        for (int unit = 0; unit < 500; unit++) {
            cuts.add(new Cut("new-" + unit, 0, 1, 124, 125, 125));
        }
        assertThat(AlarmThreshold.of(cuts, SOON, 125, AlarmChoice.DEFAULT)).isEqualTo(below);
    }

    @Test
    void thePromiseThatIsHarderToKeepMovesIt() {
        var cuts = units(80, new Random(7));
        double even = AlarmThreshold.of(cuts, SOON, 125, AlarmChoice.DEFAULT);
        assertThat(AlarmThreshold.of(cuts, SOON, 125, new AlarmChoice.Bounded(0.05, 0.005)))
                .isLessThan(even);
        assertThat(AlarmThreshold.of(cuts, SOON, 125, new AlarmChoice.Bounded(0.005, 0.05)))
                .isGreaterThan(even);
    }

    @Test
    void byCostNoThresholdIsCheaper() {
        for (int seed = 0; seed < 20; seed++) {
            var cuts = units(30, new Random(seed));
            double miss = 1 + seed;
            double chosen = cost(cuts, AlarmThreshold.of(cuts, SOON, 125, new AlarmChoice.ByCost(miss, 3)), miss, 3);
            for (double below = 15; below <= 60; below++) {
                assertThat(chosen).as("seed %s, below %s", seed, below).isLessThanOrEqualTo(cost(cuts, below, miss, 3));
            }
        }
        var cuts = units(80, new Random(7));
        assertThat(AlarmThreshold.of(cuts, SOON, 125, new AlarmChoice.ByCost(50, 1)))
                .as("dear misses make it ring sooner")
                .isGreaterThan(AlarmThreshold.of(cuts, SOON, 125, new AlarmChoice.ByCost(1, 50)));
    }

    private static double cost(List<Cut> cuts, double below, double miss, double falseAlarm) {
        double sum = 0;
        for (var cut : cuts) {
            boolean alarm = cut.expected() < below;
            boolean soon = cut.life() <= SOON;
            sum += soon && !alarm ? miss : alarm && !soon ? falseAlarm : 0;
        }
        return sum;
    }

    @Test
    void lessThanNothingIsNoChoice() {
        assertThatThrownBy(() -> new AlarmChoice.Bounded(0, 0.05)).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> new AlarmChoice.ByCost(1, -1)).hasMessageContaining("costs above 0");
    }
}
