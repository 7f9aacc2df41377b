package dev.millwright.maintenance;

import static dev.millwright.maintenance.Machines.HOUR;
import static dev.millwright.maintenance.Machines.PRESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MonitoredSignalTest {

    private static double health(MonitoredSignal signal, double well, double now) {
        HealthMonitor monitor = Machines.monitor(Machines.press(List.of(), signal));
        for (int i = 0; i < 60; i++) {
            monitor.observe(PRESS, signal.name(), i * HOUR, i < 40 ? well : now);
        }
        return monitor.assess(PRESS, 60 * HOUR).health();
    }

    @Test
    void wearRunsFromTheBandsEdgeToTheLimit() {
        MonitoredSignal hot = new MonitoredSignal("temperature", "C", 40.0, 60.0, 80.0);
        assertThat(health(hot, 50, 60)).isEqualTo(1);
        assertThat(health(hot, 50, 70)).isCloseTo(0.5, within(1e-9));
        assertThat(health(hot, 50, 95)).isZero();
        assertThat(health(hot, 50, 20)).as("its limit lies above").isEqualTo(1);
    }

    @Test
    void aLowerLimitCountsDownwards() {
        MonitoredSignal pressure = MonitoredSignal.withLimit("pressure", "bar", 2);
        assertThat(health(pressure, 6, 3)).isCloseTo(0.25, within(1e-9));
        assertThat(health(pressure, 6, 9)).isEqualTo(1);
    }

    @Test
    void aBandWithoutLimitIsLostOneBandWidthOutside() {
        MonitoredSignal speed = new MonitoredSignal("speed", "rpm", 900.0, 1100.0, null);
        assertThat(health(speed, 1000, 850)).isCloseTo(0.75, within(1e-9));
        assertThat(health(speed, 1000, 1200)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aStillSignalThatMovesIsNoticed() {
        assertThat(health(MonitoredSignal.of("valve", ""), 0, 6)).isLessThan(0.5);
        assertThat(health(MonitoredSignal.of("valve", ""), 0, 0)).isEqualTo(1);
    }

    @Test
    void refusesBandsAndLimitsOutOfOrder() {
        assertThatThrownBy(() -> new MonitoredSignal("t", "C", 5.0, 4.0, null)).hasMessageContaining("from 5.0 to 4.0");
        assertThatThrownBy(() -> new MonitoredSignal("t", "C", 1.0, 4.0, 3.0)).hasMessageContaining("alarm limit 3.0");
        assertThatThrownBy(() -> Machines.press(List.of(-3.0))).hasMessageContaining("life of -3.0");
        assertThatThrownBy(() -> new MachineProfile("m", List.of(), List.of(), 0, 0, 1))
                .hasMessageContaining("downtime");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> MaintenanceConfig.HOURS.withHorizon(0)).hasMessageContaining("horizon 0.0");
        assertThatThrownBy(() -> new QualityWeights(0.02, 0.5, 0.001, 0.6, 0.3)).hasMessageContaining("out of order");
        assertThatThrownBy(() -> new RiskThresholds(0.5, 0.3, 0.6, 3, 2, 1)).hasMessageContaining("out of order");
        assertThatThrownBy(() -> new WishRules(0, 1, 0, 1, 1, 1)).hasMessageContaining("probability 0.0");
        assertThatThrownBy(() -> new WishRules(0.2, 72, 0.3, 72, 1, 1)).hasMessageContaining("withdrawn at 0.3");
        assertThatThrownBy(() -> new WishRules(0.2, 72, 0.1, 60, 1, 1)).hasMessageContaining("and 60.0");
        assertThat(MaintenanceConfig.HOURS.withBaselineSpan(0.5).baselineSpan()).isEqualTo(0.5);
        assertThat(MaintenanceConfig.HOURS.withWish(WishRules.CYCLES).wish()).isEqualTo(WishRules.CYCLES);
    }
}
