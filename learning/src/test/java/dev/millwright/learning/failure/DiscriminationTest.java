package dev.millwright.learning.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Figures counted by hand. */
class DiscriminationTest {
    @Test
    void figuresOfAHandfulOfRows() {
        var judged = Discrimination.of(new double[] {0.9, 0.8, 0.6, 0.4, 0.2}, List.of(true, false, true, true, false));
        assertThat(judged.precision()).isEqualTo(2.0 / 3);
        assertThat(judged.recall()).isEqualTo(2.0 / 3);
        assertThat(judged.f1()).isEqualTo(2.0 / 3);
        assertThat(judged.mcc()).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(judged.rocAuc()).isCloseTo(4.0 / 6, within(1e-12));
        assertThat(judged.prAuc()).isCloseTo((1 + 2.0 / 3 + 3.0 / 4) / 3, within(1e-12));
        assertThat(judged.brier()).isCloseTo((0.01 + 0.64 + 0.16 + 0.36 + 0.04) / 5, within(1e-12));
        assertThat(Discrimination.mean(List.of(judged, judged))).isEqualTo(judged);
    }

    @Test
    void whoKnowsNothingHasHalfTheRocAndTheShareOfFailures() {
        var same = Discrimination.of(new double[] {0.3, 0.3, 0.3, 0.3}, List.of(true, false, false, false));
        assertThat(same.rocAuc()).isEqualTo(0.5);
        assertThat(same.prAuc()).isEqualTo(0.25);
        assertThat(same.f1()).isZero();
        assertThat(same.mcc()).isZero();
    }

    @Test
    void foldsHaveAsManyFailuresAsOneAnother() {
        var random = new Random(4);
        var failed = new ArrayList<Boolean>();
        for (int i = 0; i < 1_000; i++) {
            failed.add(random.nextInt(20) == 0);
        }
        var fold = StratifiedFolds.of(failed, 5, 1);
        var failures = new int[5];
        var sizes = new int[5];
        for (int i = 0; i < fold.length; i++) {
            sizes[fold[i]]++;
            failures[fold[i]] += failed.get(i) ? 1 : 0;
        }
        assertThat(sizes).containsOnly(200);
        assertThat(IntStream.of(failures).max().orElse(0)
                        - IntStream.of(failures).min().orElse(0))
                .isLessThanOrEqualTo(1);
        assertThat(StratifiedFolds.of(failed, 5, 1)).isEqualTo(fold);
        assertThat(StratifiedFolds.of(failed, 5, 2)).isNotEqualTo(fold);
    }
}
