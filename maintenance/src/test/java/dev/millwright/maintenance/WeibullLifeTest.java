package dev.millwright.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class WeibullLifeTest {

    @Test
    void conditionalLifeIsTheClosedForm() {
        WeibullLife life = new WeibullLife(2, 100);
        // P(T > a + t | T > a) = exp((a/s)^2 - ((a+t)/s)^2): solved by hand for the median at age 60.
        double expected = 100 * Math.sqrt(0.36 + Math.log(2)) - 60;
        assertThat(life.remaining(60, 0.5)).isCloseTo(expected, within(1e-9));
        assertThat(life.failureWithin(60, expected)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void shapeOneForgetsItsAge() {
        WeibullLife life = new WeibullLife(1, 50);
        assertThat(life.remaining(400, 0.5)).isCloseTo(50 * Math.log(2), within(1e-9));
        assertThat(life.remaining(0, 0.5)).isCloseTo(50 * Math.log(2), within(1e-9));
    }

    @Test
    void fitRecoversTheDistributionThatDrewTheLives() {
        SplittableRandom random = new SplittableRandom(7);
        List<Double> lives = DoubleStream.generate(() -> 200 * Math.pow(-Math.log1p(-random.nextDouble()), 1 / 3.0))
                .limit(4000)
                .boxed()
                .toList();
        WeibullLife fit = WeibullLife.fit(lives);
        assertThat(fit.shape()).isCloseTo(3, within(0.1));
        assertThat(fit.scale()).isCloseTo(200, within(3.0));
    }

    @Test
    void fewLivesTellOnlyTheirMean() {
        assertThat(WeibullLife.fit(List.of(100.0, 300.0))).isEqualTo(new WeibullLife(1, 200));
    }

    @Test
    void equalLivesGiveASteepButFiniteShape() {
        WeibullLife fit = WeibullLife.fit(List.of(80.0, 80.0, 80.0, 80.0, 80.0));
        assertThat(fit.shape()).isBetween(40.0, 50.1);
        assertThat(fit.scale()).isCloseTo(80, within(1.0));
    }

    @Test
    void refusesNoLives() {
        assertThatThrownBy(() -> WeibullLife.fit(List.of())).hasMessageContaining("No unit life");
        assertThatThrownBy(() -> new WeibullLife(0, 1)).hasMessageContaining("shape 0.0");
    }
}
