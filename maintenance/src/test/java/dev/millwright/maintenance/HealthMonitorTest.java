package dev.millwright.maintenance;

import static dev.millwright.maintenance.Machines.HOUR;
import static dev.millwright.maintenance.Machines.PRESS;
import static dev.millwright.maintenance.Machines.monitor;
import static dev.millwright.maintenance.Machines.press;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.plant.RiskLevel;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HealthMonitorTest {

    private static final MonitoredSignal VIBRATION = MonitoredSignal.withLimit("vibration", "mm/s", 7);

    /** Vibration 3 mm/s, rising 0.02 mm/s each hour after the baseline: reaches its limit 7 at hour 200 + 30. */
    private static HealthMonitor wearing(int untilHour, double noise, double outlier, List<Double> lives) {
        HealthMonitor monitor = monitor(press(lives, VIBRATION));
        SplittableRandom random = new SplittableRandom(1);
        for (int h = 0; h < untilHour; h++) {
            double wild = outlier > 0 && h % 13 == 5 ? outlier : 0;
            monitor.observe(
                    PRESS,
                    "vibration",
                    h * HOUR,
                    3 + 0.02 * Math.max(0, h - 30) + noise * random.nextGaussian() + wild);
        }
        return monitor;
    }

    @Test
    void recoversTheFailureTimeOfALinearWear() {
        Prognosis prognosis = wearing(150, 0, 0, List.of()).assess(PRESS, 150 * HOUR);
        RemainingLife life = requireNonNull(prognosis.remainingLife());
        assertThat(life.basis()).isEqualTo(RemainingLife.Basis.TREND);
        assertThat(life.unit()).isEqualTo("h");
        assertThat(life.median()).isCloseTo(80, within(1.0));
        assertThat(prognosis.health()).isCloseTo(1 - 118 * 0.02 / 4, within(0.02));
        assertThat(prognosis.failureProbability()).isZero();
    }

    @Test
    void wildSamplesDoNotMoveTheAnswer() {
        RemainingLife life = requireNonNull(
                wearing(150, 0.05, 40, List.of()).assess(PRESS, 150 * HOUR).remainingLife());
        assertThat(life.median()).isCloseTo(80, within(8.0));
        assertThat(life.low()).isLessThan(life.median());
        assertThat(life.high()).isGreaterThan(life.median());
    }

    @Test
    void saysInWordsWhatChangedOverTheBaseline() {
        Prognosis prognosis = wearing(180, 0, 0, List.of()).assess(PRESS, 180 * HOUR);
        assertThat(prognosis.reasons())
                .containsExactly(
                        "vibration +98.0 % over this machine's own baseline (5.940 mm/s, baseline 3.000 mm/s)");
        assertThat(prognosis.drivers().getFirst().healthLoss()).isCloseTo(2.94 / 4, within(1e-9));
        assertThat(prognosis.recommendedAction()).contains("vibration");
    }

    @Test
    void nearFailureIsCriticalWithAProbabilityFromTheLifeDistribution() {
        Prognosis prognosis = wearing(225, 0.05, 0, List.of()).assess(PRESS, 225 * HOUR);
        assertThat(requireNonNull(prognosis.failureProbability())).isGreaterThan(0.95);
        assertThat(prognosis.risk()).isEqualTo(RiskLevel.CRITICAL);
        assertThat(prognosis.urgency()).isEqualTo(Urgency.NOW);
        assertThat(prognosis.estimatedDowntimeHours()).isCloseTo(8, within(0.5));
    }

    @Test
    void withoutATrendUnitLifeAnswers() {
        HealthMonitor monitor = monitor(press(List.of(400.0), VIBRATION));
        SplittableRandom random = new SplittableRandom(5);
        for (int h = 0; h < 100; h++) {
            monitor.observe(PRESS, "vibration", h * HOUR, 3 + 0.02 * random.nextGaussian());
        }
        Prognosis prognosis = monitor.assess(PRESS, 100 * HOUR);
        RemainingLife life = requireNonNull(prognosis.remainingLife());
        assertThat(life.basis()).isEqualTo(RemainingLife.Basis.UNIT_LIFE);
        // One known life has no memory: median 400 ln 2, whatever the age; 400 draws leave it a few percent of noise.
        assertThat(life.median()).isCloseTo(400 * Math.log(2), within(45.0));
        assertThat(requireNonNull(prognosis.failureProbability())).isCloseTo(1 - Math.exp(-24 / 400.0), within(0.04));
        assertThat(prognosis.risk()).isEqualTo(RiskLevel.LOW);
    }

    @Test
    void knowingNothingItNamesNoFigure() {
        HealthMonitor monitor = monitor(press(List.of()));
        Prognosis prognosis = monitor.assess(PRESS, HOUR);
        assertThat(prognosis.remainingLife()).isNull();
        assertThat(prognosis.failureProbability()).isNull();
        assertThat(prognosis.health()).isEqualTo(1);
    }

    @Test
    void signalsWithoutLimitsAreFusedByTheirOwnDrift() {
        HealthMonitor monitor = new HealthMonitor(MaintenanceConfig.CYCLES, 9);
        monitor.register(new MachineProfile("engine", List.of(), List.of(), 0, 2, 8), 0);
        SplittableRandom random = new SplittableRandom(11);
        for (int c = 0; c < 120; c++) {
            double drift = 0.05 * Math.max(0, c - 20);
            monitor.observe("engine", "up", c, 500 + drift + random.nextGaussian());
            monitor.observe("engine", "down", c, 20 - 0.1 * drift + 0.1 * random.nextGaussian());
            monitor.observe("engine", "still", c, 518.67);
            monitor.observe("engine", "noise", c, random.nextGaussian());
        }
        Prognosis prognosis = monitor.assess("engine", 120);
        // 10 deviations at 0.05 a cycle, less what the learned baselines make of their spread.
        RemainingLife life = requireNonNull(prognosis.remainingLife());
        assertThat(life.median()).isBetween(60.0, 180.0);
        assertThat(life.unit()).isEqualTo("cycles");
        assertThat(prognosis.drivers())
                .extracting(Driver::name)
                .contains("up", "down")
                .doesNotContain("still");
    }

    @Test
    void maintenanceBringsANewBaselineAndKeepsTheUnitLives() {
        HealthMonitor monitor = wearing(200, 0, 0, List.of(300.0));
        monitor.failed(PRESS, 200 * HOUR);
        monitor.reset(PRESS, 204 * HOUR);
        Prognosis prognosis = monitor.assess(PRESS, 204 * HOUR);
        assertThat(prognosis.health()).isEqualTo(1);
        // Lives 300 and 200 now: mean 250.
        assertThat(requireNonNull(prognosis.remainingLife()).median()).isCloseTo(250 * Math.log(2), within(30.0));
    }

    @Test
    void sameObservationsAndSeedGiveTheSameBits() {
        HealthMonitor once = wearing(150, 0.1, 0, List.of(300.0));
        HealthMonitor again = wearing(150, 0.1, 0, List.of(300.0));
        for (int h = 0; h < 50; h++) {
            once.assess(PRESS, h * HOUR);
        }
        assertThat(once.assess(PRESS, 150 * HOUR)).isEqualTo(again.assess(PRESS, 150 * HOUR));
    }

    @Test
    void lateAndMeaninglessSamplesChangeNothing() {
        HealthMonitor monitor = wearing(150, 0, 0, List.of());
        Prognosis before = monitor.assess(PRESS, 150 * HOUR);
        assertThat(monitor.observe(PRESS, "vibration", 20 * HOUR, 100)).isFalse();
        assertThat(monitor.observe(PRESS, "vibration", 151 * HOUR, Double.NaN)).isFalse();
        assertThat(monitor.assess(PRESS, 150 * HOUR)).isEqualTo(before);
    }

    @Test
    void refusesMachinesItDoesNotWatch() {
        HealthMonitor monitor = monitor(press(List.of()));
        assertThat(monitor.machines()).containsExactly(PRESS);
        assertThatThrownBy(() -> monitor.assess("press-9", 0)).hasMessageContaining("press-9 is not watched");
        assertThatThrownBy(() -> monitor.goodParts(PRESS, -1, 0)).hasMessageContaining("-1 good parts");
    }
}
