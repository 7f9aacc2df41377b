package dev.millwright.maintenance.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WanderTest {

    /** The average over many courses of learning; a single one is coarse. */
    private static double mean(double step) {
        double sum = 0;
        for (int seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed);
            var scores = new double[400];
            double level = 0;
            for (int i = 0; i < scores.length; i++) {
                level += step * random.nextGaussian();
                scores[i] = level + 0.3 * random.nextGaussian();
            }
            sum += Wander.of(scores) / 200;
        }
        return sum;
    }

    @Test
    void randomWalksAreFoundAndSteadySignalsLeftAlone() {
        double walk = 0.03 * 0.03;
        assertThat(mean(0.03)).isBetween(0.4 * walk, 1.3 * walk);
        assertThat(mean(0)).isLessThan(0.02 * walk);
    }
}
