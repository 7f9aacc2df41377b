package dev.millwright.maintenance.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.Fusion;
import dev.millwright.maintenance.features.RegimeScale;
import dev.millwright.maintenance.features.Regimes;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An alarm rings once for one failure. */
class AlarmRuleTest {
    private static final AlarmRule RULE = new AlarmRule(30, 37.5, 2, 3, 5);

    private static AlarmState after(double... expected) {
        var state = AlarmState.NONE;
        for (double life : expected) {
            state = RULE.next(state, life);
        }
        return state;
    }

    @Test
    void twoOfThreeRaiseItAndOneAloneDoesNot() {
        assertThat(after(40, 29, 40, 40, 29).raised()).isFalse();
        assertThat(after(40, 29, 40, 29).raised()).isTrue();
        assertThat(after(29, 29).raised()).isTrue();
    }

    @Test
    void fiveInARowClearlyAboveEndIt() {
        assertThat(after(20, 20, 38, 38, 38, 38).raised()).isTrue();
        assertThat(after(20, 20, 38, 38, 38, 38, 37, 38).raised()).isTrue();
        assertThat(after(20, 20, 38, 38, 38, 38, 38).raised()).isFalse();
        assertThat(after(20, 20, 38, 38, 38, 38, 38, 29).raised())
                .as("what rang before does not ring again")
                .isFalse();
    }

    /** Estimates tremble by a tenth of the threshold around it; plain comparing rings hundreds of times. */
    @Test
    void doesNotFlapAroundTheThreshold() {
        for (int seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var state = AlarmState.NONE;
            int changes = 0;
            int plain = 0;
            boolean below = false;
            for (int i = 0; i < 2_000; i++) {
                double expected = 30 + 3 * random.nextGaussian();
                var next = RULE.next(state, expected);
                changes += next.raised() == state.raised() ? 0 : 1;
                plain += expected < 30 == below ? 0 : 1;
                below = expected < 30;
                state = next;
            }
            assertThat(plain).isGreaterThan(500);
            assertThat(changes).as("seed %s", seed).isEqualTo(1);
            assertThat(state.raised()).isTrue();
        }
    }

    /** The rule against a plain recount of all that went before. */
    @Test
    void agreesWithCountingFromTheBeginning() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            int of = 1 + random.nextInt(6);
            var rule = new AlarmRule(30, 30 + random.nextInt(10), 1 + random.nextInt(of), of, 1 + random.nextInt(4));
            var state = AlarmState.NONE;
            var seen = random.doubles(60, 20, 45).toArray();
            boolean raised = false;
            int from = 0;
            for (int i = 0; i < seen.length; i++) {
                state = rule.next(state, seen[i]);
                int low = 0;
                for (int j = Math.max(from, i - of + 1); j <= i; j++) {
                    low += seen[j] < rule.below() ? 1 : 0;
                }
                boolean well = i + 1 >= rule.clear();
                for (int j = i; well && j > i - rule.clear(); j--) {
                    well = seen[j] >= rule.clearAt();
                }
                if (raised && well) {
                    raised = false;
                    from = i + 1;
                } else if (!raised) {
                    raised = low >= rule.raise();
                }
                assertThat(state.raised()).as("seed %s, estimate %s", seed, i).isEqualTo(raised);
            }
        }
    }

    @Test
    void aModelsOwnRuleCanAlwaysEnd() {
        assertThat(AlarmRule.of(notes(125, 30))).isEqualTo(RULE);
        assertThat(AlarmRule.of(notes(100, 90)).clearAt()).isEqualTo(95);
    }

    private static LifeNotes notes(double cap, double alarmBelow) {
        var space = new FeatureSpace(
                List.of("heat"),
                List.of(),
                List.of(0),
                new Regimes(List.of(), List.of(), List.of(List.of())),
                new RegimeScale(List.of(List.of(0.0)), List.of(List.of(1.0))),
                new Fusion(List.of(1.0), 0),
                false);
        var band = new ErrorBand(List.of(1.0), List.of(1.0), List.of(1.0));
        return new LifeNotes(space, band, cap, alarmBelow, "hours");
    }

    @Test
    void whatIsNoRuleIsRefusedInWords() {
        assertThatThrownBy(() -> new AlarmRule(30, 29, 1, 1, 1))
                .hasMessageContaining("Clear at the threshold or above");
        assertThatThrownBy(() -> new AlarmRule(30, 30, 3, 2, 1)).hasMessageContaining("3 of 2 estimates");
        assertThatThrownBy(() -> RULE.next(AlarmState.NONE, Double.NaN)).hasMessageStartingWith("The expected life");
    }
}
