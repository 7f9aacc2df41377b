package dev.millwright.maintenance;

import static dev.millwright.maintenance.Machines.HOUR;
import static dev.millwright.maintenance.Machines.PRESS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** An interval that says 90 % should hold the truth about that often, or nobody can plan by it. */
class CoverageTest {

    private static final int RUNS = 300;

    @Test
    void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
        int held = 0;
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom random = new SplittableRandom(run);
            double slope = 0.01 + 0.03 * random.nextDouble();
            double noise = 0.05 + 0.2 * random.nextDouble();
            double failure = 30 + 4 / slope;
            double now = 30 + (failure - 30) * (0.4 + 0.5 * random.nextDouble());
            HealthMonitor monitor = new HealthMonitor(MaintenanceConfig.HOURS, run);
            monitor.register(Machines.press(List.of(), new MonitoredSignal("vibration", "mm/s", 2.0, 3.0, 7.0)), 0);
            for (int h = 0; h <= now; h++) {
                double wear = slope * Math.max(0, h - 30);
                monitor.observe(PRESS, "vibration", h * HOUR, 3 + wear + noise * random.nextGaussian());
            }
            RemainingLife life =
                    requireNonNull(monitor.assess(PRESS, now * HOUR).remainingLife(), "no trend seen in run " + run);
            held += life.low() <= failure - now && failure - now <= life.high() ? 1 : 0;
        }
        assertThat(held / (double) RUNS).isBetween(0.82, 0.97);
    }
}
