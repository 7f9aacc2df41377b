package dev.millwright.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.plant.Severity;
import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Drawing;
import dev.millwright.vision.image.FrameReader;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings refuse nonsense by name, and rules a user edits are followed. */
class SettingsTest {
    @Test
    void followsEditedSeverityRules() {
        var everythingMajor = new SeverityRules(
                Map.of(
                        DefectType.OPEN, Severity.MAJOR,
                        DefectType.SHORT, Severity.MAJOR,
                        DefectType.MOUSEBITE, Severity.MAJOR,
                        DefectType.SPUR, Severity.MAJOR,
                        DefectType.COPPER, Severity.MAJOR,
                        DefectType.PINHOLE, Severity.MINOR),
                100);
        var settings = InspectorSettings.standard().withSeverity(everythingMajor);
        assertThat(settings.severity().of(DefectType.OPEN, 99)).isEqualTo(Severity.MAJOR);
        assertThat(settings.severity().of(DefectType.OPEN, 100)).isEqualTo(Severity.CRITICAL);
        assertThat(settings.severity().of(DefectType.PINHOLE, 100)).isEqualTo(Severity.MODERATE);
        assertThat(Severity.MODERATE.worse()).isEqualTo(Severity.MAJOR);
        assertThat(Severity.CRITICAL.worse()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void refusesRulesThatForgetAType() {
        assertThatThrownBy(() -> new SeverityRules(Map.of(DefectType.OPEN, Severity.MAJOR), 100))
                .hasMessageContaining("severity rules without SHORT");
        var complete = SeverityRules.standard().byType();
        assertThatThrownBy(() -> new SeverityRules(complete, 0)).hasMessageContaining("largeAreaPx 0");
    }

    @Test
    void refusesSettingsBeyondTheirRange() {
        var standard = InspectorSettings.standard();
        assertThatThrownBy(() -> standard.withLeastScore(1.5)).hasMessageContaining("leastScore 1.5");
        assertThatThrownBy(() -> new InspectorSettings(true, -1, 0, 0, 1, 1, 0, 1, 0.5, 0.2, SeverityRules.standard()))
                .hasMessageContaining("searchRadiusPx -1");
        assertThatThrownBy(() -> new InspectorSettings(true, 0, 0, 0, 1, 1, 0, 1, 0.5, 0, SeverityRules.standard()))
                .hasMessageContaining("mostMismatch 0.0");
        assertThatThrownBy(() -> new FrameReader(0, 1)).hasMessageContaining("maxBytes 0");
    }

    /** A user who accepts more false alarms gets more findings, never fewer. */
    @Test
    void aLowerLeastScoreFindsNoLess() {
        var board = Drawing.board();
        var faint = board.copper(60, 54, 64, 57).frame();
        var strict = new Inspector(InspectorSettings.standard().withLeastScore(1), InstantSource.system());
        var lenient = new Inspector(InspectorSettings.standard().withLeastScore(0), InstantSource.system());
        assertThat(strict.inspect(faint, board.frame()).findings()).isEmpty();
        assertThat(lenient.inspect(faint, board.frame()).findings()).hasSize(1);
    }

    @Test
    void refusesAScoreThatIsNoProbability() {
        var box = new Box(0, 0, 1, 1);
        assertThatThrownBy(() -> new Finding(DefectType.OPEN, box, 1, Double.NaN, Severity.MINOR, "centre", ""))
                .hasMessageContaining("score NaN");
    }
}
