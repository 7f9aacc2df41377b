package dev.millwright.vision.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.vision.image.Drawing;
import dev.millwright.vision.image.Offset;
import dev.millwright.vision.image.Otsu;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    private static final int RADIUS = 8;

    /** The oracle is the shift itself, under a tenth of all pixels flipped. */
    @Test
    void recoversAKnownShiftThroughNoise() {
        var board = Drawing.board();
        var template = BitMask.of(board.frame(), 128, true);
        for (long seed = 0; seed < 60; seed++) {
            var random = new SplittableRandom(seed);
            int dx = random.nextInt(-RADIUS, RADIUS + 1);
            int dy = random.nextInt(-RADIUS, RADIUS + 1);
            var image = template.shifted(dx, dy);
            for (int i = 0; i < 2560; i++) {
                flip(image, random.nextInt(160), random.nextInt(160));
            }
            assertThat(Alignment.find(image, template, RADIUS))
                    .as("seed %d", seed)
                    .isEqualTo(new Offset(dx, dy));
        }
    }

    @Test
    void leavesBlankBoardsWhereTheyAre() {
        var blank = new BitMask(100, 40);
        assertThat(Alignment.find(blank, blank, RADIUS)).isEqualTo(Offset.NONE);
    }

    /** The right half lies two pixels lower: no one shift fits, bending does. */
    @Test
    void bendsToAStretchedBoard() {
        var template = new BitMask(640, 320);
        var image = new BitMask(640, 320);
        for (int y = 20; y < 300; y += 24) {
            template.fill(0, y, 640, y + 10);
            image.fill(0, y, 256, y + 10);
            image.fill(256, y + 2, 640, y + 12);
        }
        int unbent = image.andNot(template).count();
        var bent = LocalAlignment.bend(image, template, 3);
        assertThat(image.andNot(bent).count()).isLessThan(unbent / 10);
        assertThat(LocalAlignment.bend(image, template, 0)).isEqualTo(template);
    }

    @Test
    void otsuCutsBetweenTheTwoTones() {
        assertThat(Otsu.threshold(Drawing.board().frame())).isBetween(100, 160);
    }

    private static void flip(BitMask mask, int x, int y) {
        if (mask.get(x, y)) {
            mask.clear(x, y);
        } else {
            mask.set(x, y);
        }
    }
}
