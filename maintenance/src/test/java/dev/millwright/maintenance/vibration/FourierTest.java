package dev.millwright.maintenance.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast transform says what the sums that define it say. */
class FourierTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 10, 64, 100, 257, 640})
    void saysWhatTheDefinitionSays(int n) {
        var random = new Random(n);
        var re = random.doubles(n, -1, 1).toArray();
        var im = random.doubles(n, -1, 1).toArray();
        var fastRe = re.clone();
        var fastIm = im.clone();
        Fourier.forward(fastRe, fastIm);
        for (int k = 0; k < n; k++) {
            double sumRe = 0;
            double sumIm = 0;
            for (int j = 0; j < n; j++) {
                double angle = -2 * Math.PI * j * k / n;
                sumRe += re[j] * Math.cos(angle) - im[j] * Math.sin(angle);
                sumIm += re[j] * Math.sin(angle) + im[j] * Math.cos(angle);
            }
            assertThat(fastRe[k]).isCloseTo(sumRe, within(1e-10));
            assertThat(fastIm[k]).isCloseTo(sumIm, within(1e-10));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 2560, 4095})
    void theInverseUndoesIt(int n) {
        var random = new Random(n);
        var re = random.doubles(n, -1, 1).toArray();
        var im = random.doubles(n, -1, 1).toArray();
        var thereRe = re.clone();
        var thereIm = im.clone();
        Fourier.forward(thereRe, thereIm);
        Fourier.inverse(thereRe, thereIm);
        double apart = 0;
        for (int i = 0; i < n; i++) {
            apart = Math.max(apart, Math.hypot(thereRe[i] - re[i], thereIm[i] - im[i]));
        }
        assertThat(apart).isLessThan(1e-12);
        assertThat(Arrays.stream(re).anyMatch(value -> value != 0)).isTrue();
    }
}
