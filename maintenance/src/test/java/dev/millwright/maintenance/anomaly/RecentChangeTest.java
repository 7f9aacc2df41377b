package dev.millwright.maintenance.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RecentChangeTest {

    @Test
    void aStepIsAChangeUntilItIsThePast() {
        var change = new RecentChange(9);
        assertThat(change.take(5)).containsExactly(5, 0);
        assertThat(change.take(6)[1]).isEqualTo(1);
        assertThat(change.take(Double.NaN)).containsExactly(Double.NaN, Double.NaN);
        assertThat(change.take(6)[1]).isCloseTo(0.8, within(1e-12));
        for (int i = 0; i < 60; i++) {
            change.take(6);
        }
        assertThat(change.take(6)[1]).isCloseTo(0, within(1e-5));
        assertThatThrownBy(() -> new RecentChange(0)).hasMessageContaining("0 rows");
    }

    @Test
    void anAlarmDoesNotFlutterAroundItsLimit() {
        var alarm = new AlarmLatch();
        assertThat(alarm.goesUp(0.9)).isFalse();
        assertThat(alarm.goesUp(1.1)).isTrue();
        assertThat(alarm.goesUp(0.9)).isFalse();
        assertThat(alarm.goesUp(1.2)).isFalse();
        assertThat(alarm.raised()).isTrue();
        assertThat(alarm.goesUp(0.4)).isFalse();
        assertThat(alarm.raised()).isFalse();
        assertThat(alarm.goesUp(1.1)).isTrue();
    }
}
