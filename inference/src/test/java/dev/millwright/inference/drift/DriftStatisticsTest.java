package dev.millwright.inference.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.plant.Stability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Against plain counting, printed values and chance itself. */
class DriftStatisticsTest {

    /** A worked example of a scorecard: 0.1 to 0.2, 0.4 to 0.4, 0.5 to 0.4. */
    @Test
    void theIndexCountedByHand() {
        double byHand = 0.1 * Math.log(2) + 0 - 0.1 * Math.log(0.8);
        assertThat(PopulationStability.of(List.of(0.1, 0.4, 0.5), new long[] {200, 400, 400}))
                .isCloseTo(byHand, within(1e-12));
        assertThat(PopulationStability.of(List.of(0.5, 0.5), new long[] {50, 50}))
                .isZero();
    }

    @Test
    void aBinNobodyIsInIsFiniteAndFar() {
        assertThat(PopulationStability.of(List.of(0.5, 0.5, 0.0), new long[] {0, 50, 50}))
                .isBetween(1.0, 10.0);
    }

    /** Over bins the distance is at most the widest bin less than over all values. */
    @Test
    void theDistanceAgreesWithCountingAllValues() {
        for (int seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            var then = random.doubles(400).map(x -> x * 3).sorted().toArray();
            double shift = random.nextDouble();
            double spread = 0.5 + random.nextDouble();
            var now = random.doubles(150)
                    .map(x -> shift + spread * x * 3)
                    .sorted()
                    .toArray();
            var edges = new ArrayList<Double>();
            for (int bin = 1; bin < 20; bin++) {
                edges.add(then[20 * bin - 1]);
            }
            var counts = new long[20];
            Arrays.stream(now).forEach(value -> counts[DriftWindow.bin(edges, value)]++);
            var shares = new ArrayList<Double>();
            for (int bin = 0; bin < 20; bin++) {
                shares.add(0.05);
            }
            double binned = KolmogorovSmirnov.statistic(shares, counts);
            double plain = plain(then, now);
            assertThat(binned).as("seed %s", seed).isBetween(plain - 0.05 - 1e-9, plain + 1e-9);
            assertThat(binned)
                    .as("seed %s", seed)
                    .isCloseTo(
                            edges.stream()
                                    .mapToDouble(edge -> Math.abs(share(then, edge) - share(now, edge)))
                                    .max()
                                    .orElseThrow(),
                            within(1e-9));
        }
    }

    private static double plain(double[] then, double[] now) {
        double most = 0;
        for (var values : List.of(then, now)) {
            for (double value : values) {
                most = Math.max(most, Math.abs(share(then, value) - share(now, value)));
            }
        }
        return most;
    }

    private static double share(double[] values, double upTo) {
        return (double) Arrays.stream(values).filter(value -> value <= upTo).count() / values.length;
    }

    /** Critical values of Kolmogorov's distribution as tables have them: 1.36 for one in twenty, 1.63 for one in a hundred. */
    @Test
    void chanceIsAsTablesHaveIt() {
        assertThat(KolmogorovSmirnov.pValue(1.3581 / 1_000, 2e6, 2e6)).isCloseTo(0.05, within(5e-4));
        assertThat(KolmogorovSmirnov.pValue(1.6276 / 1_000, 2e6, 2e6)).isCloseTo(0.01, within(2e-4));
        assertThat(KolmogorovSmirnov.pValue(0, 50, 50)).isEqualTo(1);
        assertThat(KolmogorovSmirnov.pValue(1, 50, 50)).isLessThan(1e-10);
    }

    /** Rows that follow one another closely are worth few: tested as they come, one in a hundred would be one in two. */
    @Test
    void dependentRowsAreWorthFewer() {
        int wrong = 0;
        int naive = 0;
        int all = 400;
        for (int seed = 0; seed < all; seed++) {
            var random = new Random(seed);
            var edges = List.of(-1.2816, -0.8416, -0.5244, -0.2533, 0.0, 0.2533, 0.5244, 0.8416, 1.2816);
            var window = new DriftWindow(edges, 200);
            double value = random.nextGaussian();
            for (int i = 0; i < 400; i++) {
                value = 0.8 * value + 0.6 * random.nextGaussian();
                window.add(value);
            }
            var tenths = edges.stream().map(_ -> 0.1).collect(Collectors.toList());
            tenths.add(0.1);
            double distance = KolmogorovSmirnov.statistic(tenths, window.counts());
            wrong += KolmogorovSmirnov.pValue(distance, window.sum().effectiveRows(), 1e9) < 0.05 ? 1 : 0;
            naive += KolmogorovSmirnov.pValue(distance, 400, 1e9) < 0.05 ? 1 : 0;
        }
        assertThat((double) wrong / all).isBetween(0.0, 0.08);
        assertThat((double) naive / all).isGreaterThan(0.3);
    }

    /** Two buckets instead of all rows: the latest of them, one window at least. */
    @Test
    void theWindowHoldsTheLatestRows() {
        var random = new Random(3);
        var edges = List.of(0.2, 0.5, 0.9);
        var window = new DriftWindow(edges, 50);
        var all = new ArrayList<Double>();
        for (int i = 0; i < 1_234; i++) {
            double value = random.nextDouble();
            window.add(value);
            all.add(value);
            int rows = (int) window.rows();
            assertThat(rows).isBetween(Math.min(i + 1, 51), 100);
            var counts = new long[4];
            all.subList(all.size() - rows, all.size())
                    .forEach(latest -> counts[latest <= 0.2 ? 0 : latest <= 0.5 ? 1 : latest <= 0.9 ? 2 : 3]++);
            assertThat(window.counts()).isEqualTo(counts);
        }
    }

    @Test
    void theWordsAreTheFields() {
        assertThat(Stability.of(0.09, 0, 0)).isEqualTo(Stability.STABLE);
        assertThat(Stability.of(0.1, 0, 0)).isEqualTo(Stability.MODERATE);
        assertThat(Stability.of(0.26, 0, 0)).isEqualTo(Stability.LARGE);
        assertThat(Stability.of(0.26, 0.01, 0)).as("as likely by chance").isEqualTo(Stability.STABLE);
        assertThat(Stability.of(0.26, 0, 0.3)).as("machines differ so").isEqualTo(Stability.STABLE);
    }
}
