package dev.millwright.vision.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.vision.image.Box;
import org.junit.jupiter.api.Test;

class ExtentTest {

    @Test
    void aStretchIsAsLongAsItsPixelsWhicheverWayItLies() {
        var across = new BitMask(100, 100);
        across.fill(10, 20, 40, 22);
        var extent = of(across);
        assertThat(extent.lengthPx()).isCloseTo(30, within(0.2));
        assertThat(extent.x()).isCloseTo(25, within(1e-9));
        assertThat(extent.y()).isCloseTo(21, within(1e-9));

        var slanting = new BitMask(100, 100);
        for (int i = 0; i < 30; i++) {
            slanting.set(10 + i, 10 + i);
            slanting.set(11 + i, 10 + i);
        }
        assertThat(of(slanting).lengthPx()).isCloseTo(30 * Math.sqrt(2), within(1.5));
    }

    @Test
    void aBoxAloneIsAsLongAsItsLongerSide() {
        assertThat(Extent.of(new Box(10, 20, 14, 50))).isEqualTo(new Extent(30, 12, 35));
    }

    private static Extent of(BitMask mask) {
        return Extent.of(Components.of(mask, true, 1).getFirst());
    }
}
