package dev.millwright.vision.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.plant.Point;
import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Mask;
import dev.millwright.vision.image.Offset;
import java.util.List;
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
        assertThat(extent.outlines())
                .containsExactly(
                        List.of(new Offset(10, 20), new Offset(40, 20), new Offset(40, 22), new Offset(10, 22)));

        var slanting = new BitMask(100, 100);
        for (int i = 0; i < 30; i++) {
            slanting.set(10 + i, 10 + i);
            slanting.set(11 + i, 10 + i);
        }
        assertThat(of(slanting).lengthPx()).isCloseTo(30 * Math.sqrt(2), within(1.5));
    }

    /** Each piece has its outline, the largest first; what a hole leaves out is not told. */
    @Test
    void piecesAreOutlinedOneByOne() {
        var inside = new boolean[20 * 20];
        for (int i = 0; i < inside.length; i++) {
            int x = i % 20;
            int y = i / 20;
            boolean ring = x >= 8 && x < 16 && y >= 8 && y < 16 && !(x == 12 && y == 12);
            inside[i] = ring || (x == 2 && y >= 2 && y < 5);
        }
        var extent = Extent.of(new Mask(100, 50, 20, 20, inside));
        assertThat(extent.outlines())
                .containsExactly(
                        List.of(new Offset(108, 58), new Offset(116, 58), new Offset(116, 66), new Offset(108, 66)),
                        List.of(new Offset(102, 52), new Offset(103, 52), new Offset(103, 55), new Offset(102, 55)));
        assertThat(extent.told().getLast().getFirst()).isEqualTo(new Point(102, 52));
    }

    /** Ten thousand specks are no reason to wait. */
    @Test
    void ofManyPiecesTheLargestAreOutlined() {
        var inside = new boolean[300 * 300];
        for (int i = 0; i < inside.length; i++) {
            int x = i % 300;
            int y = i / 300;
            inside[i] = x > 0 && y > 0 && x < 299 && y < 299 && x % 3 == 1 && y % 3 == 1;
        }
        inside[4 * 300 + 5] = true;
        var outlines = Extent.of(new Mask(0, 0, 300, 300, inside)).outlines();
        assertThat(outlines).hasSize(8);
        assertThat(outlines.getFirst()).contains(new Offset(4, 4), new Offset(6, 5));
    }

    @Test
    void aBoxAloneIsAsLongAsItsLongerSide() {
        assertThat(Extent.of(new Box(10, 20, 14, 50))).isEqualTo(new Extent(30, 12, 35, List.of()));
    }

    private static Extent of(BitMask mask) {
        return Extent.of(Components.of(mask, true, 1).getFirst());
    }
}
