package dev.millwright.maintenance.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ControlLimitsTest {

    /** Quantiles of the chi-square law from its tables: one in a thousand passes 18.47 and 29.59. */
    @Test
    void sumsOfSquaresEndWhereChiSquareSays() {
        assertThat(ControlLimits.limit(squares(4, 0), 3.09)).isCloseTo(18.47, withinPercentage(6));
        assertThat(ControlLimits.limit(squares(10, 0), 3.09)).isCloseTo(29.59, withinPercentage(6));
    }

    @Test
    void outliersAmongTheRowsHardlyMoveALimit() {
        double clean = ControlLimits.limit(squares(4, 0), 3.09);
        assertThat(ControlLimits.limit(squares(4, 400), 3.09)).isCloseTo(clean, withinPercentage(10));
    }

    private static double[] squares(int degrees, int outliers) {
        var random = new SplittableRandom(1);
        var sums = new double[20_000];
        for (int i = 0; i < sums.length; i++) {
            for (int k = 0; k < degrees; k++) {
                double value = random.nextGaussian();
                sums[i] += value * value;
            }
            sums[i] += i < outliers ? 1e6 : 0;
        }
        return sums;
    }
}
