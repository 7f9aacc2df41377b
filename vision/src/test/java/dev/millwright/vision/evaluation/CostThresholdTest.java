package dev.millwright.vision.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CostThresholdTest {

    private static final double[] GOOD = {0.1, 0.2, 0.3, 0.6};
    private static final double[] BAD = {0.5, 0.7, 0.8, 0.9};

    @Test
    void dearEscapesPutTheLimitLowAndDearRejectsHigh() {
        var careful = CostThreshold.of(GOOD, BAD, 0.5, 100, 1);
        assertThat(careful.threshold()).isEqualTo(0.5);
        assertThat(careful.escapeRate()).isZero();
        assertThat(careful.falseRejectRate()).isEqualTo(0.25);
        assertThat(careful.costPerPart()).isCloseTo(0.5 * 0.25, within(1e-12));
        var thrifty = CostThreshold.of(GOOD, BAD, 0.5, 1, 100);
        assertThat(thrifty.threshold()).isEqualTo(0.7);
        assertThat(thrifty.falseRejectRate()).isZero();
    }

    @Test
    void rejectsNothingWhereNothingIsBad() {
        assertThat(CostThreshold.of(GOOD, BAD, 0, 100, 1)).satisfies(chosen -> {
            assertThat(chosen.falseRejectRate()).isZero();
            assertThat(chosen.costPerPart()).isZero();
        });
    }

    /** Calibrated probabilities have their cheapest limit where both costs of a part are even: Elkan (2001). */
    @Test
    void withCalibratedScoresTheLimitIsTheRatioOfCosts() {
        var random = new SplittableRandom(5);
        var scores = new double[2][40_000];
        var counts = new int[2];
        while (counts[0] < 20_000 || counts[1] < 20_000) {
            double probability = random.nextDouble();
            int kind = random.nextDouble() < probability ? 1 : 0;
            if (counts[kind] < 20_000) {
                scores[kind][counts[kind]++] = probability;
            }
        }
        var good = Arrays.copyOf(scores[0], 20_000);
        var bad = Arrays.copyOf(scores[1], 20_000);
        double limit = CostThreshold.of(good, bad, 0.5, 4, 1).threshold();
        assertThat(limit).isCloseTo(1.0 / (1 + 4), within(0.03));
    }

    @Test
    void choosesNoLimitWithoutBothKindsOfParts() {
        assertThatThrownBy(() -> CostThreshold.of(GOOD, new double[0], 0.1, 1, 1))
                .hasMessageContaining("4 good and 0 bad")
                .hasMessageContaining("stated rate of false rejects");
        assertThatThrownBy(() -> CostThreshold.of(GOOD, BAD, 1.1, 1, 1)).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> CostThreshold.of(new double[] {Double.NaN}, BAD, 0.1, 1, 1))
                .hasMessageContaining("no number");
    }
}
