package dev.millwright.maintenance;

import static dev.millwright.maintenance.Machines.PRESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.RiskLevel;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Healthy machines wander too: whoever is alarmed by that is not listened to when it matters. */
class FalseAlarmTest {

    private static final int MACHINES = 12;
    private static final int SAMPLES = 5760;

    @Test
    void wanderingButHealthySignalsRaiseHardlyAnyAlarm() {
        int assessments = 0;
        int alarms = 0;
        for (int seed = 0; seed < MACHINES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            HealthMonitor monitor = Machines.monitor(Machines.press(
                    List.of(400.0),
                    MonitoredSignal.of("temperature", "C"),
                    MonitoredSignal.withLimit("vibration", "mm/s", 7)));
            double slow = 0;
            double other = 0;
            for (int i = 0; i < SAMPLES; i++) {
                double time = 10.0 * i;
                slow = 0.99 * slow + 0.14 * random.nextGaussian();
                other = 0.99 * other + 0.14 * random.nextGaussian();
                double daily = Math.sin(time / 28_800 * 2 * Math.PI);
                monitor.observe(PRESS, "temperature", time, 50 + 3 * daily + slow);
                monitor.observe(PRESS, "vibration", time, 3 + 0.2 * other);
                if (i % 60 == 59) {
                    assessments++;
                    alarms += monitor.assess(PRESS, time).risk() == RiskLevel.LOW ? 0 : 1;
                }
            }
        }
        assertThat(alarms / (double) assessments).isLessThan(0.01);
    }
}
