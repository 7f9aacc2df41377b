package dev.millwright.maintenance.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignalScaleTest {

    private static double[] normal(int count) {
        var random = new SplittableRandom(3);
        return random.doubles(count).map(any -> 20 + 2 * random.nextGaussian()).toArray();
    }

    @Test
    void wildSamplesAndGapsDoNotMoveIt() {
        var samples = normal(1000);
        for (int i = 0; i < 8; i++) {
            samples[100 * i] = 1e9;
            samples[100 * i + 50] = Double.NaN;
        }
        var scale = SignalScale.of(samples);
        assertThat(scale.level()).isCloseTo(20, within(0.2));
        assertThat(scale.spread()).isCloseTo(2, within(0.15));
    }

    @Test
    void aSignalThatStoodStillGetsOnePercent() {
        var still = new double[50];
        Arrays.fill(still, 518.67);
        assertThat(SignalScale.of(still)).isEqualTo(new SignalScale(518.67, 5.1867, true));
        assertThat(SignalScale.of(new double[50])).isEqualTo(new SignalScale(0, 1, true));
    }

    /** More than half the values alike have no median deviation; the steps must not count as wild then. */
    @Test
    void aSignalThatRestsAndStepsIsMeasuredByItsSteps() {
        var steps = new double[400];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = 32 + (i % 20 == 0 ? 1 : i % 20 == 10 ? -1 : 1e-9 * (i % 3));
        }
        assertThat(SignalScale.of(steps).spread()).isGreaterThan(0.1);
    }

    @Test
    void refusesASignalNeverMeasured() {
        assertThatThrownBy(() -> SignalScale.of(new double[] {Double.NaN})).hasMessageContaining("never measured");
    }
}
