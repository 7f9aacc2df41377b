package dev.millwright.maintenance.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Counted by hand, and as properties of whatever errors a calibration may have found. */
class LifeDistributionTest {
    private static final List<Double> LEVELS = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    @Test
    void anEstimateAloneGivesADistributionThroughItsInterval() {
        var life = LifeDistribution.of(new LifeEstimate(50, 30, 80), 125);
        assertThat(life.failureWithin(30)).isEqualTo(0.05);
        assertThat(life.failureWithin(50)).isEqualTo(0.5);
        assertThat(life.failureWithin(65)).isCloseTo(0.725, within(1e-12));
        assertThat(life.failureWithin(15)).isCloseTo(0.025, within(1e-12));
        assertThat(life.failureWithin(-1)).isZero();
        assertThat(life.quantile(0.95)).isEqualTo(80);
        assertThat(life.risk(65).atLeast()).isFalse();
    }

    /** At the cap a life is that long or longer, so a risk beyond it is no more than a lower bound, and says so. */
    @Test
    void beyondTheCapTheRiskIsTheLeastItCanBe() {
        var life = LifeDistribution.of(new LifeEstimate(125, 100, 125), 125);
        assertThat(life.risk(200)).isEqualTo(new Risk(200, 0.5, true));
        assertThat(life.failureWithin(100)).isEqualTo(0.05);
        assertThat(life.quantile(0.7)).as("that long or longer").isEqualTo(125);
        assertThat(LifeDistribution.of(new LifeEstimate(20, 10, 30), 125).risk(125))
                .as("all fail before the cap")
                .isEqualTo(new Risk(125, 1, false));
    }

    @Test
    void aLifeThatMayBeOverNowIsARiskNow() {
        var life = LifeDistribution.of(new LifeEstimate(0, 0, 6), 125);
        assertThat(life.failureWithin(0)).isEqualTo(0.5);
        assertThat(life.lifeWithin(6)).isCloseTo(6 * (0.5 + 0.05) / 2, within(1e-12));
    }

    /** Proper whatever the errors: 0 at the left, never falling, never above 1, and quantiles undo it. */
    @Test
    void everyCalibrationGivesAProperDistribution() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var errors = errors(random);
            double cap = 20 + random.nextInt(150);
            double expected = random.nextDouble() * cap;
            var life = errors.around(expected, cap);
            double before = 0;
            double sum = 0;
            int steps = 4_000;
            for (int i = 0; i <= steps; i++) {
                double span = cap * 1.1 * i / steps;
                double risk = life.failureWithin(span);
                assertThat(risk).as("seed %s, span %s", seed, span).isBetween(before, 1.0);
                sum += span < cap ? (1 - risk) * cap * 1.1 / steps : 0;
                before = risk;
            }
            assertThat(life.failureWithin(-1e-9)).as("seed %s", seed).isZero();
            assertThat(life.lifeWithin(cap)).as("seed %s", seed).isCloseTo(sum, within(cap / 500));
            for (int i = 1; i < 40; i++) {
                double share = i / 40.0;
                double quantile = life.quantile(share);
                assertThat(quantile).as("seed %s", seed).isBetween(0.0, cap);
                if (quantile < cap) {
                    assertThat(life.failureWithin(quantile))
                            .as("seed %s, share %s", seed, share)
                            .isGreaterThanOrEqualTo(share - 1e-9);
                    assertThat(life.failureWithin(quantile - 1e-6))
                            .as("seed %s, share %s", seed, share)
                            .isLessThanOrEqualTo(share + 1e-9);
                }
            }
        }
    }

    private static ErrorQuantiles errors(Random random) {
        var expected = new ArrayList<Double>();
        var errors = new ArrayList<List<Double>>();
        int points = 1 + random.nextInt(5);
        for (int point = 0; point < points; point++) {
            expected.add(150.0 * point / points + (random.nextInt(3) == 0 ? 0 : random.nextDouble()));
            double spread = random.nextDouble() * 40;
            errors.add(random.doubles(LEVELS.size(), -spread, spread)
                    .map(error -> random.nextInt(10) == 0 ? 0 : error)
                    .sorted()
                    .boxed()
                    .toList());
        }
        return new ErrorQuantiles(LEVELS, expected, errors);
    }

    @Test
    void errorsAreAStraightLineBetweenTheirPoints() {
        var errors = new ErrorQuantiles(
                List.of(0.1, 0.9), List.of(10.0, 50.0), List.of(List.of(-4.0, 2.0), List.of(-20.0, 30.0)));
        var between = errors.around(30, 125);
        assertThat(between.quantile(0.1)).isEqualTo(18);
        assertThat(between.quantile(0.9)).isEqualTo(46);
        assertThat(errors.around(2, 125).quantile(0.1)).isZero();
        assertThat(errors.around(100, 125).quantile(0.1)).isEqualTo(80);
    }

    @Test
    void whatIsNoDistributionIsRefusedInWords() {
        assertThatThrownBy(() -> new LifeDistribution(List.of(), List.of(), 10)).hasMessageContaining("one at least");
        assertThatThrownBy(() -> new LifeDistribution(List.of(5.0, 3.0), List.of(0.1, 0.2), 10))
                .hasMessageContaining("Give both rising");
        assertThatThrownBy(() -> new LifeDistribution(List.of(5.0), List.of(1.1), 10))
                .hasMessageContaining("Give both rising");
        assertThatThrownBy(() -> new LifeDistribution(List.of(11.0), List.of(1.0), 10))
                .hasMessageContaining("Give both rising");
        assertThatThrownBy(() -> new ErrorQuantiles(List.of(0.5), List.of(1.0), List.of(List.of())))
                .hasMessageContaining("an error a level");
        assertThatThrownBy(() -> new ErrorQuantiles(List.of(0.1, 0.5), List.of(1.0), List.of(List.of(3.0, 2.0))))
                .hasMessageContaining("Give them rising");
    }
}
