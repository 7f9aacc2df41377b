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

class DetectionReportTest {
    private static final Box HERE = new Box(10, 10, 30, 30);
    private static final Box THERE = new Box(100, 100, 120, 120);
    private static final Box NOWHERE = new Box(200, 200, 220, 220);

    /**
     * Counted by hand: of three spurs two are found, at ranks 1 and 3. Precision at the first is 1, at the second 2 of 3; each is a
     * third of the recall: (1 + 2/3) / 3.
     */
    @Test
    void averagePrecisionIsTheAreaUnderTheEnvelope() {
        var report = new DetectionReport();
        report.add(List.of(spur(HERE, 0.9), spur(NOWHERE, 0.8)), List.of(defect(HERE)));
        report.add(List.of(spur(THERE, 0.7)), List.of(defect(THERE), defect(HERE)));
        assertThat(report.map()).isCloseTo((1 + 2.0 / 3) / 3, within(1e-9));
    }

    /** A surer finding later in the list lifts the precision of those before it, never the other way round. */
    @Test
    void aDefectCountsOnce() {
        var report = new DetectionReport();
        report.add(List.of(spur(HERE, 0.9), spur(HERE, 0.8)), List.of(defect(HERE)));
        assertThat(report.map()).isEqualTo(1);
        assertThat(report.at(0.5).precisionTyped()).isEqualTo(0.5);
    }

    @Test
    void anotherTypeIsWrong() {
        var report = new DetectionReport();
        report.add(List.of(finding(DefectType.OPEN, HERE, 0.9)), List.of(defect(HERE)));
        assertThat(report.map()).isZero();
        assertThat(report.precision(0.33).of(DefectType.OPEN)).isZero();
    }

    /** An overlap of 0.43 counts at the set's 0.33, not at one half. */
    @Test
    void theOverlapIsTheProtocols() {
        var report = new DetectionReport();
        report.add(List.of(spur(new Box(18, 10, 38, 30), 0.9)), List.of(defect(HERE)));
        assertThat(report.map()).isEqualTo(1);
        assertThat(report.map50()).isZero();
    }

    @Test
    void theBestThresholdLeavesOutWhatIsWrong() {
        var report = new DetectionReport();
        report.add(List.of(spur(HERE, 0.9), spur(NOWHERE, 0.4)), List.of(defect(HERE)));
        assertThat(report.bestThreshold()).isBetween(0.4, 0.9);
        assertThat(report.at(report.bestThreshold()).fTyped()).isEqualTo(1);
    }

    /**
     * To reject the second board its finding of 0.3 has to count; then the first board has a false one too, and of three boards one
     * would be rejected though sound.
     */
    @Test
    void falseRejectsAreCountedWhereNoDefectEscapes() {
        var report = new DetectionReport();
        report.add(List.of(spur(HERE, 0.9), spur(NOWHERE, 0.35)), List.of(defect(HERE)));
        report.add(List.of(spur(THERE, 0.3)), List.of(defect(THERE)));
        report.add(List.of(spur(NOWHERE, 0.2)), List.of());
        assertThat(report.falseRejectAtRecall(1)).isCloseTo(1.0 / 3, within(1e-9));
    }

    private static Defect defect(Box box) {
        return new Defect(DefectType.SPUR, box);
    }

    private static Finding spur(Box box, double score) {
        return finding(DefectType.SPUR, box, score);
    }

    private static Finding finding(DefectType type, Box box, double score) {
        return new Finding(type, box, 30, score, Severity.MINOR, "centre", "");
    }
}
