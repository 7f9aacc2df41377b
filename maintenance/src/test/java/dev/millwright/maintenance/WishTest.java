package dev.millwright.maintenance;

import static dev.millwright.maintenance.Machines.HOUR;
import static dev.millwright.maintenance.Machines.PRESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WishTest {

    /** Every assessment of a wearing machine moves a little; the planner must not be told each time. */
    @Test
    void aWearingMachineIsWishedForAFewTimesOnly() {
        HealthMonitor monitor =
                Machines.monitor(Machines.press(List.of(), MonitoredSignal.withLimit("vibration", "mm/s", 7)));
        List<WishDecision.Wished> wishes = new ArrayList<>();
        for (int h = 0; h < 229; h++) {
            double ripple = 0.05 * Math.sin(h * 1.7);
            monitor.observe(PRESS, "vibration", h * HOUR, 3 + 0.02 * Math.max(0, h - 30) + ripple);
            if (monitor.decide(monitor.assess(PRESS, h * HOUR)) instanceof WishDecision.Wished wished) {
                wishes.add(wished);
            }
        }
        assertThat(wishes).hasSizeBetween(1, 12);
        assertThat(wishes.getFirst().moved()).isFalse();
        assertThat(wishes.getLast().wish().latest()).isBetween(200 * HOUR, 231 * HOUR);
    }

    /** A constant failure rate is no reason for maintenance: it would be the same afterwards. */
    @Test
    void chanceFailuresAloneRaiseNoWish() {
        HealthMonitor monitor = Machines.monitor(Machines.press(List.of(30.0)));
        Prognosis prognosis = monitor.assess(PRESS, 100 * HOUR);
        assertThat(prognosis.failureProbability()).isNotNull().isGreaterThan(0.4);
        assertThat(prognosis.avoidableProbability()).isLessThan(0.15);
        assertThat(monitor.decide(prognosis)).isInstanceOf(WishDecision.Unchanged.class);
    }

    /** Lives that end at about the same age are a reason, even without any signal. */
    @Test
    void wearOutByAgeRaisesAWish() {
        HealthMonitor monitor = Machines.monitor(Machines.press(List.of(98.0, 100.0, 101.0, 99.0, 103.0, 100.0)));
        assertThat(monitor.decide(monitor.assess(PRESS, 10 * HOUR))).isInstanceOf(WishDecision.Unchanged.class);
        assertThat(monitor.decide(monitor.assess(PRESS, 90 * HOUR))).isInstanceOf(WishDecision.Wished.class);
    }
}
