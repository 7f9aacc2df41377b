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
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QualityTest {

    private static Finding finding(Severity severity, double area, double probability, double time) {
        return new Finding(PRESS, severity, area, probability, time);
    }

    private static Finding finding(Severity severity, double time, @Nullable String id) {
        return new Finding(PRESS, severity, 0, 1, time, id);
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

    /** Whoever rejects a false finding must not leave the machine with its trace, whatever happened since. */
    @Test
    void aFindingThatWasNoneIsAsIfItHadNeverBeen() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed);
            HealthMonitor judged = monitor(press(List.of()));
            HealthMonitor never = monitor(press(List.of()));
            var open = new ArrayList<String>();
            for (int i = 1; i <= 100; i++) {
                switch (random.nextInt(4)) {
                    case 0 -> {
                        judged.observe(finding(Severity.CRITICAL, i, "F" + i));
                        open.add("F" + i);
                    }
                    case 1 -> {
                        judged.observe(finding(Severity.MAJOR, i, "T" + i));
                        never.observe(finding(Severity.MAJOR, i, null));
                        judged.judge(PRESS, "T" + i, true);
                    }
                    case 2 -> {
                        int parts = random.nextInt(50);
                        judged.goodParts(PRESS, parts, i);
                        never.goodParts(PRESS, parts, i);
                    }
                    default -> {
                        if (!open.isEmpty()) {
                            judged.judge(PRESS, open.remove(random.nextInt(open.size())), false);
                        }
                    }
                }
            }
            open.forEach(id -> assertThat(judged.judge(PRESS, id, false)).isTrue());
            assertThat(judged.assess(PRESS, 101)).as("seed %d", seed).isEqualTo(never.assess(PRESS, 101));
        }
    }

    @Test
    void theLastWordAboutAFindingCounts() {
        HealthMonitor monitor = monitor(press(List.of()));
        monitor.observe(finding(Severity.CRITICAL, 1, "I-1#0"));
        assertThat(monitor.judge(PRESS, "I-1#0", true)).as("it counts already").isFalse();
        assertThat(monitor.judge(PRESS, "I-1#0", false)).isTrue();
        assertThat(monitor.judge(PRESS, "I-1#0", false)).isFalse();
        assertThat(monitor.assess(PRESS, 2).health()).isEqualTo(1);
        assertThat(monitor.judge(PRESS, "I-1#0", true)).isTrue();
        assertThat(monitor.assess(PRESS, 2).health()).isCloseTo(0.94, within(1e-12));
        monitor.reset(PRESS, 3);
        assertThat(monitor.judge(PRESS, "I-1#0", false))
                .as("of an earlier life")
                .isFalse();
        assertThat(monitor.assess(PRESS, 4).health()).isEqualTo(1);
    }

    /** A machine runs for years: what can be taken back is bounded, and what is older stays as it was judged. */
    @Test
    void onlyTheLatestFindingsCanBeTakenBack() {
        HealthMonitor monitor = monitor(press(List.of()));
        monitor.observe(finding(Severity.CRITICAL, 1, "false"));
        monitor.observe(finding(Severity.CRITICAL, 2, "true"));
        monitor.judge(PRESS, "false", false);
        for (int i = 0; i < 2 * QualityTrack.MOST_STEPS; i++) {
            monitor.goodParts(PRESS, 0, 3 + i);
        }
        assertThat(monitor.assess(PRESS, 1e6).health()).isCloseTo(0.94, within(1e-12));
        assertThat(monitor.judge(PRESS, "true", false)).isFalse();
        assertThat(monitor.judge(PRESS, "false", true)).isFalse();
        assertThat(monitor.assess(PRESS, 1e6).health()).isCloseTo(0.94, within(1e-12));
    }

    @Test
    void refusesFindingsThatMakeNoSense() {
        assertThatThrownBy(() -> finding(Severity.MINOR, -1, 1, 0)).hasMessageContaining("area -1.0");
        assertThatThrownBy(() -> finding(Severity.MINOR, 0, 1.5, 0)).hasMessageContaining("probability 1.5");
    }
}
