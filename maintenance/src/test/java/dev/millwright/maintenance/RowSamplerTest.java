package dev.millwright.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowSamplerTest {

    @Test
    void aRowIsTheMeanOfAnInterval() {
        var sampler = new RowSampler(10, 8);
        assertThat(sampler.take("a", 0, 1)).isNull();
        assertThat(sampler.take("b", 1, 5)).isNull();
        assertThat(sampler.take("a", 6, 3)).isNull();
        assertThat(sampler.take("a", 10, 100)).containsExactly(2, 5);
        assertThat(sampler.signals()).containsExactly("a", "b");
    }

    /** Signals of different paces: the row waits for the slow one, which would be missing from most rows otherwise. */
    @Test
    void aRowWaitsUntilEverySignalIsFresh() {
        var sampler = new RowSampler(10, 8);
        sampler.take("fast", 0, 1);
        sampler.take("slow", 0, 5);
        assertThat(sampler.take("fast", 10, 2)).containsExactly(1, 5);
        assertThat(sampler.take("fast", 20, 4)).isNull();
        assertThat(sampler.take("slow", 25, 6)).isNull();
        assertThat(sampler.take("fast", 30, 7)).containsExactly(3, 6);
    }

    @Test
    void aSilentSignalDoesNotStopTheOthers() {
        var sampler = new RowSampler(10, 8);
        sampler.take("a", 0, 1);
        sampler.take("dead", 0, 5);
        double[] row = null;
        int readings = 0;
        for (int t = 10; readings < 100 && (row == null || !Double.isNaN(row[1])); t += 10) {
            row = sampler.take("a", t, 1);
            readings++;
        }
        assertThat(row).containsExactly(1, Double.NaN);
        assertThat(readings).isLessThan(20);
    }

    @Test
    void signalsBeyondTheMostArePassedOver() {
        var sampler = new RowSampler(1, 5);
        for (int i = 0; i < 9; i++) {
            sampler.take("signal-" + i, 0, i);
        }
        assertThat(sampler.take("signal-0", 1, 0)).containsExactly(0, 1, 2, 3, 4);
    }
}
