package dev.millwright.learning.vision.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WarmMedianTest {
    /** Twenty slow ones at first do not count; of few the last one always does. */
    @Test
    void theFirstTimesAreLeftOut() {
        var slowAtFirst = IntStream.range(0, 51).mapToDouble(i -> i < 20 ? 1000 : i);
        assertThat(WarmMedian.of(slowAtFirst)).isEqualTo(35);
        assertThat(WarmMedian.of(DoubleStream.of(9, 8, 7))).isEqualTo(7);
    }
}
