package dev.millwright.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import dev.millwright.vision.image.Frame;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class HeatOverlayTest {

    /** What glows is the defect: a shifted board alone must not. */
    @Test
    void glowsWhereADefectIsAndIsClearElsewhere() throws IOException {
        var board = new BoardGenerator(BoardSettings.small()).generate(7, List.of(DefectType.OPEN, DefectType.SHORT));
        var overlay = overlay(board.image(), board.template());
        assertThat(overlay.getWidth()).isEqualTo(board.image().width());
        assertThat(overlay.getColorModel().hasAlpha()).isTrue();
        int inside = 0;
        int outside = 0;
        for (int y = 0; y < overlay.getHeight(); y++) {
            for (int x = 0; x < overlay.getWidth(); x++) {
                int px = x;
                int py = y;
                boolean in = board.defects().stream()
                        .map(Defect::box)
                        .anyMatch(box -> px >= box.left() && px < box.right() && py >= box.top() && py < box.bottom());
                int strong = overlay.getRGB(x, y) >>> 24 > 0x80 ? 1 : 0;
                inside += in ? strong : 0;
                outside += in ? 0 : strong;
            }
        }
        assertThat(inside).isGreaterThan(20);
        assertThat(outside).isLessThan(inside / 2);
    }

    @Test
    void refusesPicturesOfTwoSizes() {
        assertThatThrownBy(() -> HeatOverlay.png(
                        Frame.of(8, 8, new byte[64]), Frame.of(4, 4, new byte[16]), InspectorSettings.standard()))
                .hasMessageContaining("same camera");
    }

    private static BufferedImage overlay(Frame image, Frame template) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(HeatOverlay.png(image, template, InspectorSettings.standard())));
    }
}
