package dev.millwright.app.machines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nobody should wait a day for a recorded failure, nor blink and miss it. */
class ReplayPaceTest {

    @Test
    void aStoryTakesAMinuteToFourWhateverItsLength() {
        assertThat(ReplayPace.of(Duration.ofMinutes(6 * 179))).as("C-MAPSS").isEqualTo(500);
        assertThat(ReplayPace.of(Duration.ofMinutes(17))).as("SKAB").isEqualTo(10);
        assertThat(ReplayPace.of(Duration.ofHours(224))).as("NAB").isEqualTo(5_000);
        for (var story = Duration.ofMinutes(2);
                story.toDays() < 15;
                story = story.multipliedBy(3).dividedBy(2)) {
            double wait = story.toSeconds() / ReplayPace.of(story);
            assertThat(wait).as(story.toString()).isBetween(60.0, 240.0);
        }
    }

    @Test
    void shortStoriesAreToldAsTheyWereAndEndlessOnesAsFastAsCanBe() {
        assertThat(ReplayPace.of(Duration.ZERO)).isEqualTo(1);
        assertThat(ReplayPace.of(Duration.ofSeconds(30))).isEqualTo(1);
        assertThat(ReplayPace.of(Duration.ofDays(400))).isEqualTo(20_000);
    }
}
