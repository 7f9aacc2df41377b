package dev.millwright.vision.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RocAreaTest {
    @Test
    void itCountsPairsAndHalvesTies() {
        assertThat(RocArea.of(new double[] {1, 2}, new double[] {3, 4})).isEqualTo(1);
        assertThat(RocArea.of(new double[] {3, 4}, new double[] {1, 2})).isEqualTo(0);
        assertThat(RocArea.of(new double[] {1, 1}, new double[] {1, 1, 1})).isEqualTo(0.5);
        assertThat(RocArea.of(new double[] {1, 3}, new double[] {2, 3})).isEqualTo((1 + 0 + 1 + 0.5) / 4);
    }

    @Test
    void itAgreesWithAllPairsCounted() {
        var random = new Random(1);
        for (int round = 0; round < 20; round++) {
            double[] good = random.ints(30, 0, 12).asDoubleStream().toArray();
            double[] bad = random.ints(17, 3, 15).asDoubleStream().toArray();
            double won = 0;
            for (double a : good) {
                for (double b : bad) {
                    won += b > a ? 1 : b == a ? 0.5 : 0;
                }
            }
            assertThat(RocArea.of(good, bad)).isCloseTo(won / good.length / bad.length, within(1e-12));
        }
    }

    @Test
    void oneKindAloneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> RocArea.of(new double[0], new double[] {1}));
    }
}
