package dev.millwright.vision.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RegionOverlapTest {
    @Test
    void aMapThatIsTheMaskCoversAllRegionsAtOnce() {
        var overlap = new RegionOverlap();
        overlap.add(new float[] {1, 0, 0, 0, 1, 1}, new boolean[] {true, false, false, false, true, true}, 6);
        assertThat(overlap.area(0.3)).isCloseTo(1, within(1e-6));
    }

    /**
     * By hand: ten good pixels valued 10 down to 1, a region of two pixels valued 9.5 and 7.5. One good pixel lies above the
     * first, three above the second: no overlap up to 0.1, half up to 0.3.
     */
    @Test
    void overlapIsIntegratedOverWronglyCoveredPixels() {
        var overlap = new RegionOverlap();
        overlap.add(
                new float[] {10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 9.5f, 7.5f},
                new boolean[] {false, false, false, false, false, false, false, false, false, false, true, true},
                12);
        assertThat(overlap.area(0.3)).isCloseTo((0.1 * 0 + 0.2 * 0.5) / 0.3, within(1e-6));
        assertThat(overlap.area(0.5)).isCloseTo((0.2 * 0.5 + 0.2 * 1) / 0.5, within(1e-6));
    }

    /** A small region counts as much as a large one: one of two found is one half, however many pixels they have. */
    @Test
    void regionsCountAlikeWhateverTheirSize() {
        var overlap = new RegionOverlap();
        overlap.add(
                new float[] {9, 9, 9, 9, 5, 4, 3, 0},
                new boolean[] {true, true, true, true, false, false, false, true},
                8);
        assertThat(overlap.area(0.3)).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void imagesWithoutDefectsTellNothing() {
        var overlap = new RegionOverlap();
        overlap.add(new float[] {1, 2}, new boolean[] {false, false}, 2);
        assertThatIllegalArgumentException().isThrownBy(() -> overlap.area(0.3));
    }
}
