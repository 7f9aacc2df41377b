package dev.millwright.simulation.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RandomStreamsTest {

    /** Adding a cause must not shift the chance of the others, or no two scenarios could be compared. */
    @Test
    void aStreamDependsOnSeedAndNameAlone() {
        var one = new RandomStreams(5);
        var two = new RandomStreams(5);
        two.stream("press-1/noise").nextLong();
        assertThat(two.stream("press-2/failure").nextLong())
                .isEqualTo(one.stream("press-2/failure").nextLong());
        assertThat(one.stream("press-2/failure")).isSameAs(one.stream("press-2/failure"));
        assertThat(one.seed()).isEqualTo(5);
    }

    @Test
    void streamsOfNearNamesAndSeedsAreUnrelated() {
        double sum = 0;
        int draws = 2000;
        for (int i = 0; i < draws; i++) {
            sum += (new RandomStreams(i).stream("machine-" + i % 7).nextDouble() - 0.5)
                    * (new RandomStreams(i + 1).stream("machine-" + i % 7).nextDouble() - 0.5);
        }
        assertThat(sum / draws * 12).isCloseTo(0, within(0.08));
    }
}
