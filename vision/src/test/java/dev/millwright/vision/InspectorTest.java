package dev.millwright.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.plant.Severity;
import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Drawing;
import dev.millwright.vision.image.Offset;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Oracles drawn by hand: one defect of each type, where the answer is plain to the eye. */
class InspectorTest {
    private final InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    private final Inspector inspector = new Inspector(InspectorSettings.standard(), clock);
    private final Drawing board = Drawing.board();

    @Test
    void passesABoardLikeItsTemplate() {
        var inspection = inspector.inspect(board.frame(), board.frame());
        assertThat(inspection.verdict()).isEqualTo(Inspection.Verdict.PASS);
        assertThat(inspection.findings()).isEmpty();
        assertThat(inspection.worst()).isEmpty();
        assertThat(inspection.mismatch()).isZero();
        assertThat(inspection.offset()).isEqualTo(Offset.NONE);
        assertThat(inspection.elapsed()).isEqualTo(Duration.ZERO);
    }

    @Test
    void namesACutTraceAnOpen() {
        var finding = only(board.bare(70, 20, 77, 30));
        assertThat(finding.type()).isEqualTo(DefectType.OPEN);
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.areaPx()).isEqualTo(70);
        assertThat(finding.box()).isEqualTo(new Box(60, 10, 87, 40));
        assertThat(finding.location()).isEqualTo("top centre");
        assertThat(finding.reason()).isEqualTo("70 px of copper are missing across a trace; its ends no longer meet");
    }

    @Test
    void namesABridgeBetweenTracesAShort() {
        var finding = only(board.copper(30, 30, 36, 44));
        assertThat(finding.type()).isEqualTo(DefectType.SHORT);
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.location()).isEqualTo("top left");
    }

    @Test
    void namesANotchInAnEdgeAMousebite() {
        var finding = only(board.bare(60, 20, 70, 25));
        assertThat(finding.type()).isEqualTo(DefectType.MOUSEBITE);
        assertThat(finding.severity()).isEqualTo(Severity.MODERATE);
    }

    @Test
    void namesATongueOnAnEdgeASpur() {
        assertThat(only(board.copper(60, 54, 67, 62)).type()).isEqualTo(DefectType.SPUR);
    }

    @Test
    void namesLonelyCopperSpurious() {
        var finding = only(board.copper(75, 68, 83, 76));
        assertThat(finding.type()).isEqualTo(DefectType.COPPER);
        assertThat(finding.type().label()).isEqualTo("spurious copper");
        assertThat(finding.location()).isEqualTo("centre");
    }

    @Test
    void namesAHoleInCopperAPinhole() {
        var finding = only(board.bare(110, 110, 117, 117));
        assertThat(finding.type()).isEqualTo(DefectType.PINHOLE);
        assertThat(finding.severity()).isEqualTo(Severity.MINOR);
        assertThat(finding.location()).isEqualTo("bottom right");
    }

    @Test
    void countsALargeDefectOneStepWorse() {
        assertThat(only(board.bare(100, 100, 120, 120)).severity()).isEqualTo(Severity.MODERATE);
    }

    @Test
    void tellsTheWorstSeverityOfSeveralFindings() {
        var spoiled = board.bare(110, 110, 117, 117).bare(70, 20, 77, 30);
        var inspection = inspector.inspect(spoiled.frame(), board.frame());
        assertThat(inspection.findings()).hasSize(2);
        assertThat(inspection.worst()).contains(Severity.CRITICAL);
    }

    /** An edge that lies a pixel off is how every camera sees it, and no defect. */
    @Test
    void forgivesEdgesThatLieAPixelOff() {
        var jitter = board.copper(10, 19, 150, 20).bare(10, 89, 150, 91);
        assertThat(inspector.inspect(jitter.frame(), board.frame()).findings()).isEmpty();
    }

    @Test
    void findsDefectsOnAnImageWithoutAnyContrast() {
        var blank = Drawing.blank(64, 64).frame();
        assertThat(inspector.inspect(blank, blank).verdict()).isEqualTo(Inspection.Verdict.PASS);
    }

    @Test
    void refusesATemplateOfAnotherSize() {
        assertThatThrownBy(() ->
                        inspector.inspect(board.frame(), Drawing.blank(64, 80).frame()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("image of 160 x 160 pixels against a template of 64 x 80 pixels\n"
                        + "Take the template with the same camera, or scale one of both.");
    }

    /** Findings on the wrong product would send maintenance to a healthy station. */
    @Test
    void refusesAnotherBoardOrADarkCamera() {
        var other = Drawing.blank(160, 160).copper(0, 0, 160, 85);
        assertThatThrownBy(() -> inspector.inspect(other.frame(), board.frame()))
                .isInstanceOf(WrongTemplateException.class)
                .hasMessageContaining("20 % is the limit");
        var dark = Drawing.blank(160, 160).copper(0, 0, 160, 160);
        assertThatThrownBy(() -> inspector.inspect(dark.frame(), board.frame()))
                .isInstanceOf(WrongTemplateException.class);
    }

    @Test
    void tellsHowLongItTookByItsClock() {
        var ticks = new long[1];
        InstantSource ticking = () -> Instant.EPOCH.plusMillis(7 * ticks[0]++);
        var inspection = new Inspector(InspectorSettings.standard(), ticking).inspect(board.frame(), board.frame());
        assertThat(inspection.elapsed()).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void handlesFramesOfAFewPixels() {
        for (int side = 1; side < 12; side++) {
            var tiny = Drawing.blank(side, side).frame();
            assertThat(inspector.inspect(tiny, tiny).findings())
                    .as("side %d", side)
                    .isEmpty();
        }
    }

    private Finding only(Drawing spoiled) {
        var inspection = inspector.inspect(spoiled.frame(), board.frame());
        assertThat(inspection.verdict()).isEqualTo(Inspection.Verdict.FAIL);
        assertThat(inspection.findings()).hasSize(1);
        return inspection.findings().getFirst();
    }
}
