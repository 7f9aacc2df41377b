package dev.millwright.vision.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.plant.Severity;
import dev.millwright.vision.Defect;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.Finding;
import dev.millwright.vision.image.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures worked out by hand on a few boxes. */
class DetectionScoreTest {
    private static final Box HERE = new Box(0, 0, 30, 30);
    private static final Box NEAR = new Box(5, 5, 35, 35);
    private static final Box FAR = new Box(200, 200, 230, 230);

    @Test
    void countsHitsMissesAndFalseFindings() {
        var tally = new DetectionScore.Tally();
        tally.add(
                List.of(finding(DefectType.OPEN, NEAR), finding(DefectType.SPUR, FAR)),
                List.of(new Defect(DefectType.OPEN, HERE)));
        tally.add(List.of(finding(DefectType.SPUR, HERE)), List.of(new Defect(DefectType.SHORT, HERE)));
        tally.add(List.of(), List.of(new Defect(DefectType.OPEN, FAR)));
        var score = tally.score();
        assertThat(score.recall()).isEqualTo(2 / 3.0);
        assertThat(score.precision()).isEqualTo(2 / 3.0);
        assertThat(score.f()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(score.recallTyped()).isEqualTo(1 / 3.0);
        assertThat(score.precisionTyped()).isEqualTo(1 / 3.0);
        assertThat(score.fTyped()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(score.falseFindingsPerBoard()).isEqualTo(1 / 3.0);
        assertThat(score.recall(DefectType.OPEN)).isEqualTo(0.5);
        assertThat(score.recall(DefectType.SHORT)).isEqualTo(1);
        assertThat(score.confusion().get(DefectType.SHORT)).containsEntry(DefectType.SPUR, 1);
    }

    /** Two findings on one defect: one is right, the other is false. */
    @Test
    void countsADefectOnce() {
        var tally = new DetectionScore.Tally();
        tally.add(
                List.of(finding(DefectType.OPEN, HERE), finding(DefectType.OPEN, NEAR)),
                List.of(new Defect(DefectType.OPEN, HERE)));
        assertThat(tally.score().found()).isEqualTo(1);
        assertThat(tally.score().falseFindingsPerBoard()).isEqualTo(1);
    }

    @Test
    void nothingThereAndNothingFoundIsPerfect() {
        var score = new DetectionScore.Tally().score();
        assertThat(score.recall()).isEqualTo(1);
        assertThat(score.precision()).isEqualTo(1);
        assertThat(score.falseFindingsPerBoard()).isZero();
    }

    private static Finding finding(DefectType type, Box box) {
        return new Finding(type, box, 40, 0.9, Severity.MINOR, "centre", "");
    }
}
