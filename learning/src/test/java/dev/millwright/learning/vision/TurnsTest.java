package dev.millwright.learning.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final int SIDE = 9;

    /** A picture with one dark box: wherever it comes to lie, its distances from the edges are those that margins tells. */
    @Test
    void boxesTurnWithTheirPictures() {
        var layouts = new HashSet<String>();
        for (int turn = 0; turn < Turns.COUNT; turn++) {
            var picture = new float[SIDE * SIDE];
            for (int y = 2; y < 5; y++) {
                for (int x = 1; x < 3; x++) {
                    picture[y * SIDE + x] = 1;
                }
            }
            Turns.lay(picture, 0, 1, SIDE, turn);
            float[] expected = Turns.margins(1, 2, SIDE - 3, SIDE - 5, turn);
            assertThat(margins(picture)).as("turn %d", turn).containsExactly(expected);
            layouts.add(Arrays.toString(expected));
        }
        assertThat(layouts).hasSize(Turns.COUNT);
    }

    private static float[] margins(float[] picture) {
        float[] margins = {SIDE, SIDE, SIDE, SIDE};
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                if (picture[y * SIDE + x] > 0) {
                    margins[0] = Math.min(margins[0], x);
                    margins[1] = Math.min(margins[1], y);
                    margins[2] = Math.min(margins[2], SIDE - 1 - x);
                    margins[3] = Math.min(margins[3], SIDE - 1 - y);
                }
            }
        }
        return margins;
    }
}
