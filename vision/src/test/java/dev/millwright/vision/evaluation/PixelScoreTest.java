package dev.millwright.vision.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PixelScoreTest {
    private static final boolean[] KNOWN = {true, true, true, false, false, false, false, false};

    @Test
    void countsPixelsOverPictures() {
        var first = PixelScore.of(new boolean[] {true, true, false, true, false, false, false, false}, KNOWN);
        assertThat(first).isEqualTo(new PixelScore(2, 1, 1, 4));
        assertThat(first.iou()).isEqualTo(0.5);
        assertThat(first.f1()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(first.meanIou()).isCloseTo((0.5 + 4 / 6.0) / 2, within(1e-12));
        assertThat(first.plus(PixelScore.of(KNOWN, KNOWN)).iou()).isEqualTo(5 / 7.0);
    }

    /** A good picture of which nothing is told is wholly right. */
    @Test
    void nothingToldOfNothingIsRight() {
        assertThat(PixelScore.of(new boolean[3], new boolean[3]).iou()).isEqualTo(1);
        assertThat(PixelScore.NONE.f1()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PixelScore.of(new boolean[3], KNOWN))
                .withMessageContaining("3 pixels told, 8 known");
    }
}
