package dev.millwright.learning.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.maintenance.life.Widening;
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

    @Test
    void intervalsAreWidenedToHoldWhatTheySay() {
        var random = new Random(2);
        var held = new ArrayList<HeldOut.Cut>();
        for (int i = 0; i < 3_000; i++) {
            double middle = random.nextDouble() * 125;
            // Nine in ten lie within nine tenths of this interval's bounds.
            double miss = random.nextDouble();
            held.add(new HeldOut.Cut("u" + i / 10, 0, 1, middle, middle, middle, middle + miss, middle, 0.1));
        }
        var widening = Calibration.of(held, 0.9, 125, 300);
        assertThat(wider(widening, 20)).isBetween(0.87, 0.94);
        assertThat(wider(widening, 124)).isBetween(0.87, 0.94);
        var few = Calibration.of(held.subList(0, 30), 0.9, 125, 3);
        assertThat(wider(few, 20)).as("with three units it must be sure").isGreaterThan(0.94);
        assertThat(wider(few, 20)).isEqualTo(wider(few, 120));
    }

    private static double wider(Widening widening, double middle) {
        return widening.around(middle, middle, middle, 1_000).high() - middle;
    }

    @Test
    void theThresholdTellsMostWithFewFalse() {
        var lives = List.of(5.0, 15.0, 25.0, 40.0, 60.0, 80.0, 100.0, 120.0);
        assertThat(LifeAlarm.threshold(lives, lives, 30)).isBetween(25.0, 40.0);
    }
}
