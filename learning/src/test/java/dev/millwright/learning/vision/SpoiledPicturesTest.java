package dev.millwright.learning.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.vision.image.Frame;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpoiledPicturesTest {
    private static final int SIDE = 64;
    private static final int PIXELS = SIDE * SIDE;
    private static final int SHOWN = 400;

    private static SpoiledPictures grain(int pictures) {
        var spoiled = new SpoiledPictures(SIDE);
        for (int seed = 0; seed < pictures; seed++) {
            spoiled.add(Drawn.of(80, 72, 0, seed).picture());
        }
        return spoiled;
    }

    /** Of many, a third stays good; the others have marks, of a few pixels to a large part, and stay greys. */
    @Test
    void mostAreSpoiledAndTheMarksSayWhere() {
        var spoiled = grain(6);
        var random = new SplittableRandom(1);
        int good = 0;
        int small = 0;
        int large = 0;
        for (int i = 0; i < SHOWN; i++) {
            var seen = new float[2 * PIXELS];
            var marked = new float[2 * PIXELS];
            spoiled.write(random, seen, marked, PIXELS);
            int marks = 0;
            for (int p = 0; p < 2 * PIXELS; p++) {
                assertThat(seen[p]).isBetween(0f, 255f);
                assertThat(marked[p]).isIn(0f, 1f);
                assertThat(p < PIXELS && (seen[p] > 0 || marked[p] > 0)).isFalse();
                marks += (int) marked[p];
            }
            good += marks == 0 ? 1 : 0;
            small += marks > 0 && marks < 0.02 * PIXELS ? 1 : 0;
            large += marks > 0.1 * PIXELS ? 1 : 0;
        }
        assertThat(good / (double) SHOWN).isCloseTo(1 / 3.0, within(0.08));
        assertThat(small).isGreaterThan(SHOWN / 10);
        assertThat(large).isGreaterThan(SHOWN / 10);
    }

    /** What is marked has changed by more than a quarter of a deviation on average, and what is far from marks not at all. */
    @Test
    void whatIsMarkedHasChanged() {
        for (int seed = 0; seed < 60; seed++) {
            var random = new SplittableRandom(seed);
            var was = new float[PIXELS];
            for (int i = 0; i < PIXELS; i++) {
                was[i] = (float) (110 + 12 * random.nextGaussian());
            }
            var seen = was.clone();
            var marked = new float[PIXELS];
            new DrawnDefects(SIDE, was.clone(), random).draw(seen, marked, 0);
            double change = 0;
            double elsewhere = 0;
            int marks = 0;
            for (int i = 0; i < PIXELS; i++) {
                change += marked[i] * Math.abs(seen[i] - was[i]);
                elsewhere += (1 - marked[i]) * Math.abs(seen[i] - was[i]);
                marks += (int) marked[i];
            }
            assertThat(marks).isPositive();
            assertThat(change / marks).isGreaterThan(2.5);
            assertThat(elsewhere / (PIXELS - marks + 1)).isLessThan(change / marks / 2);
        }
    }

    @Test
    void theSameChanceDrawsTheSame() {
        var one = new float[PIXELS];
        var other = new float[PIXELS];
        grain(4).write(new SplittableRandom(7), one, new float[PIXELS], 0);
        grain(4).write(new SplittableRandom(7), other, new float[PIXELS], 0);
        assertThat(other).isEqualTo(one);
    }

    @Test
    void onePictureIsTooFew() {
        var one = new SpoiledPictures(SIDE);
        one.add(Frame.of(2, 2, new byte[4]));
        assertThatIllegalArgumentException()
                .isThrownBy(one::words)
                .withMessageContaining("1 good pictures are too few");
        assertThat(grain(3).words()).startsWith("3 good pictures");
    }
}
