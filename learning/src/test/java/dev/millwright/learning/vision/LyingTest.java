package dev.millwright.learning.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LyingTest {
    private static final int SIDE = 6;

    /** A level line of four pixels near a corner, laid in all ways that come up in a thousand steps. */
    private static Set<String> ways(Lying lying) {
        var random = new SplittableRandom(1);
        var ways = new HashSet<String>();
        for (int step = 0; step < 1000; step++) {
            var picture = new float[SIDE * SIDE];
            Arrays.fill(picture, SIDE, SIDE + 4, 1);
            Turns.lay(picture, 0, 1, SIDE, lying.turn(random));
            ways.add(Arrays.toString(picture));
        }
        return ways;
    }

    private static boolean isLevel(String picture) {
        return picture.contains("1.0, 1.0, 1.0, 1.0");
    }

    @Test
    void whatLiesLevelStaysLevelAndWhatLiesAnyWayIsTurned() {
        assertThat(ways(Lying.LEVEL)).hasSize(4).allMatch(LyingTest::isLevel);
        assertThat(ways(Lying.ANY_WAY))
                .hasSize(8)
                .containsAll(ways(Lying.LEVEL))
                .filteredOn(LyingTest::isLevel)
                .hasSize(4);
    }
}
