package dev.millwright.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BucketWidthTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Duration width(Duration span, int maxPoints) {
        return BucketWidth.forSpan(START, START.plus(span), maxPoints);
    }

    @Test
    void isTheFinestReadableWidthThatFits() {
        assertThat(width(Duration.ofHours(1), 61)).isEqualTo(Duration.ofMinutes(1));
        assertThat(width(Duration.ofHours(1), 60)).isEqualTo(Duration.ofMinutes(2));
        assertThat(width(Duration.ofDays(1), 500)).isEqualTo(Duration.ofMinutes(5));
        assertThat(width(Duration.ofMillis(3), 100)).isEqualTo(Duration.ofMillis(1));
        assertThat(width(Duration.ofDays(36500), 100)).isEqualTo(Duration.ofDays(28 * 16));
    }

    @Test
    void refusesASeriesInOnePoint() {
        assertThatThrownBy(() -> width(Duration.ofHours(1), 1)).hasMessageContaining("2 or more");
    }
}
