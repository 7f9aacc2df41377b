package dev.millwright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlantClockTest {

    private static final Instant START = Instant.parse("2030-01-01T06:00:00Z");

    @Test
    void plantTimeIsWallTimeTimesSpeedFromTheStart() {
        long before = System.nanoTime();
        var clock = PlantClock.startingAt(START, 1000);
        long made = System.nanoTime();
        var shown = START;
        while (shown.isBefore(START.plusSeconds(20))) {
            long asked = System.nanoTime();
            var now = clock.instant();
            long told = System.nanoTime();
            assertThat(Duration.between(START, now).toNanos())
                    .isBetween((asked - made) * 1000, (told - before) * 1000 + 1000);
            assertThat(now).isAfterOrEqualTo(shown);
            shown = now;
        }
    }

    @Test
    void itKnowsHowLongPlantTimeTakesOnTheWall() {
        var clock = PlantClock.startingAt(START, 60);
        assertThat(clock.speed()).isEqualTo(60);
        assertThat(clock.onTheWall(Duration.ofHours(1))).isEqualTo(Duration.ofMinutes(1));
        assertThat(PlantClock.startingAt(START, 1).onTheWall(Duration.ofHours(1)))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aPlantNeitherStandsNorRacesNorRunsBackwards() {
        for (double speed : new double[] {0, 0.99, -1, 20_000.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> PlantClock.startingAt(START, speed))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Speed %s is out of range.\nChoose 1 (real time) to 20000.", speed);
        }
    }
}
