package dev.millwright.maintenance.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {

    @Test
    void aKnownMatrixComesApartAsByHand() {
        var eigen = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}});
        assertThat(eigen.value(0)).isCloseTo(3, within(1e-12));
        assertThat(eigen.value(1)).isCloseTo(1, within(1e-12));
        assertThat(Math.abs(eigen.vector(0)[0])).isCloseTo(Math.sqrt(0.5), within(1e-12));
    }

    @Test
    void valuesAndVectorsGiveTheMatrixBack() {
        for (long seed = 0; seed < 20; seed++) {
            var random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(30);
            var matrix = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    matrix[i][j] = random.nextGaussian();
                    matrix[j][i] = matrix[i][j];
                }
            }
            var eigen = SymmetricEigen.of(matrix);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double again = 0;
                    double product = 0;
                    for (int k = 0; k < n; k++) {
                        again += eigen.value(k) * eigen.vector(k)[i] * eigen.vector(k)[j];
                        product += eigen.vector(i)[k] * eigen.vector(j)[k];
                    }
                    assertThat(again).as("seed %d", seed).isCloseTo(matrix[i][j], within(1e-9));
                    assertThat(product).as("seed %d", seed).isCloseTo(i == j ? 1 : 0, within(1e-9));
                }
                assertThat(i == 0 || eigen.value(i - 1) >= eigen.value(i)).isTrue();
            }
        }
    }
}
