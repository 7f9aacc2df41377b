package dev.millwright.maintenance;

import static dev.millwright.maintenance.Machines.HOUR;
import static dev.millwright.maintenance.Machines.PRESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.RiskLevel;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A press whose motor warms with its load, over ten hours; then the cooling fails and warms it when load is low. */
class JointTrackTest {
    private static final MonitoredSignal LOAD = MonitoredSignal.of("load", "kN");
    private static final MonitoredSignal TEMPERATURE = new MonitoredSignal("temperature", "C", null, null, 95.0);
    private static final int HEALTHY = 10 * 360;

    private static HealthMonitor press(double offset, int faulty, long seed, MonitoredSignal... signals) {
        HealthMonitor monitor = Machines.monitor(Machines.press(List.of(400.0), signals));
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < HEALTHY + faulty; i++) {
            double time = 10.0 * i;
            double swing = Math.sin(time / 5400 * 2 * Math.PI);
            double fault = i < HEALTHY ? 0 : offset;
            monitor.observe(PRESS, "load", time, 100 + 20 * swing + random.nextGaussian());
            monitor.observe(
                    PRESS,
                    "temperature",
                    time + 3,
                    60 + 8 * (swing * (fault == 0 ? 1 : -1)) + 0.5 * random.nextGaussian());
            monitor.observe(PRESS, "hum", time + 5, random.nextGaussian());
        }
        return monitor;
    }

    private static double end(int faulty) {
        return 10.0 * (HEALTHY + faulty);
    }

    /** Both signals swing as far as ever: only together do they say that something is wrong. */
    @Test
    void whatNoSignalShowsAloneTheySayTogether() {
        for (int seed = 0; seed < 5; seed++) {
            HealthMonitor monitor = press(1, 396, seed, LOAD, TEMPERATURE);
            Prognosis prognosis = monitor.assess(PRESS, end(396));
            Driver together = prognosis.drivers().stream()
                    .filter(driver -> driver.reason().contains("while this machine was well"))
                    .findFirst()
                    .orElseThrow();
            assertThat(together.name()).as("seed %d", seed).contains("temperature");
            assertThat(together.name()).doesNotContain("hum");
            assertThat(together.healthLoss()).isBetween(0.1, 0.35);
            assertThat(prognosis.signalHealth()).isEqualTo(1 - together.healthLoss());
            // A reason to look, not to stop: nothing says yet that anything wears.
            assertThat(prognosis.risk()).isEqualTo(RiskLevel.LOW);
        }
    }

    @Test
    void aHealthyMachineSaysNothingTogether() {
        for (int seed = 0; seed < 5; seed++) {
            Prognosis prognosis = press(0, 1500, seed, LOAD, TEMPERATURE).assess(PRESS, end(1500));
            assertThat(prognosis.reasons())
                    .as("seed %d", seed)
                    .noneMatch(reason -> reason.contains("while this machine was well"));
        }
    }

    /** 3 mm/s with a limit of 7: a drift to 3.2 is many of its own deviations, and still nothing. */
    @Test
    void aSmallDriftFarFromItsLimitIsNoDeviation() {
        HealthMonitor monitor =
                Machines.monitor(Machines.press(List.of(), MonitoredSignal.withLimit("vibration", "mm/s", 7), LOAD));
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 5000; i++) {
            double drift = i < 3600 ? 0 : 0.2;
            monitor.observe(PRESS, "vibration", 10.0 * i, 3 + drift + 0.02 * random.nextGaussian());
            monitor.observe(PRESS, "load", 10.0 * i, 100 + 5 * random.nextGaussian());
        }
        assertThat(monitor.assess(PRESS, 50_000).drivers())
                .extracting(Driver::name)
                .containsOnly("vibration");
        assertThat(monitor.assess(PRESS, 50_000).health()).isGreaterThan(0.9);
    }

    @Test
    void maintenanceMakesItLearnAnew() {
        HealthMonitor monitor = press(1, 396, 1, LOAD, TEMPERATURE);
        monitor.reset(PRESS, end(396));
        assertThat(monitor.assess(PRESS, end(396) + HOUR).drivers()).isEmpty();
    }
}
