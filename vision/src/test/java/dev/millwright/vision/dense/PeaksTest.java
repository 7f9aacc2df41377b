package dev.millwright.vision.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.millwright.vision.image.Box;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeaksTest {
    private static final int SIDE = 6;
    private static final List<String> LABELS = List.of("open", "short");

    private final float[] middles = new float[2 * SIDE * SIDE];
    private final float[] reaches = new float[4 * SIDE * SIDE];

    @Test
    void onePeakIsOneThing() {
        place(0, 2, 3, 0.9f);
        place(0, 3, 3, 0.8f);
        place(0, 2, 2, 0.7f);
        Arrays.fill(reaches, 6);
        var found = detections();
        assertThat(found).containsExactly(new Detection("open", 0.9f, new Box(14, 22, 26, 34)));
    }

    /** Two peaks of one kind with nearly one box are one thing; of two kinds they are two. */
    @Test
    void boxesThatOverlapAreOneThingOfAKind() {
        Arrays.fill(reaches, 20);
        place(0, 1, 2, 0.6f);
        place(0, 3, 2, 0.9f);
        place(1, 3, 2, 0.5f);
        assertThat(detections())
                .extracting(Detection::label, Detection::probability)
                .containsExactly(tuple("open", (double) 0.9f), tuple("short", (double) 0.5f));
    }

    @Test
    void boxesAreCutAtThePicturesEdgesAndNeverEmpty() {
        Arrays.fill(reaches, -50);
        place(0, 0, 0, 0.9f);
        reaches[0] = 99;
        reaches[SIDE * SIDE] = 99;
        reaches[2 * SIDE * SIDE] = 99;
        reaches[3 * SIDE * SIDE] = 99;
        place(1, 5, 5, 0.8f);
        var found = detections();
        assertThat(found.getFirst().box()).isEqualTo(new Box(0, 0, 46, 44));
        assertThat(found.getLast().box().area()).isPositive();
        assertThat(found.getLast().box().right()).isLessThanOrEqualTo(46);
    }

    /** A network that says the same everywhere has peaks everywhere: it is told in bounded time, and not for long. */
    @Test
    void whatIsSaidEverywhereIsBounded() {
        int side = 160;
        var same = new float[side * side];
        Arrays.fill(same, 0.5f);
        var found = new Peaks(side, side, same, new float[4 * side * side])
                .detections(List.of("open"), 0.1, 8 * side, 8 * side);
        assertThat(found).hasSizeLessThanOrEqualTo(300);
    }

    private void place(int kind, int x, int y, float probability) {
        middles[(kind * SIDE + y) * SIDE + x] = probability;
    }

    private List<Detection> detections() {
        return new Peaks(SIDE, SIDE, middles, reaches).detections(LABELS, 0.1, 46, 44);
    }
}
