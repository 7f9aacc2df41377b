package dev.millwright.vision.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConformalTest {
    /** The guarantee, over many draws: no more than the stated share of good images is rejected, whatever they score. */
    @Test
    void theStatedShareOfGoodImagesIsRejectedOnTheMean() {
        var random = new Random(1);
        double rejected = 0;
        int draws = 4000;
        for (int draw = 0; draw < draws; draw++) {
            var scores = random.doubles(29).map(each -> Math.exp(5 * each)).toArray();
            rejected += Math.exp(5 * random.nextDouble()) > Conformal.of(scores).threshold(0.1) ? 1 : 0;
        }
        // Three standard errors of a share of 0.1 over 4,000 draws.
        assertThat(rejected / draws).isBetween(0.1 - 0.015, 0.1 + 0.015);
    }

    @Test
    void aRateThatTooFewImagesCannotKeepIsRefused() {
        var nineteen = Conformal.of(IntStream.range(0, 19).asDoubleStream().toArray());
        assertThat(nineteen.threshold(0.05)).isEqualTo(18);
        assertThat(Conformal.needed(0.05)).isEqualTo(19);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nineteen.threshold(0.005))
                .withMessageContaining("needs 199 held-out good images, there are 19")
                .withMessageContaining("0.0500");
        assertThatIllegalArgumentException().isThrownBy(() -> Conformal.of(new double[0]));
    }

    @Test
    void aScoreAboveAllIsAsRareAsImagesCanTell() {
        var four = Conformal.of(new double[] {3, 1, 2, 4});
        assertThat(four.pValue(9)).isEqualTo(0.2);
        assertThat(four.pValue(3)).isEqualTo(0.6);
        assertThat(four.pValue(0)).isEqualTo(1);
    }
}
