package dev.millwright.maintenance;

import static dev.millwright.maintenance.Machines.HOUR;
import static dev.millwright.maintenance.Machines.PRESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WishTest {

    private static final MonitoredSignal VIBRATION = MonitoredSignal.withLimit("vibration", "mm/s", 7);

    /** Once due, a wearing machine stays due, and its window closes on the hour of its failure. */
    @Test
    void aWearingMachineIsWishedForToItsEnd() {
        HealthMonitor monitor =
                Machines.monitor(Machines.press(List.of(), MonitoredSignal.withLimit("vibration", "mm/s", 7)));
        List<WishDecision.Wished> wishes = new ArrayList<>();
        for (int h = 0; h < 229; h++) {
            double ripple = 0.05 * Math.sin(h * 1.7);
            monitor.observe(PRESS, "vibration", h * HOUR, 3 + 0.02 * Math.max(0, h - 30) + ripple);
            switch (monitor.decide(monitor.assess(PRESS, h * HOUR), !wishes.isEmpty())) {
                case WishDecision.Wished wished -> wishes.add(wished);
                case WishDecision.Unchanged _ -> assertThat(wishes).isEmpty();
                case WishDecision.Withdrawn withdrawn -> throw new AssertionError(withdrawn);
            }
        }
        assertThat(wishes).hasSizeGreaterThan(20);
        assertThat(wishes.getLast().wish().latest()).isBetween(200 * HOUR, 231 * HOUR);
    }

    /** A constant failure rate is no reason for maintenance: it would be the same afterwards. */
    @Test
    void chanceFailuresAloneRaiseNoWish() {
        HealthMonitor monitor = Machines.monitor(Machines.press(List.of(30.0)));
        Prognosis prognosis = monitor.assess(PRESS, 100 * HOUR);
        assertThat(prognosis.failureProbability()).isNotNull().isGreaterThan(0.4);
        assertThat(prognosis.avoidableProbability()).isLessThan(0.15);
        assertThat(monitor.decide(prognosis, false)).isInstanceOf(WishDecision.Unchanged.class);
    }

    /** Lives that end at about the same age are a reason, even without any signal. */
    @Test
    void wearOutByAgeRaisesAWish() {
        HealthMonitor monitor = Machines.monitor(Machines.press(List.of(98.0, 100.0, 101.0, 99.0, 103.0, 100.0)));
        assertThat(monitor.decide(monitor.assess(PRESS, 10 * HOUR), false)).isInstanceOf(WishDecision.Unchanged.class);
        assertThat(monitor.decide(monitor.assess(PRESS, 90 * HOUR), false)).isInstanceOf(WishDecision.Wished.class);
    }

    /** Health that swings about the level at which maintenance is due must not call the crew off and on again. */
    @Test
    void aMachineThatHoversAtTheThresholdIsWishedForOnce() {
        HealthMonitor monitor = Machines.monitor(Machines.press(List.of(), VIBRATION));
        learn(monitor);
        List<WishDecision> told = new ArrayList<>();
        boolean standing = false;
        for (int h = 40; h < 400; h++) {
            double swing = h / 5 % 2 == 0 ? 0.42 : 0.1; // health 0.58, under 0.6, and then 0.9, five hours each
            monitor.observe(PRESS, "vibration", h * HOUR, 3 + 4 * swing);
            var decision = monitor.decide(monitor.assess(PRESS, h * HOUR), standing);
            if (decision instanceof WishDecision.Withdrawn || (!standing && decision instanceof WishDecision.Wished)) {
                standing = decision instanceof WishDecision.Wished;
                told.add(decision);
            }
        }
        assertThat(told).singleElement().isInstanceOf(WishDecision.Wished.class);
    }

    @Test
    void aWishIsWithdrawnOnceTheMachineHasBeenWellForADay() {
        HealthMonitor monitor = Machines.monitor(Machines.press(List.of(), VIBRATION));
        learn(monitor);
        int h = 40;
        for (; h < 50; h++) {
            monitor.observe(PRESS, "vibration", h * HOUR, 3 + 4 * 0.5);
        }
        assertThat(monitor.decide(monitor.assess(PRESS, h * HOUR), false)).isInstanceOf(WishDecision.Wished.class);
        int well = 0;
        for (; h < 150; h++) {
            monitor.observe(PRESS, "vibration", h * HOUR, 3);
            if (monitor.decide(monitor.assess(PRESS, h * HOUR), true) instanceof WishDecision.Withdrawn withdrawn) {
                assertThat(withdrawn.reason()).contains("back at 1.00").contains("24.0 h");
                break;
            }
            well++;
        }
        assertThat(well).isBetween(24, 34); // a day, and the hours until the latest readings are good ones
    }

    private static void learn(HealthMonitor monitor) {
        for (int h = 0; h < 40; h++) {
            monitor.observe(PRESS, "vibration", h * HOUR, 3);
        }
    }
}
