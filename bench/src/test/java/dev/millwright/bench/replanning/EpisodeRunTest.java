package dev.millwright.bench.replanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.scheduling.cpsat.SolverSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class EpisodeRunTest {

    private static final SolverSettings SHORT = new SolverSettings(Duration.ofMillis(300), 1, 1, false);

    /** A2 and B1 wait for the repair when all only shifts; the other machine does both at once when the failure is told. */
    @Test
    void aRightShiftWaitsWhereAnAnswerGoesAround() {
        var answered = new EpisodeRun(Episodes.small(), SHORT).run();
        assertThat(answered.events()).as("after the end nothing waits").hasSize(2);
        var failure = answered.events().getFirst();
        assertThat(failure.kind()).isEqualTo("breakdown");
        assertThat(failure.operations()).isEqualTo(2);
        assertThat(failure.rightShift().end()).isEqualTo(130);
        assertThat(failure.rightShift().changedMachines()).isZero();
        assertThat(failure.rightShift().movedStarts()).isEqualTo(2);
        assertThat(failure.improved().end()).as("A2 follows the interrupted A1").isEqualTo(120);
        assertThat(failure.improved().changedMachines()).isEqualTo(1);
        assertThat(answered.events())
                .allSatisfy(event -> assertThat(List.of(event.rightShift(), event.first(), event.improved()))
                        .allMatch(Answered.Answer::feasible));
        assertThat(answered.rightShiftEnd()).isEqualTo(130);
        assertThat(answered.improvedEnd()).isEqualTo(120);
    }

    @Test
    void figuresAreMeansOverEventsAndEpisodes() {
        var answered = new EpisodeRun(Episodes.small(), SHORT).run();
        var metrics = ReplanningMetrics.of(List.of(answered, answered));
        assertThat(metrics.get("episodes")).isEqualTo(2);
        assertThat(metrics.get("events")).isEqualTo(4);
        assertThat(metrics.get("feasible_count")).isEqualTo(12L);
        assertThat(metrics.get("episode_mean_improvement_percent").doubleValue())
                .isCloseTo(100.0 * 10 / 130, within(1e-9));
        assertThat(metrics.get("later_mean_improvement_percent").doubleValue())
                .as("the arrival's alone")
                .isEqualTo(answered.events()
                        .getLast()
                        .improved()
                        .soonerThan(answered.events().getLast().rightShift()));
        assertThat(metrics).containsKeys("first_ms_p50", "first_ms_p99", "by_family_made-up_mean_improvement_percent");
    }

    /** Every public episode can be read and begun; skipped where the data is not there. */
    @Test
    void publicEpisodesAreUnderstood() throws IOException {
        var data = System.getenv("MILLWRIGHT_DATA");
        Assumptions.assumeTrue(data != null && !data.isBlank(), "MILLWRIGHT_DATA is not set");
        var reader = new EpisodeReader(Path.of(data, "scheduling"));
        var sources = reader.sources();
        assertThat(sources).hasSizeGreaterThan(40);
        for (var source : sources) {
            var episode = reader.read(source);
            assertThat(episode.happenings()).as(source.toString()).isNotEmpty();
            var floor = new FollowedFloor(episode);
            assertThat(dev.millwright.scheduling.schedule.ScheduleChecker.check(floor.at(0), episode.incumbent()))
                    .as(source.toString())
                    .isEmpty();
        }
    }

    @Test
    void theLargeFloorHasMoreThanFiveHundredOperations() {
        var floor = new LargeFloor(1);
        assertThat(floor.operations()).isGreaterThan(500);
        assertThat(floor.answers(2, 300)).allMatch(millis -> millis > 0);
    }
}
