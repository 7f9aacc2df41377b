package dev.millwright.learning.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.inference.OnnxSession;
import dev.millwright.learning.network.StepSettings;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.detection.Judge;
import dev.millwright.vision.evaluation.DetectionReport;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JudgeTrainingTest {
    private static final InspectorSettings SETTINGS =
            InspectorSettings.standard().withLeastScore(0);

    /** A short training on a few boards already tells most defects of other boards apart. */
    @Test
    void learnsInAMinuteToTellDefectsApart() {
        var boards = new BoardGenerator(BoardSettings.small());
        var training = new JudgeTraining();
        for (int seed = 0; seed < 40; seed++) {
            var board = boards.generate(seed, 6);
            training.add(board.image(), board.template(), SETTINGS, board.defects());
        }
        var weights = training.train(new StepSettings(150, 32, 1.5e-3, 0.1, 0.05, 0.98, 1, 1), (_, _, _) -> {}, null);
        var labels = Arrays.stream(DefectType.values()).map(Enum::name).toList();
        try (var session = OnnxSession.open(training.onnx(weights))) {
            var inspector = new Inspector(SETTINGS, new Judge(session, labels), InstantSource.fixed(Instant.EPOCH));
            var report = new DetectionReport();
            for (int seed = 1000; seed < 1030; seed++) {
                var board = boards.generate(seed, 6);
                report.add(inspector.inspect(board.image(), board.template()).findings(), board.defects());
            }
            assertThat(report.map()).isGreaterThan(0.35);
        }
    }

    @Test
    void refusesBoardsWithoutDifferences() {
        assertThatThrownBy(() -> new JudgeTraining().train(StepSettings.of(1, 1, 1), (_, _, _) -> {}, null))
                .hasMessageContaining("nothing to learn");
    }
}
