package dev.millwright.vision.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FalseRejectsTest {
    private static final double[] GOOD = {1, 2, 3, 4};

    /** The worst of ten bad images scores 1.5: to find it too, three of four good ones go; nine of ten cost one. */
    @Test
    void findingTheLastBadImageCostsMostGoodOnes() {
        double[] bad = {1.5, 4, 5, 5, 6, 6, 7, 7, 8, 9};
        assertThat(FalseRejects.at(1, GOOD, bad)).isEqualTo(0.75);
        assertThat(FalseRejects.at(0.95, GOOD, bad))
                .as("nine are nine tenths only")
                .isEqualTo(0.75);
        assertThat(FalseRejects.at(0.9, GOOD, bad)).isEqualTo(0.25);
        assertThat(FalseRejects.at(0.8, GOOD, bad)).isZero();
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> FalseRejects.at(0, GOOD, GOOD));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FalseRejects.at(1, GOOD, new double[0]))
                .withMessageContaining("4 good and 0 bad scores");
    }
}
