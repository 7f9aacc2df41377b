package dev.millwright.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CascadeTest {

    @Test
    void remembersARampOnEveryScale() {
        Cascade cascade = new Cascade();
        for (int i = 0; i < 10_000; i++) {
            cascade.add(i, 2.0 * i);
        }
        assertThat(cascade.depth()).isBetween(6, Cascade.LEVELS);
        for (int k = 0; k < cascade.depth(); k++) {
            Points points = cascade.level(k);
            assertThat(points.size()).isLessThanOrEqualTo(Cascade.POINTS);
            for (int i = 0; i < points.size(); i++) {
                assertThat(points.values[i]).isEqualTo(2 * points.times[i]);
            }
        }
        assertThat(cascade.level(2).span()).isEqualTo(31 * 16);
    }

    @Test
    void oneWildSampleNeverClimbs() {
        Cascade cascade = new Cascade();
        for (int i = 0; i < 64; i++) {
            cascade.add(i, i == 30 ? 1e9 : 5);
        }
        assertThat(cascade.level(1).values).containsOnly(5.0);
    }
}
