package dev.millwright.bench.replanning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.bench.replanning.Episode.Happening;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.problem.Window;
import org.junit.jupiter.api.Test;

class FollowedFloorTest {

    private final Episode episode = Episodes.small();
    private final FollowedFloor floor = new FollowedFloor(episode);

    @Test
    void whatHasBegunIsWhereTheScheduleSays() {
        assertThat(progress(floor.at(15), "A1")).isEqualTo(new Progress.Done("M1", 0, 10));
        assertThat(progress(floor.at(15), "A2")).isEqualTo(new Progress.Running("M1", 10, 5));
        assertThat(progress(floor.at(15), "B1")).isEqualTo(Progress.WAITING);
        assertThat(floor.at(20).jobs()).as("A is done").hasSize(1);
    }

    @Test
    void whatABreakdownInterruptsGoesOnAfterTheRepair() {
        floor.happens(episode.happenings().getFirst());
        var problem = floor.at(5);
        assertThat(progress(problem, "A1")).isEqualTo(new Progress.Running("M1", 0, 105));
        assertThat(problem.machines().getFirst().down()).containsExactly(new Window(5, 105));
        assertThat(floor.at(200).machines().getFirst().down()).isEmpty();
    }

    @Test
    void anArrivalWaitsForADecision() {
        assertThat(floor.at(8).openOperations()).isEqualTo(2);
        floor.happens((Happening.Arrival) episode.happenings().get(1));
        assertThat(floor.at(8).openOperations()).isEqualTo(3);
    }

    private static Progress progress(Problem problem, String operation) {
        return problem.jobs().stream()
                .flatMap(job -> job.operations().stream())
                .filter(each -> each.id().equals(operation))
                .findFirst()
                .orElseThrow()
                .progress();
    }
}
