package dev.millwright.vision.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.vision.image.Frame;
import org.junit.jupiter.api.Test;

class SegmentationTest {
    /** A slope stays a slope: pixels of another size lie between those that are there, and beyond the outermost nothing grows. */
    @Test
    void anotherSizeLiesBetweenThePixels() {
        var slope = new Segmentation(4, 1, new float[] {0, 0.25f, 0.5f, 0.75f});
        var wide = slope.to(8, 2);
        assertThat(wide.probabilities())
                .containsExactly(
                        new float[] {
                            0, 0.0625f, 0.1875f, 0.3125f, 0.4375f, 0.5625f, 0.6875f, 0.75f, 0, 0.0625f, 0.1875f,
                            0.3125f, 0.4375f, 0.5625f, 0.6875f, 0.75f
                        },
                        within(1e-6f));
        assertThat(slope.to(4, 1)).isSameAs(slope);
        assertThat(slope.mask(0.5)).containsExactly(false, false, true, true);
    }

    /** The same tile under half the light is the same picture to the model. */
    @Test
    void lightAndContrastDoNotMatter() {
        var bright = new float[4];
        var dark = new float[4];
        SegmentInput.write(Frame.of(2, 2, new byte[] {20, 40, 60, 80}), 2, bright, 0);
        SegmentInput.write(Frame.of(2, 2, new byte[] {15, 25, 35, 45}), 2, dark, 0);
        assertThat(bright).containsExactly(dark, within(1e-6f));
        var flat = new float[4];
        SegmentInput.write(Frame.of(1, 1, new byte[] {9}), 2, flat, 0);
        assertThat(flat).containsOnly(0);
    }

    @Test
    void refusesAnotherNumberOfPixels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Segmentation(2, 2, new float[3]))
                .withMessageContaining("3 probabilities for 2 x 2");
    }
}
