package dev.millwright.maintenance.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a health indicator must do whatever the bearing. */
class HealthIndicatorTest {

    /** Levels that rise by and by, with noise, times a gain. */
    private static double[] lived(double gain, long seed) {
        var random = new Random(seed);
        var indicator = new HealthIndicator(2, 20, 9);
        var values = new double[300];
        for (int i = 0; i < values.length; i++) {
            double level = Math.exp(i / 200.0 + 0.1 * random.nextGaussian());
            values[i] = indicator.add(gain * level, 3 * gain * level);
        }
        return values;
    }

    @Test
    void isZeroAtFirstAndNeverFalls() {
        var values = lived(1, 4);
        for (int i = 0; i < 20; i++) {
            assertThat(values[i]).isZero();
        }
        for (int i = 1; i < values.length; i++) {
            assertThat(values[i]).isGreaterThanOrEqualTo(values[i - 1]);
        }
        assertThat(values[299]).isCloseTo((295 - 9.5) / 200, within(0.1));
    }

    /** Each bearing is held against itself, so that the sensor's gain does not count. */
    @Test
    void theSensorsGainDoesNotCount() {
        var plain = lived(1, 4);
        var gained = lived(50, 4);
        for (int i = 0; i < plain.length; i++) {
            assertThat(gained[i]).isCloseTo(plain[i], within(1e-12));
        }
    }

    @Test
    void twiceAsStrongIsTheLogarithmOfTwoAndOneShockIsNothing() {
        var indicator = new HealthIndicator(1, 3, 3);
        for (int i = 0; i < 6; i++) {
            indicator.add(5);
        }
        assertThat(indicator.add(500)).isZero();
        assertThat(indicator.add(5)).isZero();
        indicator.add(10);
        indicator.add(10);
        assertThat(indicator.add(10)).isCloseTo(Math.log(2), within(1e-12));
        assertThat(indicator.add(5)).isCloseTo(Math.log(2), within(1e-12));
    }

    @Test
    void aDeadSensorIsToldNotJudged() {
        var indicator = new HealthIndicator(2, 3, 3);
        assertThatThrownBy(() -> indicator.add(1, 0)).hasMessageStartingWith("Level 2 of a snapshot is 0.0.");
        assertThatThrownBy(() -> indicator.add(Double.NaN, 1)).hasMessageContaining("is NaN");
        assertThatThrownBy(() -> indicator.add(1)).hasMessageStartingWith("A snapshot has 1 levels instead of 2.");
        assertThatThrownBy(() -> new HealthIndicator(1, 0, 1)).hasMessageContaining("a baseline of 0");
    }
}
