package dev.millwright.maintenance.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against means worked out from all rows anew. */
class SequenceWindowTest {
    private static final SequenceShape SHAPE = new SequenceShape(4, 3, 100);

    private static float[] written(SequenceWindow window) {
        var into = new float[4 * 5];
        window.write(into, 5);
        return into;
    }

    private static double mean(List<double[]> rows, int from, int to, int signal) {
        return rows.subList(from, to).stream()
                .mapToDouble(row -> row[signal])
                .average()
                .orElseThrow();
    }

    @Test
    void eachStepIsABlocksMeanAndWhatItIsAboveTheFirstRows() {
        var random = new Random(1);
        var window = new SequenceWindow(SHAPE, 2);
        var rows = new ArrayList<double[]>();
        for (int n = 1; n <= 60; n++) {
            var row = new double[] {n + random.nextGaussian(), -n};
            rows.add(row);
            window.add(row);
            var seen = written(window);
            for (int step = 0; step < 4; step++) {
                int to = Math.max(n - 3 * (3 - step), Math.min(3, n));
                int from = Math.max(0, to - 3);
                for (int signal = 0; signal < 2; signal++) {
                    double mean = mean(rows, from, to, signal);
                    double baseline = mean(rows, 0, Math.min(20, n), signal);
                    assertThat((double) seen[step * 5 + signal]).isCloseTo(mean, within(1e-5));
                    assertThat((double) seen[step * 5 + 2 + signal]).isCloseTo(mean - baseline, within(1e-5));
                }
                assertThat(seen[step * 5 + 4]).as("left to others").isZero();
            }
        }
    }

    @Test
    void whatWasNotMeasuredStaysAsItWas() {
        var window = new SequenceWindow(SHAPE, 2);
        assertThat(written(window)).containsOnly(0);
        window.add(new double[] {2, Double.NaN});
        window.add(new double[] {Double.NaN, 4});
        assertThat(written(window)[0]).isEqualTo(2);
        assertThat(written(window)[1]).isEqualTo(2);
    }

    @Test
    void aShapeThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new SequenceShape(2, 1, 1)).hasMessageContaining("Give 3 steps or more");
        assertThatThrownBy(() -> new SequenceShape(3, 1, 0)).hasMessageContaining("a life above 0");
    }
}
