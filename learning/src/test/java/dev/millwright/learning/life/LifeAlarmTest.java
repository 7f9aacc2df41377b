package dev.millwright.learning.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Counted by hand, and on samples whose quantiles are known. */
class LifeAlarmTest {
    @Test
    void recallIsOfUnitsThatFailSoonAndFalseAlarmsAreOfTheRest() {
        var alarm = LifeAlarm.of(List.of(true, false, true, false, false), List.of(10.0, 30.0, 31.0, 80.0, 90.0));
        assertThat(alarm.recall()).isEqualTo(0.5);
        assertThat(alarm.falseShare()).isEqualTo(1.0 / 3);
        assertThat(LifeAlarm.of(List.of(), List.of())).isEqualTo(new LifeAlarm(1, 0));
    }

    @Test
    void intervalsAreWidenedToHoldWhatTheySay() {
        var random = new Random(2);
        var held = new ArrayList<Widening.Judged>();
        for (int i = 0; i < 3_000; i++) {
            held.add(new Widening.Judged(random.nextDouble() * 125, random.nextDouble(), 0.1));
        }
        var widening = Widening.of(held, 0.9, 300);
        assertThat(widening.at(20)).isBetween(0.87, 0.94);
        assertThat(widening.at(124)).isBetween(0.87, 0.94);
        var few = Widening.of(held.subList(0, 30), 0.9, 3);
        assertThat(few.at(20)).as("with three units it must be sure").isGreaterThan(0.94);
        assertThat(few.at(20)).isEqualTo(few.at(120));
    }
}
