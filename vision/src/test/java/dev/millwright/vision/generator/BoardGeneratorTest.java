package dev.millwright.vision.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.vision.Defect;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.Inspection;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.evaluation.DetectionScore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardGeneratorTest {
    private final BoardGenerator generator = new BoardGenerator(BoardSettings.small());
    private final Inspector inspector = new Inspector(InspectorSettings.standard(), InstantSource.fixed(Instant.EPOCH));

    @Test
    void theSameSeedGivesTheSameBoardBitForBit() {
        assertThat(generator.generate(42, 4)).isEqualTo(generator.generate(42, 4));
        assertThat(generator.generate(42, 4)).isNotEqualTo(generator.generate(43, 4));
    }

    @Test
    void makesTheDefectsAskedFor() {
        for (long seed = 0; seed < 30; seed++) {
            var asked = List.of(DefectType.OPEN, DefectType.SHORT, DefectType.SPUR);
            assertThat(generator.generate(seed, asked).defects())
                    .as("seed %d", seed)
                    .extracting(Defect::type)
                    .containsExactlyElementsOf(asked);
        }
    }

    /** The product's promise on its own boards, and a check of generator and inspector against each other. */
    @Test
    void theInspectorFindsGeneratedDefects() {
        var tally = new DetectionScore.Tally();
        for (long seed = 0; seed < 80; seed++) {
            var board = generator.generate(seed, 5);
            var inspection = inspector.inspect(board.image(), board.template());
            assertThat(inspection.offset()).as("seed %d", seed).isEqualTo(board.offset());
            tally.add(inspection.findings(), board.defects());
        }
        assertThat(tally.score().recall()).isGreaterThan(0.97);
        assertThat(tally.score().recallTyped()).isGreaterThan(0.92);
        assertThat(tally.score().falseFindingsPerBoard()).isLessThan(0.05);
    }

    @Test
    void theInspectorPassesCleanBoards() {
        for (long seed = 1000; seed < 1080; seed++) {
            var board = generator.generate(seed, 0);
            assertThat(inspector.inspect(board.image(), board.template()).verdict())
                    .as("seed %d", seed)
                    .isEqualTo(Inspection.Verdict.PASS);
        }
    }

    @Test
    void theInspectorStandsMoreNoiseAndShift() {
        var harsh = new BoardGenerator(new BoardSettings(400, 256, 10, 20, 0, 10));
        var tally = new DetectionScore.Tally();
        for (long seed = 0; seed < 30; seed++) {
            var board = harsh.generate(seed, 3);
            tally.add(inspector.inspect(board.image(), board.template()).findings(), board.defects());
        }
        assertThat(tally.score().recall()).isGreaterThan(0.9);
        assertThat(tally.score().falseFindingsPerBoard()).isLessThan(0.1);
    }

    @Test
    void refusesWhatItCannotDraw() {
        assertThatThrownBy(() -> generator.generate(1, -1)).hasMessageContaining("defects -1");
        assertThatThrownBy(() -> generator.generate(1, 500)).hasMessageContaining("no room for 500 defects");
        assertThatThrownBy(() -> new BoardSettings(100, 320, 0, 0, 0, 0)).hasMessageContaining("board of 100 x 320");
        assertThatThrownBy(() -> new BoardSettings(320, 320, 99, 0, 0, 0)).hasMessageContaining("misregistrationPx 99");
        assertThatThrownBy(() -> new BoardSettings(320, 320, 0, 99, 0, 0)).hasMessageContaining("noise 99");
        assertThatThrownBy(() -> new BoardSettings(320, 320, 0, 0, 3, 0)).hasMessageContaining("roughnessPx 3");
        assertThatThrownBy(() -> new BoardSettings(320, 320, 0, 0, 0, -1)).hasMessageContaining("marginPx -1");
        assertThat(BoardSettings.large().widthPx()).isEqualTo(640);
    }
}
