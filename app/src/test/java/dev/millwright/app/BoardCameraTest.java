package dev.millwright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.vision.DefectType;
import dev.millwright.vision.Inspection;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.image.FrameReader;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardCameraTest {

    private final BoardCamera camera = new BoardCamera();

    @Test
    void theSameSeedPaintsTheSameBoardBitForBit() {
        var once = camera.paint(7, List.of("OPEN"));
        var again = new BoardCamera().paint(7, List.of("OPEN"));
        assertThat(again.image()).isEqualTo(once.image());
        assertThat(again.template()).isEqualTo(once.template());
        assertThat(camera.paint(8, List.of("OPEN")).image()).isNotEqualTo(once.image());
    }

    /** A defect the plant asks for must be one that inspection can find, and a good board must pass. */
    @Test
    void inspectionFindsEveryDefectAskedForAndNoneOnGoodBoards() {
        var inspector = new Inspector(InspectorSettings.standard(), Clock.systemUTC());
        for (var type : DefectType.values()) {
            for (var name : List.of(type.name(), type.label())) {
                assertThat(inspect(inspector, camera.paint(5, List.of(name))).verdict())
                        .as(name)
                        .isEqualTo(Inspection.Verdict.FAIL);
            }
        }
        assertThat(inspect(inspector, camera.paint(5, List.of())).verdict()).isEqualTo(Inspection.Verdict.PASS);
    }

    @Test
    void anUnknownDefectNamesTheKnownOnes() {
        assertThatThrownBy(() -> camera.paint(1, List.of("scratch")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'scratch' is no defect of a board.")
                .hasMessageContaining(DefectType.OPEN.toString());
    }

    private static Inspection inspect(Inspector inspector, dev.millwright.simulation.BoardPainter.Painted painted) {
        var reader = FrameReader.standard();
        return inspector.inspect(
                reader.decode(painted.image(), "image"), reader.decode(painted.template(), "template"));
    }
}
