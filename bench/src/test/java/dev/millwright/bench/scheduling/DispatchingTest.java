package dev.millwright.bench.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DispatchingTest {
    @Test
    void everyRuleHasARateAndTheFirstPlanKeepsTheRules() {
        var figures = new Dispatching(20, 5, 2, 0.01).run();
        assertThat(figures.metrics()).containsKeys("operations_per_second_spt", "operations_per_second_median");
        assertThat(figures.metrics().get("operations_per_second_mwkr").doubleValue())
                .isPositive();
        assertThat(figures.metrics().get("first_plan_violations").intValue()).isZero();
    }

    @Test
    void nothingIsMeasuredOnNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dispatching(0, 5, 1, 1).run())
                .withMessageContaining("0 jobs");
    }
}
