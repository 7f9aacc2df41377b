package dev.millwright.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScalingTest {
    @Test
    void shrinksByAveraging() {
        var frame = Drawing.blank(40, 20).copper(0, 0, 20, 20).frame();
        var thumbnail = Scaling.thumbnail(frame, 10);
        assertThat(thumbnail.width()).isEqualTo(10);
        assertThat(thumbnail.height()).isEqualTo(5);
        assertThat(thumbnail.grey(2, 2)).isEqualTo(40);
        assertThat(thumbnail.grey(8, 2)).isEqualTo(220);
        assertThat(Scaling.thumbnail(frame, 100)).isEqualTo(frame);
        assertThatThrownBy(() -> Scaling.thumbnail(frame, 0)).hasMessageContaining("longestSidePx 0");
    }

    /** A ramp stays a ramp, at half and at double its size: what each pixel tells is the brightness at its centre. */
    @Test
    void keepsARampARamp() {
        var pixels = new byte[64 * 2];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (2 * (i % 64));
        }
        var ramp = Frame.of(64, 2, pixels);
        var half = Scaling.to(ramp, 32, 2);
        var twice = Scaling.to(ramp, 128, 4);
        for (int x = 1; x < 31; x++) {
            assertThat(half.grey(x, 0)).isEqualTo(4 * x + 1);
        }
        for (int x = 2; x < 126; x++) {
            assertThat((double) twice.grey(x, 3)).isBetween(x - 1.0, (double) x);
        }
    }
}
