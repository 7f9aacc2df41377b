package dev.millwright.loop.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TailTest {

    @Test
    void coinsFallAsTheBinomialSays() {
        assertThat(Tail.binomial(8, 10, 0.5)).isCloseTo(56.0 / 1024, within(1e-12));
        assertThat(Tail.binomial(0, 10, 0.5)).isEqualTo(1);
        assertThat(Tail.binomial(11, 10, 0.5)).isZero();
        assertThat(Tail.binomial(100, 200, 0.5)).isCloseTo(0.5281742396, within(1e-8));
    }

    /** Four of four marked among eight, drawn four: one way of seventy (Fisher's lady tasting tea). */
    @Test
    void theLadyTastesTea() {
        assertThat(Tail.hypergeometric(4, 8, 4, 4)).isCloseTo(1.0 / 70, within(1e-12));
        assertThat(Tail.hypergeometric(3, 8, 4, 4)).isCloseTo(17.0 / 70, within(1e-12));
        assertThat(Tail.hypergeometric(0, 8, 4, 4)).isEqualTo(1);
        assertThat(Tail.hypergeometric(10, 10, 10, 10)).isCloseTo(1, within(1e-12));
    }
}
