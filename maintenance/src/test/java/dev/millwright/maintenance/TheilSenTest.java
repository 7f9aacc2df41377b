package dev.millwright.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TheilSenTest {

    @Test
    void isTheMedianOfAllPairwiseSlopes() {
        // Slopes by hand: 2, 3, 8/3, 4, 3, 2 -> sorted 2 2 8/3 3 3 4, median (8/3 + 3) / 2.
        TheilSen fit = TheilSen.of(new double[] {0, 1, 2, 3}, new double[] {0, 2, 6, 8});
        assertThat(fit.slope()).isCloseTo((8 / 3.0 + 3) / 2, within(1e-12));
    }

    @Test
    void scoreIsMannKendalls() {
        // Ten rising points: S = 45, variance 10 * 9 * 25 / 18 = 125; a perfect line leaves no serial correlation.
        double[] x = new double[10];
        double[] y = new double[10];
        for (int i = 0; i < 10; i++) {
            x[i] = i;
            y[i] = 4 * i;
        }
        assertThat(TheilSen.of(x, y).score()).isCloseTo(45 / Math.sqrt(125), within(1e-9));
    }

    @Test
    void aQuarterOfWildPointsDoesNotMoveIt() {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = new double[32];
        double[] y = new double[32];
        for (int i = 0; i < 32; i++) {
            x[i] = i;
            y[i] = 5 + 0.5 * i + 0.1 * random.nextGaussian() + (i % 5 == 0 ? 1000 * random.nextDouble() : 0);
        }
        assertThat(TheilSen.of(x, y).slope()).isCloseTo(0.5, within(0.03));
    }
}
