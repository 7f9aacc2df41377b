package dev.millwright.vision.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.vision.evaluation.BoxPrecision.Told;
import dev.millwright.vision.image.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoxPrecisionTest {
    private static Told told(String kind, double score, int left) {
        return new Told(kind, score, new Box(left, 0, left + 10, 10));
    }

    /** By hand: the surest is right, the next finds the same again, the third the other one: 1/2 at 1, 1/2 at 2/3. */
    @Test
    void aBoxIsFoundOnceAndByItsKind() {
        var precision = new BoxPrecision(0.5);
        precision.add(
                List.of(told("dent", 0.9, 0), told("dent", 0.8, 1), told("dent", 0.7, 50), told("rust", 0.6, 0)),
                List.of(told("dent", 1, 0), told("dent", 1, 52)));
        assertThat(precision.of("dent")).isCloseTo(0.5 + 0.5 * 2 / 3, within(1e-12));
        assertThat(precision.mean()).as("of kinds that were there").isEqualTo(precision.of("dent"));
        assertThat(precision.of("rust")).isZero();
        assertThat(precision.right(0.8)).isEqualTo(1);
        assertThat(precision.told(0.8)).isEqualTo(2);
        assertThat(precision.told(0)).isEqualTo(4);
        assertThat(precision.known()).containsEntry("dent", 2);
    }
}
