package dev.millwright.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.plant.Reliability;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WearTest {

    /** The mean of drawn lives is the declared one, whatever the shape. */
    @Test
    void livesAverageTheMeanTimeToFailure() {
        for (double shape : new double[] {1, 1.5, 2.5, 5}) {
            var wear = new Wear(new Reliability(100, 30, shape, 45), new SplittableRandom(17));
            double sum = 0;
            int lives = 20_000;
            for (int i = 0; i < lives; i++) {
                sum += wear.secondsLeft() / 3600;
                wear.renew();
            }
            assertThat(sum / lives).as("shape " + shape).isCloseTo(100, within(2.5));
        }
    }

    @Test
    void wearIsTheShareOfLifeThatIsUsedUp() {
        var wear = new Wear(new Reliability(100, 30, 2, 45), new SplittableRandom(17));
        wear.operate(wear.secondsLeft() / 4);
        assertThat(wear.level()).isCloseTo(0.25, within(1e-9));
        wear.set(0.5);
        assertThat(wear.levelAfter(wear.secondsLeft())).isCloseTo(1, within(1e-9));
        assertThatThrownBy(() -> wear.set(1.5)).hasMessageContaining("1.5 is no wear");
    }

    @Test
    void gammaIsEulersFunction() {
        assertThat(Gamma.of(5)).isCloseTo(24, within(1e-9));
        assertThat(Gamma.of(1.5)).isCloseTo(Math.sqrt(Math.PI) / 2, within(1e-12));
    }
}
