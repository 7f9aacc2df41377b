package dev.millwright.learning.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.learning.life.HeldOut.Judged;
import dev.millwright.maintenance.life.LifeDistribution;
import dev.millwright.maintenance.life.LifeEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lives drawn from what was said are calibrated, those drawn from wider ones are not, and the cap misleads nobody. */
class ProbabilityIntegralTest {

    /** Said: evenly between 0 and 100, of which the cap hides what is beyond. True: as wide as that times a factor. */
    private static ProbabilityIntegral drawn(double cap, double factor) {
        var said = cap < 100
                ? new LifeDistribution(List.of(0.0, cap), List.of(0.0, cap / 100), cap)
                : new LifeDistribution(List.of(0.0, 100.0), List.of(0.0, 1.0), cap);
        var random = new Random(2);
        var judged = new ArrayList<Judged>();
        for (int i = 0; i < 20_000; i++) {
            double life = Math.clamp(50 + factor * (100 * random.nextDouble() - 50), 0, cap);
            judged.add(new Judged("unit", 0, life, new LifeEstimate(50, 0, 100), said));
        }
        return ProbabilityIntegral.of(new HeldOut(1, 0, 0, 0, 0, 0, 0, judged));
    }

    @Test
    void livesDrawnFromWhatWasSaidAreCalibrated() {
        for (double cap : new double[] {100, 60}) {
            var came = drawn(cap, 1);
            for (int level = 0; level <= 10; level++) {
                assertThat(came.upTo(level / 10.0)).isCloseTo(level / 10.0, within(0.02));
                assertThat(came.coverage(level / 10.0)).isCloseTo(level / 10.0, within(0.02));
            }
            assertThat(came.error()).isLessThan(0.01);
        }
    }

    @Test
    void saidTooNarrowAndSaidTooWideAreSeen() {
        // Twice as wide: of the middle interval that is to hold all but nothing, half the lives lie outside.
        assertThat(drawn(100, 2).coverage(0.8)).isCloseTo(0.4, within(0.02));
        assertThat(drawn(100, 0.5).coverage(0.5)).isCloseTo(1, within(0.02));
        assertThat(drawn(100, 0.5).error()).isGreaterThan(0.2);
        assertThatThrownBy(() -> new ProbabilityIntegral(List.of(), List.of())).hasMessageContaining("one at least");
    }
}
