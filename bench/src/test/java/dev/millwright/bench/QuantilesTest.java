package dev.millwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantilesTest {

    /** One outlier among 200 must not hide: the p99 of 1..200 is 198 by nearest rank. */
    @Test
    void takesTheNearestRankAndNeverInterpolatesAnOutlierAway() {
        var values = IntStream.rangeClosed(1, 200).mapToObj(Double::valueOf).toList();
        assertThat(new Quantiles(values).at(0.5)).isEqualTo(100);
        assertThat(new Quantiles(values).at(0.99)).isEqualTo(198);
        assertThat(new Quantiles(values).at(1)).isEqualTo(200);
        assertThat(new Quantiles(List.of(7.0)).at(0.99)).isEqualTo(7);
        assertThat(new Quantiles(List.of()).at(0.5)).isNaN();
    }
}
