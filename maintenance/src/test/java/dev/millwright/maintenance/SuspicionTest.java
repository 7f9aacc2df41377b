package dev.millwright.maintenance;

import static dev.millwright.maintenance.Machines.HOUR;
import static dev.millwright.maintenance.Machines.PRESS;
import static dev.millwright.maintenance.Machines.monitor;
import static dev.millwright.maintenance.Machines.press;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.plant.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody has measured anything: people should look, and no machine should stop for it. */
class SuspicionTest {

    private static final Suspicion SHORTS = new Suspicion("suspicion of short", 0.15, "12 parts with 'short'");
    private static final Suspicion OPENS = new Suspicion("suspicion of open", 0.05, "5 parts with 'open'");

    @Test
    void takesNoMoreHealthThanTheWorstOfThem() {
        HealthMonitor monitor = monitor(press(List.of(500.0)));
        monitor.suspect(PRESS, List.of(OPENS, SHORTS));
        Prognosis prognosis = monitor.assess(PRESS, HOUR);
        assertThat(prognosis.health()).isCloseTo(0.85, within(1e-12));
        assertThat(prognosis.measuredHealth()).isEqualTo(1);
        assertThat(prognosis.reasons()).containsExactly(SHORTS.reason(), OPENS.reason());
        monitor.suspect(PRESS, List.of(OPENS));
        assertThat(monitor.assess(PRESS, HOUR).health()).isCloseTo(0.95, within(1e-12));
        monitor.reset(PRESS, HOUR);
        assertThat(monitor.assess(PRESS, HOUR).health()).isEqualTo(1);
    }

    @Test
    void shortensNoLifeAndWishesForNothing() {
        HealthMonitor suspected = monitor(press(List.of(500.0)));
        HealthMonitor plain = monitor(press(List.of(500.0)));
        // 0.60 and a little more is left: a suspicion that counted as measured would ask for maintenance.
        for (int i = 0; i < 6; i++) {
            for (var monitor : List.of(suspected, plain)) {
                monitor.observe(new Finding(PRESS, Severity.CRITICAL, 5, 1, 1));
            }
        }
        suspected.suspect(PRESS, List.of(SHORTS));
        Prognosis with = suspected.assess(PRESS, HOUR);
        Prognosis without = plain.assess(PRESS, HOUR);
        assertThat(with.health()).isLessThan(0.6).isLessThan(without.health());
        assertThat(with.remainingLife()).isEqualTo(without.remainingLife());
        assertThat(with.risk()).isEqualTo(without.risk());
        assertThat(with.recommendedAction()).isEqualTo(without.recommendedAction());
        assertThat(with.reasons().getFirst()).as("what is measured").contains("quality health");
        assertThat(plain.decide(without, false)).isInstanceOf(WishDecision.Unchanged.class);
        assertThat(suspected.decide(with, false)).isInstanceOf(WishDecision.Unchanged.class);
    }

    @Test
    void refusesToWeighMoreThanASuspicion() {
        assertThatThrownBy(() -> new Suspicion("suspicion of short", 0.5, "?")).hasMessageContaining("0.15 at most");
    }
}
