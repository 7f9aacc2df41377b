package dev.millwright.learning.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Counted by hand, and on samples whose quantiles are known. */
class LifeAlarmTest {
    @Test
    void recallIsOfUnitsThatFailSoonAndFalseAlarmsAreOfTheRest() {
        var alarm = LifeAlarm.of(List.of(true, false, true, false, false), List.of(10.0, 30.0, 31.0, 80.0, 90.0), 30);
        assertThat(alarm.recall()).isEqualTo(0.5);
        assertThat(alarm.falseShare()).isEqualTo(1.0 / 3);
        assertThat(LifeAlarm.of(List.of(), List.of(), 30)).isEqualTo(new LifeAlarm(1, 0));
    }

    /** Errors grow with what is expected; the band must grow with them, to each side as it is there. */
    @Test
    void theBandHoldsWhatItSays() {
        var random = new Random(2);
        var held = new ArrayList<HeldOut.Cut>();
        for (int i = 0; i < 6_000; i++) {
            double expected = random.nextDouble() * 100;
            double error = random.nextDouble() * (1 + expected / 5);
            held.add(new HeldOut.Cut("u" + i / 10, 0, 1, expected, expected - error, expected));
        }
        var band = Calibration.of(held, 0.9, 10, 1_000);
        var near = band.around(10, 1_000);
        assertThat(near.expected() - near.low()).isBetween(2.2, 4.0);
        assertThat(near.high()).as("no life was longer than expected").isBetween(9.9, 10.5);
        var far = band.around(90, 1_000);
        assertThat(far.expected() - far.low()).isBetween(16.0, 20.0);
        int holds = 0;
        for (var cut : held) {
            holds += band.around(cut.expected(), 1_000).holds(cut.life()) ? 1 : 0;
        }
        assertThat(holds / 6_000.0).isBetween(0.88, 0.97);
    }

    /** Ten cuts of a unit that all say the same are one; ten that say nothing of one another are ten. */
    @Test
    void cutsOfAUnitCountAsManyAsTheyDiffer() {
        var random = new Random(4);
        var same = new ArrayList<HeldOut.Cut>();
        var apart = new ArrayList<HeldOut.Cut>();
        var half = new ArrayList<HeldOut.Cut>();
        for (int unit = 0; unit < 400; unit++) {
            double own = random.nextGaussian();
            for (int i = 0; i < 10; i++) {
                double error = random.nextGaussian();
                same.add(new HeldOut.Cut("u" + unit, 0, 1, 50, 50 - own, 50));
                apart.add(new HeldOut.Cut("u" + unit, 0, 1, 50, 50 - error, 50));
                half.add(new HeldOut.Cut("u" + unit, 0, 1, 50, 50 - own - error, 50));
            }
        }
        assertThat(Calibration.independent(same, cut -> cut.expected() - cut.life()))
                .isCloseTo(400, within(1.0));
        assertThat(Calibration.independent(apart, cut -> cut.expected() - cut.life()))
                .isBetween(3_000.0, 4_000.0);
        assertThat(Calibration.independent(half, cut -> cut.expected() - cut.life()))
                .as("4000 / (1 + 9 / 2)")
                .isBetween(650.0, 810.0);
    }

    @Test
    void withFewUnitsItMustBeSure() {
        var held = new ArrayList<HeldOut.Cut>();
        for (int i = 0; i < 30; i++) {
            held.add(new HeldOut.Cut("u" + i / 10, 0, 1, 50, 50 - i, 50));
        }
        assertThat(Calibration.of(held, 0.9, 10, 1_000).around(50, 100).low()).isEqualTo(21);
        assertThatThrownBy(() -> Calibration.of(List.of(), 0.9, 10, 1_000))
                .hasMessageStartingWith("There is no held-out unit.");
    }
}
