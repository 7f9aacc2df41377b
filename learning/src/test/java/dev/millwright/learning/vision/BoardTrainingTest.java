package dev.millwright.learning.vision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.learning.network.StepSettings;
import dev.millwright.vision.generator.BoardSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BoardTrainingTest {
    private static final BoardTraining SHORT =
            new BoardTraining(BoardSettings.small(), 6, 10, StepSettings.of(3, 8, 1));

    @Test
    void learnsTheSameFromTheSameBoards() {
        byte[] first = SHORT.train((_, _, _) -> {}, null);
        assertThat(SHORT.train((_, _, _) -> {}, null)).isEqualTo(first);
        assertThat(SHORT.dataSha256()).isEqualTo(SHORT.dataSha256()).hasSize(64);
        assertThat(SHORT.dataSha256())
                .isNotEqualTo(new BoardTraining(BoardSettings.small(), 5, 10, StepSettings.of(3, 8, 1)).dataSha256());
        assertThat(SHORT).hasToString("6 generated boards of 8 defects, " + StepSettings.of(3, 8, 1));
    }

    /** What nothing was learned from is told apart by the judge in the box, and hardly by one that was shown 24 differences. */
    @Test
    void judgesTheJudgeInTheBoxOnOtherBoards() throws IOException {
        var report = SHORT.judge(Files.readAllBytes(Path.of("..", "models", "board-judge-1.onnx")));
        assertThat(report.at(0).defects()).isEqualTo(80);
        assertThat(report.map()).isGreaterThan(0.8);
        assertThat(SHORT.judge(SHORT.train((_, _, _) -> {}, null)).map()).isLessThan(0.5);
    }
}
