package dev.millwright.learning.vision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.learning.network.StepSettings;
import dev.millwright.vision.generator.BoardSettings;
import org.junit.jupiter.api.Test;

class BoardTrainingTest {
    /** Even a model that has hardly learned judges together with the rules, which tell most of what it is asked about. */
    @Test
    void learnsTheSameFromTheSameBoardsAndJudgesOnOthers() {
        var training = new BoardTraining(BoardSettings.small(), 6, 10, StepSettings.of(3, 8, 1));
        byte[] first = training.train((_, _, _) -> {}, null);
        assertThat(training.train((_, _, _) -> {}, null)).isEqualTo(first);
        var report = training.judge(first);
        assertThat(report.map()).isBetween(0.4, 1.0);
        assertThat(report.at(0).defects()).isEqualTo(80);
        assertThat(training).hasToString("6 generated boards of 8 defects, " + StepSettings.of(3, 8, 1));
    }
}
