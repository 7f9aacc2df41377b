package dev.millwright.maintenance;

import static dev.millwright.maintenance.Machines.HOUR;
import static dev.millwright.maintenance.Machines.PRESS;
import static dev.millwright.maintenance.Machines.monitor;
import static dev.millwright.maintenance.Machines.press;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.plant.RiskLevel;
import dev.millwright.plant.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityTest {

    private static Finding finding(Severity severity, double area, double probability, double time) {
        return new Finding(PRESS, severity, area, probability, time);
    }

    @Test
    void aFindingCostsWhatTheRuleSays() {
        HealthMonitor monitor = monitor(press(List.of()));
        monitor.observe(finding(Severity.MINOR, 0, 1, 1)); // 0.02 * 0.5
        monitor.observe(finding(Severity.MODERATE, 50, 0.8, 2)); // 0.02 * 1.5 * 0.8
        monitor.observe(finding(Severity.MAJOR, 0, 0.5, 3)); // 0.02 * 2 * 0.5
        monitor.observe(finding(Severity.CRITICAL, 100, 1, 4)); // 0.02 * 3 * 2
        double left = 1 - 0.01 - 0.024 - 0.02 - 0.12;
        assertThat(monitor.assess(PRESS, 5).qualityHealth()).isCloseTo(left, within(1e-12));
        monitor.goodParts(PRESS, 24, 6);
        Prognosis prognosis = monitor.assess(PRESS, 7);
        assertThat(prognosis.health()).isCloseTo(left + 0.024, within(1e-12));
        assertThat(prognosis.reasons())
                .containsExactly(
                        "quality health 0.85 after 4 findings since the last reset (above the maintenance level)");
    }

    @Test
    void healthStaysBetweenFloorAndOne() {
        HealthMonitor monitor = monitor(press(List.of()));
        for (int i = 0; i < 100; i++) {
            monitor.observe(finding(Severity.CRITICAL, 100, 1, i));
        }
        assertThat(monitor.assess(PRESS, 100).health()).isCloseTo(0.1, within(1e-12));
        monitor.goodParts(PRESS, 100_000, 101);
        assertThat(monitor.assess(PRESS, 102).health()).isEqualTo(1);
    }

    /** The loop's first link: findings alone must lead to a wish. */
    @Test
    void aRunOfFindingsRaisesRiskAndAWish() {
        HealthMonitor monitor = monitor(press(List.of(500.0)));
        assertThat(monitor.decide(monitor.assess(PRESS, 0), false)).isInstanceOf(WishDecision.Unchanged.class);
        for (int i = 1; i <= 10; i++) {
            monitor.observe(finding(Severity.CRITICAL, 5, 0.95, i * HOUR / 2));
        }
        Prognosis prognosis = monitor.assess(PRESS, 5 * HOUR);
        assertThat(prognosis.health()).isLessThan(0.6);
        assertThat(prognosis.risk()).isIn(RiskLevel.HIGH, RiskLevel.CRITICAL);
        assertThat(prognosis.remainingLife())
                .isNotNull()
                .extracting(RemainingLife::basis)
                .isEqualTo(RemainingLife.Basis.TREND);
        assertThat(monitor.decide(prognosis, false)).isInstanceOfSatisfying(WishDecision.Wished.class, wished -> {
            assertThat(wished.wish().earliest()).isEqualTo(6 * HOUR);
            assertThat(wished.wish().latest())
                    .isGreaterThanOrEqualTo(wished.wish().earliest());
            assertThat(wished.wish().durationHours()).isEqualTo(2);
            assertThat(wished.wish().costOfWaiting()).isPositive();
            assertThat(wished.wish().reason()).contains("quality health").contains("remaining life");
        });
        monitor.goodParts(PRESS, 10_000, 6 * HOUR);
        for (int i = 0; i < 40; i++) {
            monitor.goodParts(PRESS, 10, 6 * HOUR + 60 * (i + 1));
        }
        assertThat(monitor.decide(monitor.assess(PRESS, 7 * HOUR), true))
                .as("well, but not for long")
                .isInstanceOf(WishDecision.Unchanged.class);
        assertThat(monitor.decide(monitor.assess(PRESS, 31 * HOUR), true)).isInstanceOf(WishDecision.Withdrawn.class);
    }

    @Test
    void refusesFindingsThatMakeNoSense() {
        assertThatThrownBy(() -> finding(Severity.MINOR, -1, 1, 0)).hasMessageContaining("area -1.0");
        assertThatThrownBy(() -> finding(Severity.MINOR, 0, 1.5, 0)).hasMessageContaining("probability 1.5");
    }
}
